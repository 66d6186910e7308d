package beamish.training;

/**
 * The normalised temperature-scaled cross-entropy (Chen et al., "A simple framework for contrastive
 * learning of visual representations", 2020): of all vectors in a batch, each one's partner should
 * be the nearest. Vectors 2i and 2i + 1 are of one person.
 */
public final class LikenessLoss {
  private static final double TEMPERATURE = .1;

  private LikenessLoss() {}

  /**
   * The mean loss of a batch.
   *
   * @param vectors {@code [count][length]}, each of length one
   * @param gradient receives the loss gradient of every number, as if the vectors were free
   */
  public static double of(float[] vectors, int count, int length, float[] gradient) {
    double loss = 0;
    double[] share = new double[count];
    for (int i = 0; i < count; i++) {
      int partner = i ^ 1;
      double most = -1 / TEMPERATURE;
      for (int j = 0; j < count; j++) {
        share[j] = dot(vectors, i * length, j * length, length) / TEMPERATURE;
        if (j != i) {
          most = Math.max(most, share[j]);
        }
      }
      double sum = 0;
      for (int j = 0; j < count; j++) {
        share[j] = j == i ? 0 : Math.exp(share[j] - most);
        sum += share[j];
      }
      loss -= Math.log(share[partner] / sum) / count;
      for (int j = 0; j < count; j++) {
        if (j != i) {
          double d = (share[j] / sum - (j == partner ? 1 : 0)) / (TEMPERATURE * count);
          add(vectors, j * length, d, gradient, i * length, length);
          add(vectors, i * length, d, gradient, j * length, length);
        }
      }
    }
    return loss;
  }

  private static double dot(float[] v, int a, int b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += (double) v[a + k] * v[b + k];
    }
    return sum;
  }

  private static void add(float[] from, int at, double times, float[] into, int to, int length) {
    for (int k = 0; k < length; k++) {
      into[to + k] += (float) (times * from[at + k]);
    }
  }
}
