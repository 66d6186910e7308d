package beamish.training.recipe;

/**
 * How far a recipe's training is.
 *
 * @param iteration steps done
 * @param photos photos seen
 * @param seconds spent in training, over all its runs
 * @param fraction of its budget, 0 … 1
 * @param loss a running mean
 * @param photosPerSecond of late
 */
public record RecipeProgress(
    int iteration,
    long photos,
    double seconds,
    double fraction,
    double loss,
    double photosPerSecond) {}
