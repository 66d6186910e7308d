package beamish.paste;

import beamish.image.PixelImage;

/** Samples rows of moved pixels; holds one row's scratch numbers, so each thread has its own. */
final class Sampler {
  /**
   * Keeps what is rounded positive, where cutting off the fraction rounds down: a branch for the
   * sign takes as long as all the taps. Which of two equally near pixels it is may go wrong by a
   * thousandth.
   */
  private static final int ABOVE_ANY_MOVE = 1 << 14;

  private final SplitBands bands;
  private final PixelImage photo;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int colours;
  private final float[] smooth;
  private final int[] wholeX;
  private final int[] wholeY;
  private final float[][] across;
  private final float[][] down;

  /** Of each pixel, where the sample that it moves to begins in the photo. */
  private final int[] nearest;

  /** For rows of up to {@code capacity} pixels. */
  Sampler(SplitBands bands, int capacity) {
    this.bands = bands;
    this.photo = bands.photo;
    this.left = bands.left;
    this.top = bands.top;
    this.width = bands.width;
    this.height = bands.height;
    this.colours = bands.colours;
    this.smooth = bands.smooth;
    this.wholeX = new int[capacity];
    this.wholeY = new int[capacity];
    this.across = new float[3][capacity];
    this.down = new float[3][capacity];
    this.nearest = new int[capacity];
  }

  /**
   * The photo's samples at pixels (x + i, y), each moved by its own (dx[i], dy[i]) pixels.
   *
   * @param from the first i
   * @param to beyond the last
   * @param into receives {@code [colour channel][i]}
   */
  void row(int x, int y, int from, int to, float[] dx, float[] dy, float[][] into) {
    split(dx, from, to, wholeX, across);
    split(dy, from, to, wholeY, down);
    if (colours == 3) {
      inColour(x - left, y - top, from, to, into[0], into[1], into[2]);
    } else {
      inGrey(x - left, y - top, from, to, into[0]);
    }
    findNearest(x - left, y - top, from, to);
    if (colours == 3 && photo.bitDepth() == 8) {
      addNearest(photo.samples8(), from, to, into[0], into[1], into[2]);
      return;
    }
    for (int c = 0; c < colours; c++) {
      addNearest(from, to, c, into[c]);
    }
  }

  /** The smooth band between pixels, less its nearest; all channels at once for their weights. */
  private void inColour(int x, int y, int from, int to, float[] r, float[] g, float[] b) {
    float[] s = smooth;
    float[] x0 = across[0];
    float[] x1 = across[1];
    float[] x2 = across[2];
    float[] y0 = down[0];
    float[] y1 = down[1];
    float[] y2 = down[2];
    int rowStep = 3 * width;
    for (int i = from; i < to; i++) {
      int bx = x + i + wholeX[i];
      int by = y + wholeY[i];
      if (bx < 1 || bx + 1 >= width || by < 1 || by + 1 >= height) {
        r[i] = atBorder(bx, by, i, 0);
        g[i] = atBorder(bx, by, i, 1);
        b[i] = atBorder(bx, by, i, 2);
        continue;
      }
      int at = by * rowStep + 3 * bx;
      int above = at - rowStep;
      int below = at + rowStep;
      float u0 = x0[i];
      float u1 = x1[i];
      float u2 = x2[i];
      float v0 = y0[i];
      float v1 = y1[i];
      float v2 = y2[i];
      float w00 = u0 * v0;
      float w10 = u1 * v0;
      float w20 = u2 * v0;
      float w01 = u0 * v1;
      float w11 = u1 * v1 - 1;
      float w21 = u2 * v1;
      float w02 = u0 * v2;
      float w12 = u1 * v2;
      float w22 = u2 * v2;
      r[i] =
          (w00 * s[above - 3] + w10 * s[above] + w20 * s[above + 3])
              + (w01 * s[at - 3] + w11 * s[at] + w21 * s[at + 3])
              + (w02 * s[below - 3] + w12 * s[below] + w22 * s[below + 3]);
      g[i] =
          (w00 * s[above - 2] + w10 * s[above + 1] + w20 * s[above + 4])
              + (w01 * s[at - 2] + w11 * s[at + 1] + w21 * s[at + 4])
              + (w02 * s[below - 2] + w12 * s[below + 1] + w22 * s[below + 4]);
      b[i] =
          (w00 * s[above - 1] + w10 * s[above + 2] + w20 * s[above + 5])
              + (w01 * s[at - 1] + w11 * s[at + 2] + w21 * s[at + 5])
              + (w02 * s[below - 1] + w12 * s[below + 2] + w22 * s[below + 5]);
    }
  }

  private void inGrey(int x, int y, int from, int to, float[] into) {
    float[] s = smooth;
    for (int i = from; i < to; i++) {
      int bx = x + i + wholeX[i];
      int by = y + wholeY[i];
      if (bx < 1 || bx + 1 >= width || by < 1 || by + 1 >= height) {
        into[i] = atBorder(bx, by, i, 0);
        continue;
      }
      int at = by * width + bx;
      int above = at - width;
      int below = at + width;
      float u0 = across[0][i];
      float u1 = across[1][i];
      float u2 = across[2][i];
      into[i] =
          down[0][i] * (u0 * s[above - 1] + u1 * s[above] + u2 * s[above + 1])
              + down[1][i] * (u0 * s[at - 1] + u1 * s[at] + u2 * s[at + 1])
              + down[2][i] * (u0 * s[below - 1] + u1 * s[below] + u2 * s[below + 1])
              - s[at];
    }
  }

  private void findNearest(int x, int y, int from, int to) {
    int step = photo.channels();
    int rowStep = photo.width() * step;
    int corner = top * rowStep + left * step;
    int right = width - 1;
    int bottom = height - 1;
    for (int i = from; i < to; i++) {
      int bx = Math.min(right, Math.max(0, x + i + wholeX[i]));
      int by = Math.min(bottom, Math.max(0, y + wholeY[i]));
      nearest[i] = corner + by * rowStep + bx * step;
    }
  }

  private void addNearest(byte[] samples, int from, int to, float[] r, float[] g, float[] b) {
    for (int i = from; i < to; i++) {
      int n = nearest[i];
      r[i] += samples[n] & 0xff;
      g[i] += samples[n + 1] & 0xff;
      b[i] += samples[n + 2] & 0xff;
    }
  }

  private void addNearest(int from, int to, int channel, float[] into) {
    if (photo.bitDepth() == 8) {
      byte[] samples = photo.samples8();
      for (int i = from; i < to; i++) {
        into[i] += samples[nearest[i] + channel] & 0xff;
      }
    } else {
      short[] samples = photo.samples16();
      for (int i = from; i < to; i++) {
        into[i] += samples[nearest[i] + channel] & 0xffff;
      }
    }
  }

  /** Each move's nearest whole pixel, and the weights of that one and those beside. */
  private static void split(float[] d, int from, int to, int[] whole, float[][] w) {
    float[] w0 = w[0];
    float[] w1 = w[1];
    float[] w2 = w[2];
    for (int i = from; i < to; i++) {
      whole[i] = (int) (d[i] + (ABOVE_ANY_MOVE + .5f)) - ABOVE_ANY_MOVE;
    }
    for (int i = from; i < to; i++) {
      float t = d[i] - whole[i];
      float square = t * t;
      w0[i] = square - .5f * t;
      w1[i] = 1 - 2 * square;
      w2[i] = square + .5f * t;
    }
  }

  /** The same for a pixel whose taps may reach beyond the part; its outermost pixels repeat. */
  private float atBorder(int bx, int by, int i, int channel) {
    float sum = -bands.smooth(bands.column(bx), bands.line(by), channel);
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        sum +=
            down[j][i]
                * across[k][i]
                * bands.smooth(bands.column(bx - 1 + k), bands.line(by - 1 + j), channel);
      }
    }
    return sum;
  }
}
