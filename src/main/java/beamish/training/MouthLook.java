package beamish.training;

/**
 * What is seen within the outline of the lips, at the photo's own resolution.
 *
 * @param sharpness variance of the Laplacian, see {@link FaceSharpness}
 * @param teeth share of the pixels that are tooth-like, see {@link ToothColour}
 * @param lightness mean L* of these; NaN where there are hardly any, as are the next two
 * @param a their mean a*
 * @param b their mean b*
 */
public record MouthLook(double sharpness, double teeth, double lightness, double a, double b) {
  /** Of a mouth that was not found. */
  static final MouthLook UNKNOWN =
      new MouthLook(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** From this share on a mouth counts as open. */
  private static final double OPEN = .08;

  /** Whether teeth show clearly. */
  boolean isOpen() {
    return teeth >= OPEN;
  }
}
