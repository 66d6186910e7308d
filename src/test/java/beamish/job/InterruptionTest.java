package beamish.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class InterruptionTest {

  /** Works until it is told to stop, and cleans up then; started in a JVM of its own. */
  public static final class Worker {
    public static void main(String[] args) {
      Cancellation cancellation = new Cancellation();
      String result =
          Interruption.cancels(
              cancellation,
              () -> {
                System.out.println("working");
                while (!cancellation.isCancelled()) {
                  Thread.onSpinWait();
                }
                System.out.println("cleaned up");
                return "done";
              });
      assertThat(result).isEqualTo("done");
    }
  }

  /** Is done, and then tells at the process's very end whether its work was cancelled late. */
  public static final class Ended {
    public static void main(String[] args) {
      Cancellation cancellation = new Cancellation();
      assertThat(Interruption.cancels(cancellation, () -> 7)).isEqualTo(7);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    // hooks run side by side: one left behind would have cancelled by then
                    LockSupport.parkNanos(300_000_000);
                    System.out.println("cancelled: " + cancellation.isCancelled());
                  }));
    }
  }

  private static Process start(Class<?> program) throws IOException {
    return new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()))
        .redirectErrorStream(true)
        .start();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theProcessEndsAfterTheCleanUp() throws Exception {
    Process process = start(Worker.class);
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("working");
      process.toHandle().destroy(); // SIGTERM, which the JVM treats as it does Ctrl+C
      assertThat(lines.readLine()).isEqualTo("cleaned up");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    }
  }

  @Test
  void workThatEndsByItselfLeavesNothingBehind() throws Exception {
    Process process = start(Ended.class);
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("cancelled: false");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
