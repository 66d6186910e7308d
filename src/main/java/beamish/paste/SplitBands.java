package beamish.paste;

import beamish.image.PixelImage;
import beamish.paste.PasteBack.Region;
import java.util.stream.IntStream;

/**
 * A part of a photo split into a smooth band and the fine rest, to be sampled between pixels. The
 * smooth band is interpolated (Catmull-Rom); the rest is read at the nearest pixel, since every
 * interpolation between pixels averages the finest detail away and leaves skin looking waxed. At
 * whole-pixel moves the sum is the photo's own sample.
 *
 * <p>Samples are in the photo's own scale, 0 … its greatest. Read from several threads at once.
 */
final class SplitBands {
  private static final float[] KERNEL = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int colours;
  private final float[] smooth;
  private final float[] fine;

  private SplitBands(PixelImage photo, int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.colours = photo.isColour() ? 3 : 1;
    this.smooth = new float[width * height * colours];
    this.fine = new float[width * height * colours];
    float[] rows = new float[smooth.length];
    IntStream.range(0, height).parallel().forEach(y -> blurRow(photo, y, rows));
    IntStream.range(0, height).parallel().forEach(y -> blurColumns(photo, y, rows));
  }

  /** The region and {@code margin} pixels around it, within the photo. */
  static SplitBands of(PixelImage photo, Region region, int margin) {
    int x0 = Math.max(0, region.x() - margin);
    int y0 = Math.max(0, region.y() - margin);
    int x1 = Math.min(photo.width(), region.x() + region.width() + margin);
    int y1 = Math.min(photo.height(), region.y() + region.height() + margin);
    return new SplitBands(photo, x0, y0, x1 - x0, y1 - y0);
  }

  private void blurRow(PixelImage photo, int y, float[] rows) {
    for (int x = 0; x < width; x++) {
      for (int c = 0; c < colours; c++) {
        float s = 0;
        for (int k = 0; k < 5; k++) {
          int sx = Math.min(width - 1, Math.max(0, x + k - 2));
          s += KERNEL[k] * photo.sample(left + sx, top + y, c);
        }
        rows[(y * width + x) * colours + c] = s;
      }
    }
  }

  private void blurColumns(PixelImage photo, int y, float[] rows) {
    int line = width * colours;
    for (int i = 0; i < line; i++) {
      float s = 0;
      for (int k = 0; k < 5; k++) {
        int sy = Math.min(height - 1, Math.max(0, y + k - 2));
        s += KERNEL[k] * rows[sy * line + i];
      }
      smooth[y * line + i] = s;
      fine[y * line + i] = photo.sample(left + i / colours, top + y, i % colours) - s;
    }
  }

  /**
   * The photo's sample at pixel (x, y) moved by (dx, dy) pixels.
   *
   * @param into receives one number a colour channel
   */
  void sample(int x, int y, float dx, float dy, float[] into) {
    int ix = (int) Math.floor(dx);
    int iy = (int) Math.floor(dy);
    float tx = dx - ix;
    float ty = dy - iy;
    int bx = x - left + ix;
    int by = y - top + iy;
    int nearest = (row(by + (ty < .5f ? 0 : 1)) + column(bx + (tx < .5f ? 0 : 1))) * colours;
    float w0 = catmullRom(tx, -1);
    float w1 = catmullRom(tx, 0);
    float w2 = catmullRom(tx, 1);
    float w3 = catmullRom(tx, 2);
    int c0 = column(bx - 1) * colours;
    int c1 = column(bx) * colours;
    int c2 = column(bx + 1) * colours;
    int c3 = column(bx + 2) * colours;
    for (int c = 0; c < colours; c++) {
      into[c] = fine[nearest + c];
    }
    for (int j = -1; j < 3; j++) {
      float wy = catmullRom(ty, j);
      if (wy == 0) {
        continue;
      }
      int line = row(by + j) * colours;
      for (int c = 0; c < colours; c++, line++) {
        // one tap after the other: the order decides the last bit
        float sum = into[c] + wy * w0 * smooth[line + c0];
        sum += wy * w1 * smooth[line + c1];
        sum += wy * w2 * smooth[line + c2];
        into[c] = sum + wy * w3 * smooth[line + c3];
      }
    }
  }

  /** Copies both bands, {@code [height][width][colours]}. */
  void copyTo(float[] smoothInto, float[] fineInto) {
    System.arraycopy(smooth, 0, smoothInto, 0, smooth.length);
    System.arraycopy(fine, 0, fineInto, 0, fine.length);
  }

  private int row(int y) {
    return Math.min(height - 1, Math.max(0, y)) * width;
  }

  private int column(int x) {
    return Math.min(width - 1, Math.max(0, x));
  }

  /** Weight of the sample {@code i} (−1 … 2) at the fraction {@code t} after sample 0. */
  private static float catmullRom(float t, int i) {
    if (i == -1) {
      return t * (-.5f + t * (1 - .5f * t));
    } else if (i == 0) {
      return 1 + t * t * (-2.5f + 1.5f * t);
    } else if (i == 1) {
      return t * (.5f + t * (2 - 1.5f * t));
    }
    return t * t * (-.5f + .5f * t);
  }
}
