package beamish.training;

/**
 * How far a training is.
 *
 * @param iteration steps done
 * @param crops crops seen
 * @param seconds spent in training, over all its runs
 * @param fraction of its budget, 0 … 1
 * @param loss a running mean
 * @param cropsPerSecond of late
 */
public record TrainingProgress(
    int iteration,
    long crops,
    double seconds,
    double fraction,
    double loss,
    double cropsPerSecond) {}
