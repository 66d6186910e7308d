package beamish.paste;

import beamish.image.PixelImage;
import beamish.paste.PasteBack.Region;
import java.util.stream.IntStream;

/**
 * A part of a photo split into a smooth band and the fine rest, to be sampled between pixels. The
 * smooth band is interpolated by parabolas over the nearest pixel and those beside it (Dodgson,
 * "Quadratic interpolation for image resampling", 1997: continuous, and exact at pixels), which on
 * such a band is nearly as true as a cubic at half the cost; the rest is read at the nearest pixel,
 * since every interpolation between pixels averages the finest detail away and leaves skin looking
 * waxed. At whole-pixel moves the sum is the photo's own sample.
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
    private final int[] wholeX;
    private final int[] wholeY;
    private final float[][] across;
    private final float[][] down;

    /** For rows of up to {@code capacity} pixels. */
    Sampler(int capacity) {
      this.wholeX = new int[capacity];
      this.wholeY = new int[capacity];
      this.across = new float[3][capacity];
      this.down = new float[3][capacity];
    }

    /**
     * The photo's samples at pixels (x + i, y), each moved by its own (dx[i], dy[i]) pixels.
     *
     * @param from the first i
     * @param to beyond the last
     * @param into receives {@code [colour channel][i]}
     * @param colours how many colour channels
     */
    void row(int x, int y, int from, int to, float[] dx, float[] dy, float[][] into, int colours) {
      split(dx, from, to, wholeX, across);
      split(dy, from, to, wholeY, down);
      for (int c = 0; c < colours; c++) {
        row(x - left, y - top, from, to, c, into[c]);
      }
    }

    private void row(int x, int y, int from, int to, int channel, float[] into) {
      float[] s = smooth[channel];
      float[] u0 = across[0];
      float[] u1 = across[1];
      float[] u2 = across[2];
      float[] v0 = down[0];
      float[] v1 = down[1];
      float[] v2 = down[2];
      for (int i = from; i < to; i++) {
        int bx = x + i + wholeX[i];
        int by = y + wholeY[i];
        if (bx >= 1 && bx + 1 < width && by >= 1 && by + 1 < height) {
          int at = by * width + bx;
          int above = at - width;
          int below = at + width;
          float a = u0[i] * s[above - 1] + u1[i] * s[above] + u2[i] * s[above + 1];
          float b = u0[i] * s[at - 1] + u1[i] * s[at] + u2[i] * s[at + 1];
          float d = u0[i] * s[below - 1] + u1[i] * s[below] + u2[i] * s[below + 1];
          int own = ((top + by) * photo.width() + left + bx) * photo.channels() + channel;
          into[i] = photo.sample(own) - s[at] + v0[i] * a + v1[i] * b + v2[i] * d;
        } else {
          into[i] = atBorder(bx, by, i, channel);
        }
      }
    }

    /** Each move's nearest whole pixel, and the weights of that one and those beside. */
    private static void split(float[] d, int from, int to, int[] whole, float[][] w) {
      float[] w0 = w[0];
      float[] w1 = w[1];
      float[] w2 = w[2];
      for (int i = from; i < to; i++) {
        float above = d[i] + .5f;
        int near = (int) above;
        near -= above < near ? 1 : 0;
        whole[i] = near;
        float t = d[i] - near;
        float square = t * t;
        w0[i] = square - .5f * t;
        w1[i] = 1 - 2 * square;
        w2[i] = square + .5f * t;
      }
    }

    /** One pixel whose taps may reach beyond the part; its outermost pixels repeat. */
    private float atBorder(int bx, int by, int i, int channel) {
      int x = column(bx);
      int y = line(by);
      float sum = photo.sample(left + x, top + y, channel) - smooth(channel, y * width + x);
      for (int j = 0; j < 3; j++) {
        int r = line(by - 1 + j) * width;
        for (int k = 0; k < 3; k++) {
          sum += down[j][i] * across[k][i] * smooth(channel, r + column(bx - 1 + k));
        }
      }
      return sum;
    }
  }

  private int line(int y) {
    return Math.min(height - 1, Math.max(0, y));
  }

  private int column(int x) {
    return Math.min(width - 1, Math.max(0, x));
  }
}
