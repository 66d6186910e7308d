package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.expression.dl4j.BeamishModel;
import beamish.job.Cancellation;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.Budget;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9}, in the middle of a step or a write, whichever it happens to be. */
class KilledTrainingTest {

  @Test
  void goesOnFromTheLastCheckpoint(@TempDir Path root) throws IOException, InterruptedException {
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
            root.toString()));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = child.inputReader()) {
      for (int saved = 0; saved < 2; ) {
        String line = lines.readLine();
        assertThat(line).as("the child ended by itself").isNotNull();
        saved += line.equals("saved") ? 1 : 0;
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);

    float kept = steps(root);
    assertThat(kept).isGreaterThanOrEqualTo(2);
    DrawnLesson lesson = new DrawnLesson(root);
    int until = (int) kept + 1;
    Ending ending =
        lesson
            .training()
            .run(
                lesson
                    .order("own", until)
                    .goingOn(Budget.ofCrops((long) until * TrainingRun.BATCH)),
                new TrainingControl(),
                new Cancellation(),
                event -> {});
    assertThat(ending).isEqualTo(Ending.SPENT);
    assertThat(steps(root)).isEqualTo(kept + 1);
    assertThat(lesson.store().weights("own", BeamishModel.ARCHITECTURE)).isNotEmpty();
  }

  private static float steps(Path root) {
    Tensor clock = SafeTensors.read(root.resolve("own").resolve(Checkpoint.FILE)).get("clock");
    return Objects.requireNonNull(clock).data()[0];
  }
}
