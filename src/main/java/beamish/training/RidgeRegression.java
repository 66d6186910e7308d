package beamish.training;

import beamish.image.Cholesky;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ridge regression between vectors far longer than there are samples, so in its dual form:
 *
 * <pre>
 *   y(x) = ȳ + Σ cᵢ (yᵢ − ȳ),   c = (K + λ·1)⁻¹ k,   Kᵢⱼ = (xᵢ − x̄)·(xⱼ − x̄),   kᵢ = (xᵢ − x̄)·(x − x̄)
 * </pre>
 *
 * <p>λ is the one of a logarithmic row with the least squared error of leaving one sample out,
 * which needs no refitting: the residual left out is the residual over 1 − H of the hat matrix
 * (Allen, "The relationship between variable selection and data augmentation", 1974).
 */
final class RidgeRegression {
  /** Steps of λ a power of ten, from a ten-thousandth of the mean variance to ten thousand. */
  private static final int STEPS = 4;

  private static final int POWERS = 4;

  private final Samples x;
  private final Samples y;
  private final double weight;
  private final double error;
  private final double[][] inverse;

  /** Vectors about their mean, and their inner products. */
  static final class Samples {
    final float[] mean;

    /** {@code [sample][component]}, less the mean. */
    final float[][] rows;

    /** {@code [sample][sample]}. */
    final double[][] products;

    /** Takes the rows over, and centres them. */
    Samples(float[][] rows) {
      this.rows = rows;
      this.mean = new float[rows[0].length];
      for (int k = 0; k < mean.length; k++) {
        double sum = 0;
        for (float[] row : rows) {
          sum += row[k];
        }
        mean[k] = (float) (sum / rows.length);
        for (float[] row : rows) {
          row[k] -= mean[k];
        }
      }
      this.products =
          IntStream.range(0, rows.length)
              .parallel()
              .mapToObj(i -> products(rows[i]))
              .toArray(double[][]::new);
    }

    /** With each sample. */
    double[] products(float[] centred) {
      double[] out = new double[rows.length];
      for (int i = 0; i < out.length; i++) {
        double sum = 0;
        for (int k = 0; k < centred.length; k++) {
          sum += centred[k] * rows[i][k];
        }
        out[i] = sum;
      }
      return out;
    }
  }

  /** Learns what takes each of the first to its neighbour in the second; at least two samples. */
  static RidgeRegression fit(Samples x, Samples y) {
    double variance = 0;
    for (int i = 0; i < x.rows.length; i++) {
      variance += x.products[i][i] / x.rows.length;
    }
    double scale = Math.max(variance, 1e-12);
    return IntStream.rangeClosed(-POWERS * STEPS, POWERS * STEPS)
        .mapToObj(k -> new RidgeRegression(x, y, scale * Math.pow(10, (double) k / STEPS)))
        .min(Comparator.comparingDouble(RidgeRegression::leaveOneOutError))
        .orElseThrow();
  }

  /** Learns with a given λ. */
  RidgeRegression(Samples x, Samples y, double weight) {
    this.x = x;
    this.y = y;
    this.weight = weight;
    this.inverse = inverse(x, weight);
    this.error = leftOut(inverse, weight);
  }

  private static double[][] inverse(Samples x, double lambda) {
    int n = x.rows.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = x.products[i].clone();
      a[i][i] += lambda;
    }
    return new Cholesky(a).inverse();
  }

  /** Sum of squares of the residuals of every sample, foretold from all the others. */
  private double leftOut(double[][] p, double lambda) {
    int n = p.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          square += p[i][j] * y.products[j][k] * p[i][k];
        }
      }
      double free = lambda * p[i][i] - 1. / n;
      sum += lambda * lambda * square / (free * free);
    }
    return sum;
  }

  /** λ. */
  double weight() {
    return weight;
  }

  /** Sum of squares of the residuals of every sample, foretold from all the others. */
  double leaveOneOutError() {
    return error;
  }

  /** What belongs to another vector of the first kind. */
  float[] predict(float[] other) {
    float[] centred = new float[other.length];
    for (int k = 0; k < centred.length; k++) {
      centred[k] = other[k] - x.mean[k];
    }
    double[] near = x.products(centred);
    float[] out = y.mean.clone();
    for (int i = 0; i < near.length; i++) {
      double share = 0;
      for (int j = 0; j < near.length; j++) {
        share += inverse[i][j] * near[j];
      }
      for (int k = 0; k < out.length; k++) {
        out[k] += (float) share * y.rows[i][k];
      }
    }
    return out;
  }
}
