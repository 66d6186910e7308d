package beamish.expression;

/**
 * What strength 1 is in a network's own steps. Networks are shy with some faces and bold with
 * others; strength 1 is to be the same clear smile on all.
 *
 * @param step own steps of strength 1, for a face whose mouth one such step widens by {@code
 *     widening}
 * @param widening what a step should widen a mouth by, as a part of its own width, judged by the
 *     network's own flow; 0 where that is not known, and every face takes the same step
 */
public record StrengthScale(double step, double widening) {
  /** The network's own steps as they are. */
  public static final StrengthScale PLAIN = new StrengthScale(1, 0);

  /** Beyond that a face is edited as nobody was in training. */
  private static final double MOST = 1.3;

  private static final double LEAST = .75;

  /** Beyond that a flow folds. */
  private static final double MOST_GAIN = 1.5;

  /** How fast a smile may still grow above strength 1. */
  private static final double BEYOND = 1.1;

  /** Up to this strength cheeks rise with the mouth; above it half as fast. */
  private static final double CHEEKS_UP_TO = .5;

  private static final double CHEEKS_BEYOND = .5;

  /**
   * How much of what a network does at eyes and cheeks to show. In real smiles a mouth that rises
   * half as far again takes the cheeks hardly higher; a network that goes beyond the smiles it has
   * seen takes all of a face along.
   *
   * @param strength of the slider
   * @return 0 … 1
   */
  public static double cheeks(double strength) {
    if (strength <= CHEEKS_UP_TO) {
      return 1;
    }
    return (CHEEKS_UP_TO + CHEEKS_BEYOND * (strength - CHEEKS_UP_TO)) / strength;
  }

  /**
   * Own steps of strength 1 for one face.
   *
   * @param own what {@link #step} widens its mouth by
   */
  public double stepFor(double own) {
    if (widening <= 0) {
      return step;
    }
    double wish = own <= 0 ? MOST : widening / own;
    return step * Math.min(MOST, Math.max(LEAST, wish));
  }

  /**
   * By how much to lengthen a flow that falls behind its strength: codes beyond those of training
   * saturate, and shy faces stay shy at any step. Never shortens one. As strength grows the
   * lengthened flow never widens a mouth less, where the flow itself does not.
   *
   * @param strength of the slider
   * @param widened what the flow widens the mouth by
   * @return 1 … 1.5
   */
  public double gain(double strength, double widened) {
    if (widening <= 0 || strength <= 0 || widened <= 0) {
      return 1;
    }
    double wish = widening * (strength <= 1 ? strength : 1 + BEYOND * (strength - 1));
    return Math.min(MOST_GAIN, Math.max(1, wish / widened));
  }
}
