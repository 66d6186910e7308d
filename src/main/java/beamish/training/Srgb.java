package beamish.training;

/** The curve of sRGB samples, IEC 61966-2-1; all in [0, 1]. */
final class Srgb {

  private Srgb() {}

  /** A sample as linear light. */
  static double linear(double sample) {
    return sample <= .04045 ? sample / 12.92 : Math.pow((sample + .055) / 1.055, 2.4);
  }

  /** Linear light as a sample. */
  static double encoded(double light) {
    return light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
  }
}
