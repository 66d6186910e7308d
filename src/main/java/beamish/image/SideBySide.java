package beamish.image;

/** Two pictures of one size in one: the first at the left. */
public final class SideBySide {
  private SideBySide() {}

  /** Joins them; both of the same size, depth and channels. */
  public static PixelImage of(PixelImage left, PixelImage right) {
    if (left.width() != right.width()
        || left.height() != right.height()
        || left.channels() != right.channels()
        || left.bitDepth() != right.bitDepth()) {
      throw new IllegalArgumentException("the two pictures are not alike");
    }
    int row = left.width() * left.channels();
    int width = 2 * left.width();
    if (left.bitDepth() == 8) {
      byte[] joined = new byte[2 * row * left.height()];
      join(left.samples8(), right.samples8(), joined, row, left.height());
      return PixelImage.of8(width, left.height(), left.channels(), joined);
    }
    short[] joined = new short[2 * row * left.height()];
    join(left.samples16(), right.samples16(), joined, row, left.height());
    return PixelImage.of16(width, left.height(), left.channels(), joined);
  }

  private static void join(Object left, Object right, Object joined, int row, int rows) {
    for (int y = 0; y < rows; y++) {
      System.arraycopy(left, y * row, joined, 2 * y * row, row);
      System.arraycopy(right, y * row, joined, (2 * y + 1) * row, row);
    }
  }
}
