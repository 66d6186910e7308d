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
  /** Rows blurred in one go; each go blurs the four rows around it once more. */
  private static final int BAND = 64;

  private final PixelImage photo;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int colours;
  private final float[] smooth;

  private SplitBands(PixelImage photo, int left, int top, int width, int height) {
    this.photo = photo;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.colours = photo.isColour() ? 3 : 1;
    this.smooth = new float[width * height * colours];
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(b -> blur(b * BAND, Math.min(height, (b + 1) * BAND)));
  }

  /** The region and {@code margin} pixels around it, within the photo. */
  static SplitBands of(PixelImage photo, Region region, int margin) {
    int x0 = Math.max(0, region.x() - margin);
    int y0 = Math.max(0, region.y() - margin);
    int x1 = Math.min(photo.width(), region.x() + region.width() + margin);
    int y1 = Math.min(photo.height(), region.y() + region.height() + margin);
    return new SplitBands(photo, x0, y0, x1 - x0, y1 - y0);
  }

  /** The smooth band's rows {@code from} to {@code to}: the binomial 1 4 6 4 1 both ways. */
  private void blur(int from, int to) {
    int line = width * colours;
    float[] own = new float[line + 4 * colours];
    float[][] rows = new float[5][line];
    for (int y = from - 2; y < to + 2; y++) {
      acrossRow(Math.min(height - 1, Math.max(0, y)), own, rows[Math.floorMod(y, 5)]);
      if (y >= from + 2) {
        float[] a = rows[Math.floorMod(y - 4, 5)];
        float[] b = rows[Math.floorMod(y - 3, 5)];
        float[] c = rows[Math.floorMod(y - 2, 5)];
        float[] d = rows[Math.floorMod(y - 1, 5)];
        float[] e = rows[Math.floorMod(y, 5)];
        int o = (y - 2) * line;
        for (int i = 0; i < line; i++) {
          smooth[o + i] = ((a[i] + e[i]) + 4 * (b[i] + d[i]) + 6 * c[i]) * (1 / 256f);
        }
      }
    }
  }

  /** Sixteen times the row's blur; {@code own} has room for two more pixels at each end. */
  private void acrossRow(int y, float[] own, float[] into) {
    int c = colours;
    for (int x = 0, i = 2 * c; x < width; x++) {
      for (int k = 0; k < c; k++) {
        own[i++] = photo.sample(left + x, top + y, k);
      }
    }
    int end = (width + 2) * c;
    for (int i = 0; i < 2 * c; i++) {
      own[i] = own[2 * c + i % c];
      own[end + i] = own[end - c + i % c];
    }
    for (int i = 0; i < into.length; i++) {
      into[i] = (own[i] + own[i + 4 * c]) + 4 * (own[i + c] + own[i + 3 * c]) + 6 * own[i + 2 * c];
    }
  }

  /**
   * The photo's samples at pixels (x, y), (x + 1, y) …, each moved by its own (dx, dy) pixels.
   *
   * @param count how many
   * @param into receives {@code [colour channel][pixel]}
   */
  void sampleRow(int x, int y, int count, float[] dx, float[] dy, float[][] into) {
    int n = colours;
    int line = width * n;
    float[] s = smooth;
    boolean bytes = photo.bitDepth() == 8;
    byte[] samples8 = photo.samples8();
    short[] samples16 = photo.samples16();
    for (int i = 0; i < count; i++) {
      int ix = floor(dx[i]);
      int iy = floor(dy[i]);
      float tx = dx[i] - ix;
      float ty = dy[i] - iy;
      int bx = x + i - left + ix;
      int by = y - top + iy;
      // Catmull-Rom
      float v0 = ty * (-.5f + ty * (1 - .5f * ty));
      float v1 = 1 + ty * ty * (-2.5f + 1.5f * ty);
      float v2 = ty * (.5f + ty * (2 - 1.5f * ty));
      float v3 = ty * ty * (-.5f + .5f * ty);
      float u0 = tx * (-.5f + tx * (1 - .5f * tx));
      float u1 = 1 + tx * tx * (-2.5f + 1.5f * tx);
      float u2 = tx * (.5f + tx * (2 - 1.5f * tx));
      float u3 = tx * tx * (-.5f + .5f * tx);
      int r0 = row(by - 1) * line;
      int r1 = row(by) * line;
      int r2 = row(by + 1) * line;
      int r3 = row(by + 2) * line;
      int c0 = column(bx - 1) * n;
      int c1 = column(bx) * n;
      int c2 = column(bx + 1) * n;
      int c3 = column(bx + 2) * n;
      int nearest = (ty < .5f ? r1 : r2) + (tx < .5f ? c1 : c2);
      int nx = left + column(bx + (tx < .5f ? 0 : 1));
      int ny = top + row(by + (ty < .5f ? 0 : 1));
      int own = (ny * photo.width() + nx) * photo.channels();
      for (int c = 0; c < n; c++) {
        float a = u0 * s[r0 + c0] + u1 * s[r0 + c1] + u2 * s[r0 + c2] + u3 * s[r0 + c3];
        float b = u0 * s[r1 + c0] + u1 * s[r1 + c1] + u2 * s[r1 + c2] + u3 * s[r1 + c3];
        float d = u0 * s[r2 + c0] + u1 * s[r2 + c1] + u2 * s[r2 + c2] + u3 * s[r2 + c3];
        float e = u0 * s[r3 + c0] + u1 * s[r3 + c1] + u2 * s[r3 + c2] + u3 * s[r3 + c3];
        float sample = bytes ? samples8[own + c] & 0xff : samples16[own + c] & 0xffff;
        into[c][i] = sample - s[nearest + c] + v0 * a + v1 * b + v2 * d + v3 * e;
        c0++;
        c1++;
        c2++;
        c3++;
      }
    }
  }

  private static int floor(float x) {
    int i = (int) x;
    return x < i ? i - 1 : i;
  }

  /** The smooth band, {@code [height][width][colours]}. */
  float[] smooth() {
    return smooth;
  }

  private int row(int y) {
    return Math.min(height - 1, Math.max(0, y));
  }

  private int column(int x) {
    return Math.min(width - 1, Math.max(0, x));
  }
}
