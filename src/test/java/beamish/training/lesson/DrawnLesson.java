package beamish.training.lesson;

import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.job.WorkClock;
import beamish.training.Budget;
import beamish.training.Recipe;
import beamish.training.dl4j.TrainingRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three people's pairs, drawn, and a training for them that saves after every step. */
record DrawnLesson(Path root) {
  static final Recipe QUICK = new Recipe(5e-4, 2, false, false, 0, true, .25, 2, 50);

  /** Soft and alike all over, so that nothing takes long to align it. */
  private static PixelImage drawn(Path file) {
    int shade = file.toString().hashCode() & 31;
    byte[] bytes = new byte[200 * 180 * 3];
    for (int i = 0; i < bytes.length; i++) {
      int x = i / 3 % 200;
      int y = i / 600;
      bytes[i] = (byte) (60 + shade + x / 4 + y / 3 + 20 * (i % 3));
    }
    return PixelImage.of8(200, 180, 3, bytes);
  }

  ModelStore store() {
    return new ModelStore(List.of(root), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
  }

  LessonTraining training() {
    return new LessonTraining(
        DrawnLesson::drawn,
        () -> new FakeFinder(FakeFinder.face(100, 70, 40)),
        store(),
        List.of(),
        WorkClock.WALL,
        0);
  }

  /** From nothing, in a folder of this name, with ann kept out. */
  TrainingOrder order(String name, int steps) {
    List<LessonPair> pairs = new ArrayList<>();
    for (String who : List.of("ann", "bob", "eve")) {
      pairs.add(new LessonPair(Path.of(who + ".png"), Path.of(who + "-smiles.png"), who));
    }
    return TrainingOrder.of(
        root.resolve(name),
        LessonSplit.of(pairs),
        null,
        QUICK,
        Budget.ofCrops((long) steps * TrainingRun.BATCH));
  }
}
