package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.dl4j.BeamishModel;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9}, in the middle of a step or a write, whichever it happens to be. Two moments, as
 * each costs seconds; {@code -Dbeamish.test.kills=20} asks for more.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class KilledTrainingTest {
  private static final int KILLS = Integer.getInteger("beamish.test.kills", 2);

  /** A little more than one for each life. */
  private static final int STEPS = KILLS + 4;

  /** Milliseconds that a training takes from its first step to its model, left alone. */
  private long alone;

  @TempDir private Path root;

  private Process child(String model) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.eclipse.deeplearning4j.helpers.disable=false",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTraining.class.getName(),
            root.toString(),
            model,
            Integer.toString(STEPS)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void killedAgainAndAgainItEndsWhereItWouldHaveEnded() throws Exception {
    double straight = ended("straight");
    // so long that all lives together come near the end, on this machine, today
    int life = (int) (2 * alone / (KILLS + 2));
    Random moments = new Random(KILLS);
    int lives = 0;
    float kept = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      // every other life keeps something first, or a slow start would be killed again and again
      kill("killed", kill % 2 == 0 ? "saved" : "prepared", moments.nextInt(life));
      // no life takes back what an earlier one has kept
      float now = steps("killed");
      assertThat(now).as("after kill %d", kill + 1).isGreaterThanOrEqualTo(kept);
      lives += now > kept ? 1 : 0;
      kept = now;
    }
    assertThat(lives).as("lives in which something was learned").isPositive();
    double killed = ended("killed");
    System.out.printf(
        "%d kills, %d lives with a new checkpoint, %.0f of %d steps kept: distance %.4f, without"
            + " kills %.4f%n",
        KILLS, lives, kept, STEPS, killed, straight);
    assertThat(steps("killed")).isEqualTo(STEPS);
    assertThat(killed).isCloseTo(straight, within(2e-3));
    assertThat(new DrawnLesson(root).store().weights("killed", BeamishModel.ARCHITECTURE))
        .isNotEmpty();
  }

  private void kill(String model, String from, int after) throws Exception {
    Process child = child(model);
    try (BufferedReader lines = child.inputReader()) {
      await(lines, from);
      Thread.sleep(after);
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    // the last lives may come to the end
    assertThat(child.exitValue()).isIn(128 + 9, 0);
  }

  private static String await(BufferedReader lines, String wanted) throws IOException {
    String distance = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      distance = line.startsWith("distance ") ? line.substring(9) : distance;
      if ((line + " ").startsWith(wanted + " ")) {
        return distance;
      }
    }
    throw new AssertionError("the child ended by itself, without " + wanted);
  }

  /** Lets it end; the last look's distance. */
  private double ended(String model) throws Exception {
    Process child = child(model);
    try (BufferedReader lines = child.inputReader()) {
      await(lines, "prepared");
      long begun = System.nanoTime();
      double distance = Double.parseDouble(await(lines, "done"));
      alone = (System.nanoTime() - begun) / 1_000_000;
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
      return distance;
    } finally {
      child.destroyForcibly();
    }
  }

  private float steps(String model) {
    Path file = root.resolve(model).resolve(Checkpoint.FILE);
    if (!Files.exists(file)) {
      return 0;
    }
    Tensor clock = SafeTensors.read(file).get("clock");
    return Objects.requireNonNull(clock).data()[0];
  }
}
