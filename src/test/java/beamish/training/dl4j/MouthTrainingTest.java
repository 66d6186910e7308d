package beamish.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.face.dl4j.MouthNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MouthTrainingTest {
  private MouthTraining.Report learn(Path folder, boolean resume, double minutes)
      throws IOException {
    LandmarkSamples.Split split =
        new LandmarkSamples.Split(
            List.of(LandmarkJitterTest.dot(2)), List.of(LandmarkJitterTest.dot(2)));
    return MouthTraining.learn(
        split, plan(folder, resume, minutes), Progress.NONE, new Cancellation());
  }

  private static LandmarkPlan plan(Path folder, boolean resume, double minutes) {
    return new LandmarkPlan(folder, folder, folder, folder, resume, minutes, 5);
  }

  @Test
  void aMouthIsLearnedBesideTheFaceThatIsThere(@TempDir Path folder) throws IOException {
    Files.copy(Path.of("models/landmarks-1/manifest.json"), folder.resolve("manifest.json"));
    MouthTraining.Report first = learn(folder, false, .01);
    assertThat(first.steps()).isPositive();
    MouthTraining.Report second = learn(folder, true, .01);

    JsonNode written = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    JsonNode before =
        new ObjectMapper().readTree(Path.of("models/landmarks-1/manifest.json").toFile());
    assertThat(written.get("sha256")).isEqualTo(before.get("sha256"));
    assertThat(written.at("/mouth/weights").asText()).isEqualTo(MouthNet.WEIGHTS);
    assertThat(written.at("/mouth/training/steps").asInt())
        .as("steps of both")
        .isEqualTo(first.steps() + second.steps());
    new MouthNet(folder).close();
  }

  @Test
  void withoutAFaceThereIsNoMouth(@TempDir Path folder) {
    // said before photos are read, not when minutes of learning are over
    assertThatThrownBy(
            () -> MouthTraining.run(plan(folder, false, 1), Progress.NONE, new Cancellation()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("whole faces");
  }
}
