package beamish.training;

import java.util.Arrays;

/**
 * Weighted L1 distance over a Laplacian pyramid of a three-channel picture, with its gradient. It
 * asks for the right tone in the coarse band and the right edges in the fine ones at once.
 *
 * <p>Burt and Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983, with their five-tap
 * kernel (1 4 6 4 1)/16; borders reflect. One instance serves one picture at a time.
 */
public final class LaplacianPyramid {
  private static final float[] KERNEL = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};
  private final int levels;
  private final int[] width;
  private final int[] height;
  private final float[][] gauss;
  private final float[][] band;
  private final float[] half;
  private final float[] expanded;

  /** For pictures of this size; {@code levels} counts the coarse remainder. */
  public LaplacianPyramid(int width, int height, int levels) {
    this.levels = levels;
    this.width = new int[levels];
    this.height = new int[levels];
    this.gauss = new float[levels][];
    this.band = new float[levels][];
    for (int l = 0; l < levels; l++) {
      this.width[l] = l == 0 ? width : (this.width[l - 1] + 1) / 2;
      this.height[l] = l == 0 ? height : (this.height[l - 1] + 1) / 2;
      gauss[l] = new float[this.width[l] * this.height[l]];
      band[l] = new float[this.width[l] * this.height[l]];
    }
    this.half = new float[width * height];
    this.expanded = new float[width * height];
  }

  /** Weight maps for every level from one of the finest level's size. */
  public float[][] weights(float[] finest) {
    float[][] w = new float[levels][];
    w[0] = finest;
    for (int l = 1; l < levels; l++) {
      w[l] = new float[width[l] * height[l]];
      reduce(w[l - 1], l - 1, w[l]);
    }
    return w;
  }

  /**
   * Sum over the levels of the weighted mean absolute band difference.
   *
   * @param a {@code [3][height][width]}
   * @param b likewise
   * @param weights of {@link #weights}
   * @param factor multiplies loss and gradient
   * @param gradient receives, added, the loss gradient of {@code a}; or empty
   */
  public double loss(float[] a, float[] b, float[][] weights, float factor, float[] gradient) {
    int n = width[0] * height[0];
    double loss = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < n; i++) {
        gauss[0][i] = a[c * n + i] - b[c * n + i];
      }
      for (int l = 0; l + 1 < levels; l++) {
        reduce(gauss[l], l, gauss[l + 1]);
        expand(gauss[l + 1], l, expanded);
        for (int i = 0; i < band[l].length; i++) {
          band[l][i] = gauss[l][i] - expanded[i];
        }
      }
      System.arraycopy(gauss[levels - 1], 0, band[levels - 1], 0, band[levels - 1].length);
      for (int l = 0; l < levels; l++) {
        float[] d = band[l];
        float[] w = weights[l];
        float norm = factor / (3 * d.length);
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
          sum += w[i] * Math.abs(d[i]);
          d[i] = norm * w[i] * Math.signum(d[i]);
        }
        loss += sum * norm;
      }
      if (gradient.length > 0) {
        backward(gradient, c * n);
      }
    }
    return loss;
  }

  /** The bands hold the sign gradients; runs the two linear maps backwards. */
  private void backward(float[] gradient, int at) {
    float[] above = band[levels - 1];
    for (int l = levels - 2; l >= 0; l--) {
      expandTransposed(band[l], l, gauss[l + 1]);
      for (int i = 0; i < above.length; i++) {
        above[i] -= gauss[l + 1][i];
      }
      reduceTransposed(above, l, gauss[l]);
      for (int i = 0; i < gauss[l].length; i++) {
        band[l][i] += gauss[l][i];
      }
      above = band[l];
    }
    for (int i = 0; i < above.length; i++) {
      gradient[at + i] += above[i];
    }
  }

  private static int reflect(int i, int n) {
    int r = i < 0 ? -i : i;
    return r >= n ? Math.max(0, 2 * n - 2 - r) : r;
  }

  private void reduce(float[] from, int level, float[] to) {
    int w = width[level];
    int h = height[level];
    int w2 = width[level + 1];
    int h2 = height[level + 1];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w2; x++) {
        float s = 0;
        for (int k = 0; k < 5; k++) {
          s += KERNEL[k] * from[y * w + reflect(2 * x + k - 2, w)];
        }
        half[y * w2 + x] = s;
      }
    }
    for (int y = 0; y < h2; y++) {
      for (int x = 0; x < w2; x++) {
        float s = 0;
        for (int k = 0; k < 5; k++) {
          s += KERNEL[k] * half[reflect(2 * y + k - 2, h) * w2 + x];
        }
        to[y * w2 + x] = s;
      }
    }
  }

  private void reduceTransposed(float[] from, int level, float[] to) {
    int w = width[level];
    int h = height[level];
    int w2 = width[level + 1];
    int h2 = height[level + 1];
    Arrays.fill(half, 0, h * w2, 0);
    Arrays.fill(to, 0, w * h, 0);
    for (int y = 0; y < h2; y++) {
      for (int x = 0; x < w2; x++) {
        float g = from[y * w2 + x];
        for (int k = 0; k < 5; k++) {
          half[reflect(2 * y + k - 2, h) * w2 + x] += KERNEL[k] * g;
        }
      }
    }
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w2; x++) {
        float g = half[y * w2 + x];
        for (int k = 0; k < 5; k++) {
          to[y * w + reflect(2 * x + k - 2, w)] += KERNEL[k] * g;
        }
      }
    }
  }

  /** Linear interpolation between the coarse samples, which sit on the even fine ones. */
  private void expand(float[] from, int level, float[] to) {
    int w = width[level];
    int h = height[level];
    int w2 = width[level + 1];
    int h2 = height[level + 1];
    for (int y = 0; y < h; y++) {
      int y0 = y / 2;
      int y1 = Math.min(y0 + (y & 1), h2 - 1);
      for (int x = 0; x < w; x++) {
        int x0 = x / 2;
        int x1 = Math.min(x0 + (x & 1), w2 - 1);
        to[y * w + x] =
            (from[y0 * w2 + x0] + from[y0 * w2 + x1] + from[y1 * w2 + x0] + from[y1 * w2 + x1]) / 4;
      }
    }
  }

  private void expandTransposed(float[] from, int level, float[] to) {
    int w = width[level];
    int h = height[level];
    int w2 = width[level + 1];
    int h2 = height[level + 1];
    Arrays.fill(to, 0, w2 * h2, 0);
    for (int y = 0; y < h; y++) {
      int y0 = y / 2;
      int y1 = Math.min(y0 + (y & 1), h2 - 1);
      for (int x = 0; x < w; x++) {
        int x0 = x / 2;
        int x1 = Math.min(x0 + (x & 1), w2 - 1);
        float g = from[y * w + x] / 4;
        to[y0 * w2 + x0] += g;
        to[y0 * w2 + x1] += g;
        to[y1 * w2 + x0] += g;
        to[y1 * w2 + x1] += g;
      }
    }
  }
}
