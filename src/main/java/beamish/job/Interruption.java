package beamish.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns Ctrl+C, or any other request that the process end, into a cancellation: the work is asked
 * to stop, and the process waits a little for it to clean up. The JVM then exits with 128 plus the
 * signal's number by itself, so 130 for Ctrl+C.
 */
public final class Interruption {
  private static final long PATIENCE_SECONDS = 10;

  private Interruption() {}

  /** Runs {@code work}; if the process is to end meanwhile, {@code cancellation} is cancelled. */
  public static <T> T cancels(Cancellation cancellation, Supplier<T> work) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              cancellation.cancel();
              await(ended);
            },
            "beamish-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      ended.countDown();
      if (!cancellation.isCancelled()) {
        forget(hook);
      }
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the process began to end just now; the hook finds the work done
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("beamish: gave up waiting for the work to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
