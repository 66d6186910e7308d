package beamish.edit;

import beamish.expression.SmileParts;

/**
 * One face's smile.
 *
 * @param strength −1 (calm) … 0 (as photographed, whatever the parts) … 1.5
 * @param parts how its parts are shown
 */
public record FaceSmile(double strength, SmileParts parts) {
  /** Where the scale of strengths begins. */
  public static final double LEAST = -1;

  /** Where it ends. */
  public static final double MOST = 1.5;
}
