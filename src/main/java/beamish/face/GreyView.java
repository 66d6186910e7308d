package beamish.face;

import beamish.image.FloatImage;
import beamish.image.PixelImage;

/** 8-bit grey pictures of a photo, as the detectors want them. */
final class GreyView {
  private GreyView() {}

  /**
   * The whole photo, each answer pixel the mean of {@code factor}² photo pixels; what is left over
   * at the right and bottom edges is dropped.
   */
  static PixelImage reduced(PixelImage photo, int factor) {
    int w = Math.max(1, photo.width() / factor);
    int h = Math.max(1, photo.height() / factor);
    int stepX = Math.min(factor, photo.width());
    int stepY = Math.min(factor, photo.height());
    byte[] out = new byte[w * h];
    int[] sums = new int[w];
    // Rec. 601 luma in 1/256: 77 + 150 + 29
    int divisor = 256 * stepX * stepY * (photo.maxSample() / 255);
    for (int y = 0; y < h; y++) {
      java.util.Arrays.fill(sums, 0);
      long[] wide = photo.bitDepth() == 16 || factor > 8 ? new long[w] : NONE;
      for (int j = 0; j < stepY; j++) {
        addRow(photo, y * stepY + j, stepX, sums, wide);
      }
      for (int x = 0; x < w; x++) {
        out[y * w + x] = (byte) (wide.length > 0 ? wide[x] / divisor : sums[x] / divisor);
      }
    }
    return PixelImage.of8(w, h, 1, out);
  }

  private static final long[] NONE = {};

  private static void addRow(PixelImage photo, int y, int step, int[] sums, long[] wide) {
    int c = photo.channels();
    boolean colour = photo.isColour();
    byte[] b = photo.samples8();
    int i = y * photo.width() * c;
    if (wide.length > 0) {
      for (int x = 0; x < wide.length; x++) {
        for (int k = 0; k < step; k++) {
          wide[x] += luma(photo, x * step + k, y);
        }
      }
    } else if (colour) {
      for (int x = 0; x < sums.length; x++) {
        int sum = 0;
        for (int k = 0; k < step; k++, i += c) {
          sum += 77 * (b[i] & 0xff) + 150 * (b[i + 1] & 0xff) + 29 * (b[i + 2] & 0xff);
        }
        sums[x] += sum;
      }
    } else {
      for (int x = 0; x < sums.length; x++) {
        for (int k = 0; k < step; k++, i += c) {
          sums[x] += (b[i] & 0xff) << 8;
        }
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
      float v = .299f * d[i] + .587f * d[n + i] + .114f * d[2 * n + i];
      out[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, v)));
    }
    return PixelImage.of8(rgb.width(), rgb.height(), 1, out);
  }
}
