package beamish.job;

/** Where a long task tells how far it is. Called from the worker's thread. */
@FunctionalInterface
public interface Progress {

  /** A listener that ignores everything. */
  Progress NONE = (fraction, what) -> {};

  /**
   * Tells how far the work is.
   *
   * @param fraction 0 … 1, or negative where it cannot be known
   * @param what the step under way, in a few words
   */
  void report(double fraction, String what);
}
