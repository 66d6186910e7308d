package beamish.training.recipe;

/** A fixed network that sees photos as features, to compare them by. */
public interface Features {

  /**
   * How far pictures are from what was wanted, in features.
   *
   * @param pictures {@code [n][3][edge][edge]} RGB in [0, 1]
   * @param weight how much it counts in the gradient
   * @param gradient is added to; empty where it is not wanted
   */
  double distance(float[] pictures, float[] wanted, int edge, float weight, float[] gradient);

  /** Loads it, when a recipe needs it. */
  @FunctionalInterface
  interface Maker {

    /**
     * The network.
     *
     * @throws beamish.job.Problem if it is not where it should be
     */
    Features make();
  }
}
