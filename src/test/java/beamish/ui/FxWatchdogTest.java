package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The watchdog barks, and only then. */
@ExtendWith(ApplicationExtension.class)
class FxWatchdogTest {
  private static final long MILLI = 1_000_000;
  private final FxWatchdog watchdog = new FxWatchdog();

  @Start
  void start(Stage stage) {
    stage.show();
  }

  private List<String> after(FxRobot robot, Runnable work) throws Exception {
    watchdog.start();
    robot.interact(work);
    return watchdog.stop();
  }

  /** As a decoder does: nothing but computing, for so long of the thread's own time. */
  private static void compute(int millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + millis * MILLI;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + millis * MILLI;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Test
  void noticesComputing(FxRobot robot) throws Exception {
    assertThat(after(robot, () -> compute(150)))
        .singleElement()
        .asString()
        .contains("FxWatchdogTest.compute");
  }

  @Test
  void noticesWaiting(FxRobot robot) throws Exception {
    assertThat(after(robot, () -> pause(400)))
        .singleElement()
        .asString()
        .contains("FxWatchdogTest.pause");
  }

  @Test
  void letsShortWorkAndIdlenessPass(FxRobot robot) throws Exception {
    assertThat(
            after(
                robot,
                () -> {
                  compute(20);
                  pause(20);
                }))
        .isEmpty();
    watchdog.start();
    pause(300);
    assertThat(watchdog.stop()).isEmpty();
  }
}
