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

  /** {@code [colour channel][height·width]}. */
  private final float[][] smooth;

  private SplitBands(PixelImage photo, int left, int top, int width, int height) {
    this.photo = photo;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.smooth = new float[photo.isColour() ? 3 : 1][width * height];
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
    float[] own = new float[width + 4];
    float[][] rows = new float[5][width];
    for (int c = 0; c < smooth.length; c++) {
      for (int y = from - 2; y < to + 2; y++) {
        acrossRow(Math.min(height - 1, Math.max(0, y)), c, own, rows[Math.floorMod(y, 5)]);
        if (y >= from + 2) {
          down(rows, y - 2, smooth[c]);
        }
      }
    }
  }

  /** Sixteen times the row's blur; {@code own} has room for two more pixels at each end. */
  private void acrossRow(int y, int channel, float[] own, float[] into) {
    int step = photo.channels();
    int at = ((top + y) * photo.width() + left) * step + channel;
    if (photo.bitDepth() == 8) {
      byte[] samples = photo.samples8();
      for (int x = 0; x < width; x++) {
        own[x + 2] = samples[at + x * step] & 0xff;
      }
    } else {
      short[] samples = photo.samples16();
      for (int x = 0; x < width; x++) {
        own[x + 2] = samples[at + x * step] & 0xffff;
      }
    }
    own[0] = own[2];
    own[1] = own[2];
    own[width + 2] = own[width + 1];
    own[width + 3] = own[width + 1];
    for (int x = 0; x < width; x++) {
      into[x] = (own[x] + own[x + 4]) + 4 * (own[x + 1] + own[x + 3]) + 6 * own[x + 2];
    }
  }

  /** One row of the smooth band from the five rows around it, each in its place modulo five. */
  private void down(float[][] rows, int y, float[] plane) {
    float[] a = rows[Math.floorMod(y - 2, 5)];
    float[] b = rows[Math.floorMod(y - 1, 5)];
    float[] c = rows[Math.floorMod(y, 5)];
    float[] d = rows[Math.floorMod(y + 1, 5)];
    float[] e = rows[Math.floorMod(y + 2, 5)];
    int o = y * width;
    for (int x = 0; x < width; x++) {
      plane[o + x] = ((a[x] + e[x]) + 4 * (b[x] + d[x]) + 6 * c[x]) * (1 / 256f);
    }
  }

  /** The smooth band's number {@code i} in rows. */
  float smooth(int channel, int i) {
    return smooth[channel][i];
  }

  /** Samples rows of moved pixels; holds one row's scratch numbers, so each thread has its own. */
  final class Sampler {
    private final int[] cellX;
    private final int[] cellY;
    private final float[][] across;
    private final float[][] down;

    /** For rows of up to {@code capacity} pixels. */
    Sampler(int capacity) {
      this.cellX = new int[capacity];
      this.cellY = new int[capacity];
      this.across = new float[4][capacity];
      this.down = new float[4][capacity];
    }

    /**
     * The photo's samples at pixels (x, y), (x + 1, y) …, each moved by its own (dx, dy) pixels.
     *
     * @param count how many
     * @param into receives {@code [colour channel][pixel]}
     */
    void row(int x, int y, int count, float[] dx, float[] dy, float[][] into) {
      split(dx, count, cellX, across);
      split(dy, count, cellY, down);
      for (int i = 0; i < count; i++) {
        // two half cells a pixel; the second half is nearer to the next pixel
        int bx = x + i - left + (cellX[i] >> 1);
        int by = y - top + (cellY[i] >> 1);
        if (bx >= 1 && bx + 2 < width && by >= 1 && by + 2 < height) {
          inside(bx, by, cellX[i] & 1, cellY[i] & 1, i, into);
        } else {
          atBorder(bx, by, cellX[i] & 1, cellY[i] & 1, i, into);
        }
      }
    }

    /** Each move's half cell, and Catmull-Rom's four weights for the part after the whole pixel. */
    private static void split(float[] d, int count, int[] cells, float[][] w) {
      float[] w0 = w[0];
      float[] w1 = w[1];
      float[] w2 = w[2];
      float[] w3 = w[3];
      for (int i = 0; i < count; i++) {
        float doubled = 2 * d[i];
        int cell = (int) doubled;
        cell -= doubled < cell ? 1 : 0;
        cells[i] = cell;
        float t = d[i] - (cell >> 1);
        w0[i] = t * (-.5f + t * (1 - .5f * t));
        w1[i] = 1 + t * t * (-2.5f + 1.5f * t);
        w2[i] = t * (.5f + t * (2 - 1.5f * t));
        w3[i] = t * t * (-.5f + .5f * t);
      }
    }

    /** One pixel whose taps all lie within the part. */
    private void inside(int bx, int by, int halfX, int halfY, int i, float[][] into) {
      float u0 = across[0][i];
      float u1 = across[1][i];
      float u2 = across[2][i];
      float u3 = across[3][i];
      float v0 = down[0][i];
      float v1 = down[1][i];
      float v2 = down[2][i];
      float v3 = down[3][i];
      int at = (by - 1) * width + bx - 1;
      int near = (by + halfY) * width + bx + halfX;
      for (int c = 0; c < into.length; c++) {
        float[] s = smooth[c];
        int r = at;
        float a = u0 * s[r] + u1 * s[r + 1] + u2 * s[r + 2] + u3 * s[r + 3];
        r += width;
        float b = u0 * s[r] + u1 * s[r + 1] + u2 * s[r + 2] + u3 * s[r + 3];
        r += width;
        float d = u0 * s[r] + u1 * s[r + 1] + u2 * s[r + 2] + u3 * s[r + 3];
        r += width;
        float e = u0 * s[r] + u1 * s[r + 1] + u2 * s[r + 2] + u3 * s[r + 3];
        float own = photo.sample(left + bx + halfX, top + by + halfY, c);
        into[c][i] = own - s[near] + v0 * a + v1 * b + v2 * d + v3 * e;
      }
    }

    /** One pixel whose taps may reach beyond the part; its outermost pixels repeat. */
    private void atBorder(int bx, int by, int halfX, int halfY, int i, float[][] into) {
      int nearX = column(bx + halfX);
      int nearY = line(by + halfY);
      for (int c = 0; c < into.length; c++) {
        float sum = photo.sample(left + nearX, top + nearY, c) - smooth(c, nearY * width + nearX);
        for (int j = 0; j < 4; j++) {
          int r = line(by - 1 + j) * width;
          for (int k = 0; k < 4; k++) {
            sum += down[j][i] * across[k][i] * smooth(c, r + column(bx - 1 + k));
          }
        }
        into[c][i] = sum;
      }
    }
  }

  private int line(int y) {
    return Math.min(height - 1, Math.max(0, y));
  }

  private int column(int x) {
    return Math.min(width - 1, Math.max(0, x));
  }
}
