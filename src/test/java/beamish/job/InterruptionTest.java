package beamish.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theProcessEndsAfterTheCleanUp() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Worker.class.getName()))
            .redirectErrorStream(true)
            .start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("working");
      process.toHandle().destroy(); // SIGTERM, which the JVM treats as it does Ctrl+C
      assertThat(lines.readLine()).isEqualTo("cleaned up");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    }
  }

  @Test
  void workThatEndsByItselfLeavesNothingBehind() {
    Cancellation cancellation = new Cancellation();
    assertThat(Interruption.cancels(cancellation, () -> 7)).isEqualTo(7);
    assertThat(cancellation.isCancelled()).isFalse();
  }
}
