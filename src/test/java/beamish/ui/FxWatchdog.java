package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches the FX thread while a test runs and fails it if the window stood still: a heartbeat goes
 * through the thread's queue again and again, and what lies between two beats may take {@link
 * #LIMIT_MS} at most, twice that where a window opened, which styles all that is in it. Only what
 * the thread did counts, its own processor time and its waiting for locks, sleep or files within
 * our code, so that a busy machine is not taken for a slow program. For {@link ExtendWith} or as a
 * field; the window has to be shown already.
 */
final class FxWatchdog implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  static final int LIMIT_MS = 100;
  private static final int SAMPLE_MS = 5;
  private static final double MILLI = 1e-6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> stalls = new CopyOnWriteArrayList<>();
  private volatile boolean watching;

  /** Windows that were open at the last beat. */
  private volatile List<Window> windows = List.of();

  private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

  @Override
  public void beforeTestExecution(ExtensionContext context) throws Exception {
    start();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws Exception {
    assertThat(stop()).as("what made the window stand still").isEmpty();
  }

  /** Begins to watch. */
  void start() throws Exception {
    CompletableFuture<Thread> found = new CompletableFuture<>();
    Platform.runLater(() -> found.complete(Thread.currentThread()));
    Thread fx = found.get(10, TimeUnit.SECONDS);
    stalls.clear();
    windows = List.copyOf(Window.getWindows());
    watching = true;
    done = new CompletableFuture<>();
    Thread watcher = new Thread(() -> watch(fx), "fx-watchdog");
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Ends, and tells what took too long: for how long, and where. */
  List<String> stop() throws Exception {
    watching = false;
    done.get(10, TimeUnit.SECONDS);
    return stalls;
  }

  private void watch(Thread fx) {
    try {
      while (watching) {
        beat(fx);
      }
      done.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void beat(Thread fx) throws InterruptedException {
    CountDownLatch beat = new CountDownLatch(1);
    long cpu = threads.getThreadCpuTime(fx.threadId());
    List<Window> before = windows;
    Platform.runLater(
        () -> {
          windows = List.copyOf(Window.getWindows());
          beat.countDown();
        });
    double waited = 0;
    Map<String, Integer> places = new HashMap<>();
    long last = System.nanoTime();
    while (!beat.await(SAMPLE_MS, TimeUnit.MILLISECONDS) && watching) {
      StackTraceElement[] stack = fx.getStackTrace();
      long now = System.nanoTime();
      if (waits(fx.getState(), stack)) {
        // this thread may have waited for a processor itself
        waited += Math.min(2 * SAMPLE_MS, (now - last) * MILLI);
      }
      places.merge(place(stack), 1, Integer::sum);
      last = now;
    }
    double busy = (threads.getThreadCpuTime(fx.threadId()) - cpu) * MILLI + waited;
    // one may close as another opens, as a menu does
    boolean opened = !before.containsAll(windows);
    if (busy > (opened ? 2 : 1) * LIMIT_MS) {
      stalls.add(String.format("%.0f ms, seen at %s", busy, places));
    }
  }

  /** Whether our code waits: not the toolkit for events, nor for the renderer. */
  private static boolean waits(Thread.State state, StackTraceElement[] stack) {
    int ours = ours(stack);
    if (ours < 0) {
      return false;
    }
    for (int i = 0; i < ours; i++) {
      if (stack[i].getClassName().startsWith("com.sun.")) {
        return false;
      }
    }
    boolean file =
        stack[0].isNativeMethod()
            && (stack[0].getClassName().startsWith("java.io.")
                || stack[0].getClassName().startsWith("sun.nio."));
    return file || state != Thread.State.RUNNABLE;
  }

  /** The innermost frame of this program, or −1. */
  private static int ours(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().startsWith("beamish.")) {
        return i;
      }
    }
    return -1;
  }

  private static String place(StackTraceElement[] stack) {
    int ours = ours(stack);
    return ours < 0
        ? "the toolkit"
        : stack[ours].getClassName() + "." + stack[ours].getMethodName();
  }
}
