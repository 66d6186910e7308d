package beamish.image;

/** The triangular root of a symmetric positive definite matrix, for solving: A = L·Lᵀ. */
public final class Cholesky {
  private final double[][] root;

  /**
   * Factors a matrix, of which the lower half is read.
   *
   * @throws IllegalArgumentException if it is not positive definite
   */
  public Cholesky(double[][] a) {
    int n = a.length;
    root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i == j && !(sum > 0)) {
          throw new IllegalArgumentException("not positive definite at row " + i);
        }
        root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
      }
    }
  }

  /** The x of A·x = b. */
  public double[] solve(double[] b) {
    int n = root.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= root[i][k] * x[k];
      }
      x[i] /= root[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= root[k][i] * x[k];
      }
      x[i] /= root[i][i];
    }
    return x;
  }

  /** A⁻¹. */
  public double[][] inverse() {
    int n = root.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }
}
