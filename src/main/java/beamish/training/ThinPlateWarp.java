package beamish.training;

import beamish.image.Point;
import java.util.List;

/**
 * The smoothest map of the plane that takes given points (nearly) to given others: a thin-plate
 * spline, u(r) = r² log r, after Bookstein, "Principal Warps" (1989).
 */
final class ThinPlateWarp {
  private final List<Point> from;

  /** Weights of each point, then the constant, x and y parts; for x and for y. */
  private final double[][] weights;

  private final double unit;

  /**
   * Fits the map.
   *
   * @param stiffness 0 meets every point; more lets points be missed for a smoother map
   */
  ThinPlateWarp(List<Point> from, List<Point> to, double stiffness) {
    this.from = List.copyOf(from);
    int n = from.size();
    double spread = 0;
    for (Point p : from) {
      spread = Math.max(spread, Math.max(Math.abs(p.x()), Math.abs(p.y())));
    }
    unit = 1 / spread;
    double[][] system = new double[n + 3][n + 5];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        system[i][j] = i == j ? stiffness : radial(from.get(i), from.get(j).x(), from.get(j).y());
      }
      double[] line = {1, from.get(i).x() * unit, from.get(i).y() * unit};
      for (int k = 0; k < 3; k++) {
        system[i][n + k] = line[k];
        system[n + k][i] = line[k];
      }
      system[i][n + 3] = to.get(i).x();
      system[i][n + 4] = to.get(i).y();
    }
    weights = solve(system, n + 3);
  }

  Point apply(double x, double y) {
    int n = from.size();
    double[] out = new double[2];
    for (int c = 0; c < 2; c++) {
      double[] w = weights[c];
      out[c] = w[n] + w[n + 1] * x * unit + w[n + 2] * y * unit;
    }
    for (int i = 0; i < n; i++) {
      double u = radial(from.get(i), x, y);
      out[0] += weights[0][i] * u;
      out[1] += weights[1][i] * u;
    }
    return new Point(out[0], out[1]);
  }

  private double radial(Point p, double x, double y) {
    double dx = (p.x() - x) * unit;
    double dy = (p.y() - y) * unit;
    double square = dx * dx + dy * dy;
    return square == 0 ? 0 : .5 * square * Math.log(square);
  }

  /** Gauss-Jordan elimination with row pivots; the two right-hand sides are the last columns. */
  private static double[][] solve(double[][] a, int n) {
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = a[column];
      a[column] = a[pivot];
      a[pivot] = swap;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : a[row][column] / a[column][column];
        if (factor != 0) {
          for (int k = column; k < n + 2; k++) {
            a[row][k] -= factor * a[column][k];
          }
        }
      }
    }
    double[][] solution = new double[2][n];
    for (int i = 0; i < n; i++) {
      solution[0][i] = a[i][n] / a[i][i];
      solution[1][i] = a[i][n + 1] / a[i][i];
    }
    return solution;
  }
}
