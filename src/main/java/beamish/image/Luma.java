package beamish.image;

/** How light a colour is, in the photo's own encoding (ITU-R BT.601). */
public final class Luma {
  private static final double RED = .299;
  private static final double GREEN = .587;
  private static final double BLUE = .114;

  private Luma() {}

  /** Of one colour, in its own range. */
  public static double of(double red, double green, double blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  /**
   * Of one pixel of an image whose channels lie one after the other.
   *
   * @param planes {@code [3][plane]} RGB
   * @param at the pixel's place in each
   * @param plane pixels of one channel
   */
  public static float of(float[] planes, int at, int plane) {
    return (float) RED * planes[at]
        + (float) GREEN * planes[plane + at]
        + (float) BLUE * planes[2 * plane + at];
  }
}
