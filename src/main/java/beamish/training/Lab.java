package beamish.training;

/**
 * A colour in CIELAB under D65.
 *
 * @param lightness L*, 0 … 100
 * @param a a*, green to red
 * @param b b*, blue to yellow
 */
record Lab(double lightness, double a, double b) {
  private static final double WHITE_X = .95047;
  private static final double WHITE_Z = 1.08883;

  /** Of sRGB samples in [0, 1]; matrix of IEC 61966-2-1, formulas of CIE 15. */
  static Lab ofSrgb(double red, double green, double blue) {
    double r = Srgb.linear(red);
    double g = Srgb.linear(green);
    double b = Srgb.linear(blue);
    double x = cube((.4124564 * r + .3575761 * g + .1804375 * b) / WHITE_X);
    double y = cube(.2126729 * r + .7151522 * g + .0721750 * b);
    double z = cube((.0193339 * r + .1191920 * g + .9503041 * b) / WHITE_Z);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double cube(double t) {
    return t > 216. / 24389 ? Math.cbrt(t) : (24389. / 27 * t + 16) / 116;
  }
}
