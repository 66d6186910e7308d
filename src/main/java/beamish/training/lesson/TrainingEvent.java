package beamish.training.lesson;

import beamish.image.PixelImage;
import java.util.List;

/** What a training tells while it runs, on its own thread. Plain values. */
public sealed interface TrainingEvent {

  /** A photo is being read. */
  record Reading(double fraction, String name) implements TrainingEvent {}

  /**
   * Everything is read, and the training begins or goes on.
   *
   * @param pairs trained on
   * @param morphs of them
   * @param rehearsed smiles of other people
   * @param rebuilt photos without a counterpart
   * @param heldOut names of the pairs kept out
   * @param leftOut what could not be used, with the reason
   * @param marks of earlier runs
   */
  record Prepared(
      int pairs,
      int morphs,
      int rehearsed,
      int rebuilt,
      List<String> heldOut,
      List<String> leftOut,
      List<Mark> marks)
      implements TrainingEvent {}

  /**
   * A step is done.
   *
   * @param crops seen, over all runs
   * @param seconds spent, over all runs; pauses do not count
   * @param secondsToGo until the budget is spent and a model is made of the weights
   * @param fraction of the budget that is spent, 0 … 1
   * @param loss a running mean
   * @param cropsPerSecond looks at the validation and checkpoints counted
   */
  record Progress(
      long crops,
      double seconds,
      double secondsToGo,
      double fraction,
      double loss,
      double cropsPerSecond)
      implements TrainingEvent {}

  /**
   * A look at the validation.
   *
   * @param best whether it is the best so far
   */
  record Validated(Mark mark, boolean best) implements TrainingEvent {}

  /**
   * A point of the curves.
   *
   * @param crops seen
   * @param loss of the training, a running mean; NaN before the first step
   * @param distance to the real smile at strength 1, as a ratio to the untouched photo's, mean over
   *     the validation's crops
   */
  record Mark(long crops, double loss, double distance) {}

  /** The validation's faces as they now come out, the same ones in the same order each time. */
  record Faces(List<Face> faces) implements TrainingEvent {}

  /**
   * A face of the validation, each picture 256 px wide and high.
   *
   * @param neutral the photo
   * @param smiling the real smile
   * @param edited the photo at strength 1
   */
  record Face(PixelImage neutral, PixelImage smiling, PixelImage edited) {}

  /** A whole checkpoint lies on the disk. */
  record Saved(long crops) implements TrainingEvent {}

  /** Waits to be told to go on; the checkpoint is written. */
  record Paused() implements TrainingEvent {}

  /** Goes on after a pause. */
  record GoneOn() implements TrainingEvent {}

  /** No step follows. */
  record Ended(Ending how, long crops, double seconds) implements TrainingEvent {}

  /** Why a training ended. */
  enum Ending {
    /** Its budget is spent. */
    SPENT,
    /** The validation has not got better for long. */
    LEVELLED,
    /** Somebody wants the best so far. */
    STOPPED,
    /** Cancelled: there is a checkpoint, but no model. */
    CANCELLED
  }
}
