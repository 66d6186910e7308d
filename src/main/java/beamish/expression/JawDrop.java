package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.Point;

/**
 * The jaw that goes down as lips part. A network learns the mean of people who show their teeth and
 * of those who smile with closed lips, whose chins rise; and it lifts what lies beside the chin
 * along with the corners of the mouth. But who is given a gap shows teeth, and where teeth show the
 * jaw drops: of 26 people trained on by .02 eye distances more than in their edits, beside the chin
 * as well, while lips were where they ought to be.
 */
public final class JawDrop {
  /** How far it drops for a gap, as a part of the gap's height. */
  private static final double SHARE = .25;

  /** How far above the line of the corners it begins, and how far below it is whole. */
  private static final double ABOVE = .05;

  private static final double BELOW = .04;

  /** How far to either side of the mouth's middle it is whole, and over what it fades. */
  private static final double ASIDE = .2;

  private static final double FADING = .18;

  /** What belongs to the lips, which stay: an ellipse a little below the line of the corners. */
  private static final double LIPS_ASIDE = .19;

  private static final double LIPS_DOWN = .085;

  private static final double LOWER = .02;

  /** Over what part of the ellipse it fades around them. */
  private static final double AROUND = .75;

  private static final int F = EditGeometry.FIELD;

  private JawDrop() {}

  /**
   * Changes an edit's flow in place. All lengths are crop widths.
   *
   * @param flow {@code [2][64][64]} of the whole crop
   * @param face in crop coordinates, before the edit
   * @param gap how high the gap is that its lips are given
   */
  public static void lower(float[] flow, Landmarks face, double gap) {
    Point mouth = face.leftMouth().middle(face.rightMouth());
    for (int row = 0; row < F; row++) {
      double down = (row + .5) / F - mouth.y();
      for (int column = 0; column < F; column++) {
        double aside = Math.abs((column + .5) / F - mouth.x());
        flow[(F + row) * F + column] -= (float) (SHARE * gap * share(aside, down));
      }
    }
  }

  private static double share(double aside, double down) {
    double lips = Math.hypot(aside / LIPS_ASIDE, (down - LOWER) / LIPS_DOWN);
    return MouthWindow.smooth((down + ABOVE) / (ABOVE + BELOW))
        * MouthWindow.smooth((ASIDE + FADING - aside) / FADING)
        * MouthWindow.smooth((lips - 1) / AROUND);
  }
}
