package beamish.paste;

import beamish.image.FloatImage;

/**
 * How far a flow draws skin together. What the camera has just resolved would be finer there than
 * it sees, and the face sharper than its photo: minified by m along both axes, a picture's
 * Laplacian grows by m². So the fine band is divided by that. Where skin is drawn apart nothing is
 * added, since it would be noise.
 */
final class Minification {
  /** However far it is drawn together, half of the fine band stays. */
  private static final double MOST = 2;

  private Minification() {}

  /**
   * What the fine band loses, 0 for nothing … ½.
   *
   * @param flow {@code [2][h][w]}: x and y displacement in crop widths, where a pixel comes from
   * @return {@code [1][h][w]}: 1 − 1 / m², where m² is the determinant of the flow's Jacobian, the
   *     area that a pixel shows
   */
  static FloatImage less(FloatImage flow) {
    int w = flow.width();
    int h = flow.height();
    float[] f = flow.data();
    float[] less = new float[w * h];
    for (int y = 0; y < h; y++) {
      int above = Math.max(0, y - 1) * w;
      int below = Math.min(h - 1, y + 1) * w;
      double down = (double) h * w / Math.max(1, below - above);
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(w - 1, x + 1);
        double across = (double) w / Math.max(1, right - left);
        int row = y * w;
        double xx = 1 + (f[row + right] - f[row + left]) * across;
        double xy = (f[below + x] - f[above + x]) * down;
        double yx = (f[w * h + row + right] - f[w * h + row + left]) * across;
        double yy = 1 + (f[w * h + below + x] - f[w * h + above + x]) * down;
        double area = Math.min(MOST, xx * yy - xy * yx);
        less[row + x] = (float) (1 - 1 / Math.max(1, area));
      }
    }
    return new FloatImage(1, h, w, less);
  }
}
