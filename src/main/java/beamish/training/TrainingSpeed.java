package beamish.training;

/**
 * How fast a training steps.
 *
 * @param cropsPerSecond of whole steps
 * @param idealCropsPerSecond if a step were nothing but its convolutions, forward and backward
 */
public record TrainingSpeed(double cropsPerSecond, double idealCropsPerSecond) {

  /** How much longer a step takes than its convolutions alone. */
  public double ratio() {
    return idealCropsPerSecond / cropsPerSecond;
  }
}
