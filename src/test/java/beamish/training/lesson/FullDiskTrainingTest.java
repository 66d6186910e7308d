package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.expression.dl4j.BeamishModel;
import beamish.fake.SmallDisk;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.training.Budget;
import beamish.training.dl4j.TrainingRun;
import beamish.training.lesson.TrainingEvent.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training on a real disk that is full at the wrong moment. */
class FullDiskTrainingTest {
  private static final String SKIPPED = "skipped: nobody may mount a small disk here";

  private static Ending run(DrawnLesson lesson, TrainingOrder order, Consumer<TrainingEvent> then) {
    return lesson.training().run(order, new TrainingControl(), new Cancellation(), then);
  }

  private static Budget steps(int n) {
    return Budget.ofCrops((long) n * TrainingRun.BATCH);
  }

  /** The disk is full once the second checkpoint is written. */
  private static Consumer<TrainingEvent> filling(SmallDisk disk) {
    int[] saved = {0};
    return event -> {
      if (event instanceof TrainingEvent.Saved && ++saved[0] == 2) {
        try {
          disk.fill();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  void goesOnFromTheLastCheckpointAndThePreviousModelIsWhole(@TempDir Path folder)
      throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder, 320);
    assumeTrue(mounted.isPresent(), SKIPPED);
    try (SmallDisk disk = mounted.get()) {
      DrawnLesson lesson = new DrawnLesson(disk.path());
      TrainingOrder order = lesson.order("own", 1);
      Path own = order.folder();
      assertThat(run(lesson, order, event -> {})).isEqualTo(Ending.SPENT);
      byte[] manifest = Files.readAllBytes(own.resolve("manifest.json"));
      byte[] weights = Files.readAllBytes(own.resolve("weights.safetensors"));

      TrainingOrder on = order.goingOn(steps(6));
      assertThatThrownBy(() -> run(lesson, on, filling(disk)))
          .isInstanceOf(Problem.class)
          .hasMessageMatching("[^\n]+")
          .hasMessageContainingAll(own.toString(), "No space left", "free space there");
      assertThat(Files.readAllBytes(own.resolve("manifest.json"))).isEqualTo(manifest);
      assertThat(Files.readAllBytes(own.resolve("weights.safetensors"))).isEqualTo(weights);
      assertThat(lesson.store().weights("own", BeamishModel.ARCHITECTURE)).isNotEmpty();
      try (var files = Files.list(own)) {
        assertThat(files.map(f -> String.valueOf(f.getFileName())))
            .noneMatch(name -> name.endsWith(".part"));
      }

      disk.clear();
      int[] progress = {0};
      assertThat(
              run(
                  lesson,
                  on,
                  event -> progress[0] += event instanceof TrainingEvent.Progress ? 1 : 0))
          .isEqualTo(Ending.SPENT);
      // one step before, and two that were kept
      assertThat(progress[0]).isEqualTo(3);
      assertThat(Files.readAllBytes(own.resolve("manifest.json"))).isNotEqualTo(manifest);
      assertThat(lesson.store().weights("own", BeamishModel.ARCHITECTURE)).isNotEmpty();
    }
  }

  @Test
  void doesNotBeginWhereThereIsTooLittleRoom(@TempDir Path folder) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder, 40);
    assumeTrue(mounted.isPresent(), SKIPPED);
    try (SmallDisk disk = mounted.get()) {
      DrawnLesson lesson = new DrawnLesson(disk.path());
      TrainingOrder order = lesson.order("own", 1);
      assertThatThrownBy(() -> run(lesson, order, event -> {}))
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll(order.folder().toString(), "MB are free", "free space there");
      assertThat(LessonTraining.isBegun(order.folder())).isFalse();
    }
  }
}
