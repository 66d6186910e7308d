package beamish.training.lesson;

import beamish.job.Cancellation;
import java.nio.file.Path;

/** A training in a process of its own, for {@link KilledTrainingTest} to kill. */
public final class KilledTraining {

  private KilledTraining() {}

  /** Trains in the folder given, without end, and prints a line for every checkpoint. */
  public static void main(String[] args) {
    DrawnLesson lesson = new DrawnLesson(Path.of(args[0]));
    lesson
        .training()
        .run(
            lesson.order("own", 1000),
            new TrainingControl(),
            new Cancellation(),
            event -> {
              if (event instanceof TrainingEvent.Saved) {
                System.out.println("saved");
              }
            });
  }
}
