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
}
