package beamish.training.ladder;

import beamish.expression.ModelStore;
import beamish.job.Cancellation;
import beamish.training.Budget;
import beamish.training.PairSet;
import beamish.training.Recipe;
import beamish.training.ladder.Rung.Opener;
import beamish.training.ladder.Rung.Trained;
import beamish.training.lesson.LessonPair;
import beamish.training.lesson.LessonSplit;
import beamish.training.lesson.LessonTraining;
import beamish.training.lesson.TrainingControl;
import beamish.training.lesson.TrainingOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains our own generator as a rung, on the same people in the same time, from nothing.
 *
 * @param training the use case that trains ours everywhere
 * @param files the training people's photos
 */
public record OwnClimb(
    LessonTraining training,
    List<PairSet.PhotoPair> files,
    long seed,
    ModelStore store,
    List<String> data)
    implements Rung.Climb {
  private static final String NAME = "beamish";

  /** A manifest's minutes have one digit. */
  private static final double ROUNDED = .05;

  /** Our generator as a rung. */
  public Rung rung() {
    return new Rung(
        NAME,
        "ours: moves the photo's own pixels, and paints only what must be invented",
        "little is known of faces unlike those it saw",
        this);
  }

  @Override
  public Trained train(
      Path folder, double minutes, Cancellation cancellation, Consumer<String> say) {
    if (!isPublished(folder, minutes)) {
      training.run(order(folder, minutes), new TrainingControl(), cancellation, event -> {});
      cancellation.check();
    }
    return new Trained(
        ReadyMade.parameters(store, folder.toString()),
        LessonTraining.secondsDone(folder),
        Long.parseLong(store.manifest(folder.toString()).training().getOrDefault("crops", "0")),
        false,
        "",
        Opener.of(store, NAME, folder.toString()));
  }

  /** Whether the model there is of the whole budget: the checkpoint may be ahead of it. */
  private boolean isPublished(Path folder, double minutes) {
    return LessonTraining.isDone(folder)
        && Double.parseDouble(
                store.manifest(folder.toString()).training().getOrDefault("minutes", "0"))
            >= minutes - ROUNDED;
  }

  /** Nobody is kept out: what is best is not to be chosen by the people it is judged on. */
  private TrainingOrder order(Path folder, double minutes) {
    List<LessonPair> pairs =
        files.stream().map(p -> new LessonPair(p.neutral(), p.smiling(), p.name())).toList();
    return new TrainingOrder(
        folder,
        new LessonSplit(pairs, List.of()),
        null,
        Recipe.GENERAL,
        Budget.ofMinutes(minutes),
        seed,
        LessonTraining.isBegun(folder),
        null,
        "Apache-2.0",
        data);
  }
}
