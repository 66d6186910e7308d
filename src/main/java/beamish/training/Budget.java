package beamish.training;

/**
 * How long a training goes on, over all its runs: until the first of both is spent.
 *
 * @param seconds in training, infinity for no limit
 * @param crops seen, {@link Long#MAX_VALUE} for no limit
 */
public record Budget(double seconds, long crops) {

  /** Checks that there is something to spend, and an end to it. */
  public Budget {
    if (!(seconds > 0) || crops <= 0 || (Double.isInfinite(seconds) && crops == Long.MAX_VALUE)) {
      throw new IllegalArgumentException(seconds + " s, " + crops + " crops");
    }
  }

  /** So many minutes. */
  public static Budget ofMinutes(double minutes) {
    return new Budget(60 * minutes, Long.MAX_VALUE);
  }

  /** So many crops, however long they take: the same run gives the same weights. */
  public static Budget ofCrops(long crops) {
    return new Budget(Double.POSITIVE_INFINITY, crops);
  }

  /** Which part is spent, 0 … 1. */
  public double fraction(double secondsDone, long cropsDone) {
    return Math.min(1, Math.max(secondsDone / seconds, (double) cropsDone / crops));
  }

  /**
   * Seconds until it is spent, at this speed.
   *
   * @param cropsPerSecond everything counted that the clock counts
   */
  public double secondsToGo(double secondsDone, long cropsDone, double cropsPerSecond) {
    double byCrops =
        crops == Long.MAX_VALUE
            ? Double.POSITIVE_INFINITY
            : (crops - cropsDone) / Math.max(1e-9, cropsPerSecond);
    return Math.max(0, Math.min(seconds - secondsDone, byCrops));
  }
}
