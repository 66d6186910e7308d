package beamish.training.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import beamish.job.Cancellation;
import beamish.job.WorkClock;
import beamish.training.PairSet.PhotoPair;
import beamish.training.lesson.LessonTraining;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own rung, of drawn photos, by a clock on which every step takes a minute. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class OwnClimbTest {
  private static final int BATCH = 8;

  @TempDir private Path out;
  private int minutes;

  private ModelStore store() {
    return new ModelStore(List.of(out), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
  }

  private Rung.Trained train(double budget, int stopAt) throws Exception {
    Cancellation cancellation = new Cancellation();
    WorkClock clock =
        () -> {
          if (minutes == stopAt) {
            cancellation.cancel();
          }
          return 60 * minutes++;
        };
    LessonTraining training =
        new LessonTraining(
            p -> Pictures.waves(200, 180),
            () -> new FakeFinder(FakeFinder.face(100, 70, 40)),
            store(),
            List.of(),
            clock);
    List<PhotoPair> files =
        List.of(
            new PhotoPair("ann", Path.of("ann.png"), Path.of("ann-smiles.png")),
            new PhotoPair("bob", Path.of("bob.png"), Path.of("bob-smiles.png")));
    return new OwnClimb(training, files, 1, store(), List.of("drawn"))
        .train(out.resolve("own"), budget, cancellation, line -> {});
  }

  @Test
  void goesOnUntilTheModelThereIsOfTheWholeBudget() throws Exception {
    assertThat(train(1, -1).photos()).isEqualTo(BATCH);
    assertThat(train(1, -1).photos()).as("done already").isEqualTo(BATCH);
    // the last look counted as a minute too; stopped three steps later, when the budget is spent
    // but
    // the model of the first step still stands there
    minutes = 0;
    assertThatThrownBy(() -> train(5, 3)).isInstanceOf(CancellationException.class);
    assertThat(LessonTraining.secondsDone(out.resolve("own"))).isGreaterThanOrEqualTo(300);
    assertThat(train(5, -1).photos()).isEqualTo(4 * BATCH);
  }
}
