package beamish.face;

import beamish.image.FloatImage;
import beamish.image.Luma;
import beamish.image.PixelImage;
import java.util.stream.IntStream;

/** 8-bit grey pictures of a photo, as the detectors want them. */
public final class GreyView {
  private GreyView() {}

  /**
   * The whole photo, each answer pixel the mean of {@code factor}² photo pixels; what is left over
   * at the right and bottom edges is dropped.
   */
  public static PixelImage reduced(PixelImage photo, int factor) {
    int stepX = Math.min(factor, photo.width());
    int stepY = Math.min(factor, photo.height());
    return reduced(photo, 0, 0, photo.width() / stepX, photo.height() / stepY, stepX, stepY);
  }

  /**
   * A part of the photo, reduced.
   *
   * @param left first column, photo pixels
   * @param top first row, photo pixels
   * @param columns width of the answer; {@code left + columns·factor} lies in the photo
   * @param rows height of the answer, likewise
   */
  public static PixelImage reduced(
      PixelImage photo, int left, int top, int columns, int rows, int factor) {
    return reduced(photo, left, top, columns, rows, factor, factor);
  }

  private static PixelImage reduced(
      PixelImage photo, int left, int top, int w, int h, int stepX, int stepY) {
    byte[] out = new byte[w * h];
    IntStream.range(0, h)
        .parallel()
        .forEach(y -> row(photo, left, top + y * stepY, stepX, stepY, out, y * w, w));
    return PixelImage.of8(w, h, 1, out);
  }

  private static void row(
      PixelImage photo, int left, int top, int stepX, int stepY, byte[] out, int at, int w) {
    long[] sums = new long[w];
    for (int j = 0; j < stepY; j++) {
      if (photo.bitDepth() == 16) {
        addDeepRow(photo, left, top + j, stepX, sums);
      } else if (photo.isColour()) {
        addColourRow(photo, left, top + j, stepX, sums);
      } else {
        addGreyRow(photo, left, top + j, stepX, sums);
      }
    }
    // Rec. 601 luma in 1/256: 77 + 150 + 29
    long divisor = 256L * stepX * stepY * (photo.maxSample() / 255);
    for (int x = 0; x < w; x++) {
      out[at + x] = (byte) (sums[x] / divisor);
    }
  }

  private static void addDeepRow(PixelImage photo, int left, int y, int step, long[] sums) {
    for (int x = 0; x < sums.length; x++) {
      for (int k = 0; k < step; k++) {
        sums[x] += luma(photo, left + x * step + k, y);
      }
    }
  }

  /** Every sample of a photo goes through here, so the colours are weighed once a sum. */
  private static void addColourRow(PixelImage photo, int left, int y, int step, long[] sums) {
    int c = photo.channels();
    byte[] b = photo.samples8();
    int i = (y * photo.width() + left) * c;
    for (int x = 0; x < sums.length; x++) {
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int k = 0; k < step; k++, i += c) {
        red += b[i] & 0xff;
        green += b[i + 1] & 0xff;
        blue += b[i + 2] & 0xff;
      }
      sums[x] += 77 * red + 150 * green + 29 * blue;
    }
  }

  private static void addGreyRow(PixelImage photo, int left, int y, int step, long[] sums) {
    int c = photo.channels();
    byte[] b = photo.samples8();
    int i = (y * photo.width() + left) * c;
    for (int x = 0; x < sums.length; x++) {
      for (int k = 0; k < step; k++, i += c) {
        sums[x] += (b[i] & 0xff) << 8;
      }
    }
  }

  private static int luma(PixelImage photo, int x, int y) {
    return photo.isColour()
        ? 77 * photo.sample(x, y, 0) + 150 * photo.sample(x, y, 1) + 29 * photo.sample(x, y, 2)
        : 256 * photo.sample(x, y, 0);
  }

  /** The luma of an RGB crop. */
  static PixelImage of(FloatImage rgb) {
    int n = rgb.width() * rgb.height();
    float[] d = rgb.data();
    byte[] out = new byte[n];
    for (int i = 0; i < n; i++) {
      float v = Luma.of(d, i, n);
      out[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, v)));
    }
    return PixelImage.of8(rgb.width(), rgb.height(), 1, out);
  }
}
