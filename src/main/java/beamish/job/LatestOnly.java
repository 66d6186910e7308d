package beamish.job;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A one-slot mailbox before a lane, for a slider that moves faster than the work it asks for: what
 * is posted replaces what still waits, so the newest value wins and nothing queues up. The last
 * value posted is always worked on. Any thread may post.
 */
public final class LatestOnly<T> {
  private final Executor lane;
  private final Consumer<T> work;
  private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

  /** A mailbox whose values {@code work} takes on {@code lane}, one at a time if the lane does. */
  public LatestOnly(Executor lane, Consumer<T> work) {
    this.lane = lane;
    this.work = work;
  }

  /** Leaves a value in the slot, in place of one that has not been taken yet. */
  public void post(T value) {
    if (slot.getAndSet(value) == null) {
      lane.execute(this::take);
    }
  }

  private void take() {
    T value = slot.getAndSet(null);
    if (value != null) {
      work.accept(value);
    }
  }
}
