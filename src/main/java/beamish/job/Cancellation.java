package beamish.job;

import java.util.concurrent.CancellationException;

/**
 * Cooperative cancellation: the worker asks between steps, the owner sets it once from any thread.
 * Threads are never interrupted, because an interrupt closes NIO channels.
 */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Asks the work to stop at its next step. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether {@link #cancel()} has been called. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Returns, or throws if the work is to stop.
   *
   * @throws CancellationException after {@link #cancel()}
   */
  public void check() {
    if (cancelled) {
      throw new CancellationException("cancelled");
    }
  }
}
