package beamish.training.recipe;

/** Cross-entropies and their gradients, over logits. */
final class Labels {
  private Labels() {}

  /**
   * Softmax cross-entropy, the mean over samples.
   *
   * @param wanted one 1 in each row of {@code classes}
   * @param gradient is added to
   */
  static double classes(
      float[] logits, float[] wanted, int classes, float weight, float[] gradient) {
    double loss = 0;
    int n = logits.length / classes;
    for (int at = 0; at < logits.length; at += classes) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        most = Math.max(most, logits[at + k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(logits[at + k] - most);
      }
      for (int k = 0; k < classes; k++) {
        double p = Math.exp(logits[at + k] - most) / sum;
        loss -= wanted[at + k] * Math.log(Math.max(1e-12, p)) / n;
        gradient[at + k] += (float) (weight * (p - wanted[at + k]) / n);
      }
    }
    return loss;
  }

  /** Binary cross-entropy of logits that should all say {@code real}, the mean; as above. */
  static double truth(float[] logits, boolean real, float weight, float[] gradient) {
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      double toReal = real ? -logits[i] : logits[i];
      loss += (Math.max(0, toReal) + Math.log1p(Math.exp(-Math.abs(toReal)))) / logits.length;
      double p = 1 / (1 + Math.exp(-logits[i]));
      gradient[i] += (float) (weight * (p - (real ? 1 : 0)) / logits.length);
    }
    return loss;
  }
}
