package architecture.broken.edit;

/** A thread outside the lanes. */
public final class StartsThread {
  /** Never called. */
  public Thread make() {
    return Thread.ofVirtual().unstarted(() -> {});
  }
}
