package beamish.training.lesson;

import beamish.job.Cancellation;
import java.nio.file.Path;
import java.util.Locale;

/** A training in a process of its own, for {@link KilledTrainingTest} to kill. */
public final class KilledTraining {

  private KilledTraining() {}

  /**
   * Trains the model named in the folder given for so many steps in all, from its last checkpoint
   * where there is one; prints a line for every checkpoint and for every look at the validation,
   * those of earlier lives first: the last life may find that nothing is left to do.
   */
  public static void main(String[] args) {
    DrawnLesson lesson = new DrawnLesson(Path.of(args[0]));
    TrainingOrder order = lesson.order(args[1], Integer.parseInt(args[2]));
    lesson
        .training()
        .run(
            LessonTraining.isBegun(order.folder()) ? order.goingOn(order.budget()) : order,
            new TrainingControl(),
            new Cancellation(),
            event -> {
              if (event instanceof TrainingEvent.Prepared p) {
                System.out.println("prepared");
                p.marks().forEach(KilledTraining::print);
              } else if (event instanceof TrainingEvent.Saved s) {
                System.out.println("saved " + s.crops());
              } else if (event instanceof TrainingEvent.Validated v) {
                print(v.mark());
              }
            });
    System.out.println("done");
  }

  private static void print(TrainingEvent.Mark mark) {
    System.out.printf(Locale.ROOT, "distance %.6f%n", mark.distance());
  }
}
