package beamish.expression;

import beamish.image.Cholesky;

/** The even curve through an edge, a row in each column of the mouth window, that most agree on. */
final class EvenCurve {
  private static final int H = EditGeometry.MOUTH_ROWS;

  /** Up to the fourth power. */
  private static final int TERMS = 5;

  private static final double STIFF = .15;
  private static final int ROUNDS = 6;

  /** Rows; what lies farther from the curve hardly counts. */
  private static final double STRAY = 1;

  private EvenCurve() {}

  /**
   * Weighted least squares, each round with less weight on what strays: Cauchy's weights.
   *
   * @param edge rows; what weighs nothing may be anything but NaN
   * @param weight of each column; what is not above 0 does not count
   * @param from first column of the curve
   * @param to the last one
   * @return the curve, within the window; {@code edge} outside its columns
   */
  static float[] through(float[] edge, float[] weight, int from, int to) {
    float[] out = edge.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[][] normal = new double[TERMS][TERMS];
      double[] right = new double[TERMS];
      for (int x = from; x <= to; x++) {
        double off = round == 0 ? 0 : (edge[x] - out[x]) / STRAY;
        double w = Math.max(0, weight[x]) / (1 + off * off);
        double[] term = terms(x, from, to);
        for (int i = 0; i < TERMS; i++) {
          right[i] += w * term[i] * edge[x];
          for (int j = 0; j < TERMS; j++) {
            normal[i][j] += w * term[i] * term[j];
          }
        }
      }
      for (int i = 1; i < TERMS; i++) {
        normal[i][i] += STIFF * i;
      }
      normal[0][0] += 1e-9;
      double[] k = new Cholesky(normal).solve(right);
      for (int x = from; x <= to; x++) {
        double[] term = terms(x, from, to);
        double y = 0;
        for (int i = 0; i < TERMS; i++) {
          y += k[i] * term[i];
        }
        out[x] = (float) Math.min(H - 1, Math.max(0, y));
      }
    }
    return out;
  }

  private static double[] terms(int x, int from, int to) {
    double s = 2.0 * (x - from) / (to - from) - 1;
    return new double[] {1, s, s * s, s * s * s, s * s * s * s};
  }
}
