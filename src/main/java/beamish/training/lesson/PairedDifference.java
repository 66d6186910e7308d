package beamish.training.lesson;

/**
 * Whether a change in a figure, measured twice on the same few people, is more than chance: the
 * mean of the paired differences with its 95 % interval, by Student's t (Student, "The Probable
 * Error of a Mean", 1908). The interval is honest for few pairs: with two it is wide, and with one
 * there is none.
 *
 * @param count of pairs, or of groups of them
 * @param before mean before
 * @param after mean after
 * @param low lower end of the interval of {@code after − before}; −infinity with fewer than two
 * @param high its upper end
 */
public record PairedDifference(int count, double before, double after, double low, double high) {
  /** Two-sided 95 % quantiles of Student's t for 1, 2 … degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double NORMAL = 1.960;

  /** What can be said, for a figure of which less is better. */
  public enum Outcome {
    /** Lower, and hardly by chance. */
    BETTER,
    /** Too little to tell from chance. */
    EQUAL,
    /** Higher, and hardly by chance. */
    WORSE,
    /** Fewer than two to tell by. */
    UNKNOWN
  }

  /**
   * Compares.
   *
   * @param before of each pair
   * @param after of the same pairs in the same order
   */
  public static PairedDifference of(double[] before, double[] after) {
    int n = before.length;
    if (n == 0 || after.length != n) {
      throw new IllegalArgumentException(n + " before, " + after.length + " after");
    }
    double b = 0;
    double a = 0;
    for (int i = 0; i < n; i++) {
      b += before[i] / n;
      a += after[i] / n;
    }
    if (n == 1) {
      return new PairedDifference(1, b, a, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = after[i] - before[i] - (a - b);
      squares += off * off;
    }
    double half = quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new PairedDifference(n, b, a, a - b - half, a - b + half);
  }

  private static double quantile(int freedom) {
    // Cornish-Fisher's first term, right to a thousandth from here on
    return freedom <= T.length ? T[freedom - 1] : NORMAL + 2.37 / freedom;
  }

  /** What can be said. */
  public Outcome outcome() {
    if (count < 2) {
      return Outcome.UNKNOWN;
    }
    if (high < 0) {
      return Outcome.BETTER;
    }
    return low > 0 ? Outcome.WORSE : Outcome.EQUAL;
  }

  /** The change as a part of what was before: −.3 for 30 % less. */
  public double change() {
    return (after - before) / before;
  }

  /** The interval's lower end as a part of what was before. */
  public double lowChange() {
    return low / before;
  }

  /** The interval's upper end as a part of what was before. */
  public double highChange() {
    return high / before;
  }
}
