package beamish.training.lesson;

import beamish.training.Budget;
import beamish.training.Recipe;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to train.
 *
 * @param folder takes the checkpoint, the split and, at the end, the model; its name becomes the
 *     model's id
 * @param split the photos
 * @param from the model to start from, by id or folder; null for nothing
 * @param recipe how to go about it
 * @param budget how long, over all runs
 * @param seed where chance starts
 * @param resume whether to go on from the folder's checkpoint, with the split that lies there
 * @param title one line about the model; null for one that is made up
 * @param licence the weights' licence, SPDX
 * @param data what the photos are; empty for what can be counted
 */
public record TrainingOrder(
    Path folder,
    LessonSplit split,
    @Nullable String from,
    Recipe recipe,
    Budget budget,
    long seed,
    boolean resume,
    @Nullable String title,
    String licence,
    List<String> data) {

  /** The licence of weights that nobody has given one. */
  public static final String OWN = "LicenseRef-own";

  /** An order with what the wizard does not ask for left at its usual. */
  public static TrainingOrder of(
      Path folder, LessonSplit split, @Nullable String from, Recipe recipe, Budget budget) {
    return new TrainingOrder(folder, split, from, recipe, budget, 1, false, null, OWN, List.of());
  }

  /** The same, going on from the folder's checkpoint until this is spent. */
  public TrainingOrder goingOn(Budget until) {
    return new TrainingOrder(folder, split, from, recipe, until, seed, true, title, licence, data);
  }
}
