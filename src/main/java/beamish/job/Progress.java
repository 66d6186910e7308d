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

  /** The same in words that can be said in other languages. */
  default void report(double fraction, Words what) {
    report(fraction, what.toString());
  }

  /** Tells of a part of a longer work, which ends where {@code share} of it is done. */
  default Progress first(double share) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String what) {
        whole.report(fraction * share, what);
      }

      @Override
      public void report(double fraction, Words what) {
        whole.report(fraction * share, what);
      }
    };
  }
}
