package beamish.training;

/** How well a score tells two kinds apart. */
public final class Separation {
  private Separation() {}

  /**
   * The area under the ROC curve: the chance that one of {@code same} scores higher than one of
   * {@code other}, ties counted half. .5 is guessing, 1 is perfect.
   */
  public static double areaUnderCurve(double[] same, double[] other) {
    double wins = 0;
    for (double a : same) {
      for (double b : other) {
        wins += a > b ? 1 : a == b ? .5 : 0;
      }
    }
    return wins / ((double) same.length * other.length);
  }
}
