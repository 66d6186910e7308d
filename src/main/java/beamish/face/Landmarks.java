package beamish.face;

import beamish.image.Point;
import beamish.image.Similarity;

/**
 * The points of a face that the alignment and the measures use, in pixels of the upright photo.
 * "Left" is the picture's left, so the person's own right.
 *
 * @param leftEye pupil at the picture's left
 * @param rightEye pupil at the picture's right
 * @param leftMouth mouth corner at the picture's left
 * @param rightMouth mouth corner at the picture's right
 */
public record Landmarks(Point leftEye, Point rightEye, Point leftMouth, Point rightMouth) {
  private static final double LEAST_EYE_DISTANCE = 12;

  /** One of the four points. */
  public enum Part {
    /** The pupil at the picture's left. */
    LEFT_EYE,
    /** The pupil at the picture's right. */
    RIGHT_EYE,
    /** The mouth corner at the picture's left. */
    LEFT_MOUTH,
    /** The mouth corner at the picture's right. */
    RIGHT_MOUTH
  }

  /** One of the points. */
  public Point at(Part part) {
    return switch (part) {
      case LEFT_EYE -> leftEye;
      case RIGHT_EYE -> rightEye;
      case LEFT_MOUTH -> leftMouth;
      case RIGHT_MOUTH -> rightMouth;
    };
  }

  /** The same with one point elsewhere. */
  public Landmarks with(Part part, Point there) {
    return new Landmarks(
        part == Part.LEFT_EYE ? there : leftEye,
        part == Part.RIGHT_EYE ? there : rightEye,
        part == Part.LEFT_MOUTH ? there : leftMouth,
        part == Part.RIGHT_MOUTH ? there : rightMouth);
  }

  /**
   * Whether a face can be cut out and edited by them: the pupils 12 px apart or more, the eyes
   * above the mouth as the head is rolled, and none of the pairs swapped.
   */
  public boolean areUsable() {
    double eyes = eyeDistance();
    if (!(eyes >= LEAST_EYE_DISTANCE)) {
      return false;
    }
    Similarity level = Similarity.ofTwoPoints(leftEye, rightEye, new Point(0, 0), new Point(1, 0));
    Point left = level.apply(leftMouth);
    Point right = level.apply(rightMouth);
    return right.x() - left.x() > .2
        && right.x() - left.x() < 3
        && (left.y() + right.y()) / 2 > .3
        && (left.y() + right.y()) / 2 < 3
        && Math.abs(rollDegrees()) < 90;
  }

  /** Distance between the pupils. */
  public double eyeDistance() {
    return leftEye.distanceTo(rightEye);
  }

  /** Distance between the mouth corners. */
  public double mouthWidth() {
    return leftMouth.distanceTo(rightMouth);
  }

  /** Distance between the mouth corners, in eye distances. */
  public double relativeMouthWidth() {
    return mouthWidth() / eyeDistance();
  }

  /** The angle of the line through the pupils, degrees, positive clockwise on screen. */
  public double rollDegrees() {
    return Math.toDegrees(Math.atan2(rightEye.y() - leftEye.y(), rightEye.x() - leftEye.x()));
  }

  /** Whether the other can only be the same face: its eyes are within .7 eye distances. */
  public boolean isNear(Landmarks other) {
    return leftEye.middle(rightEye).distanceTo(other.leftEye.middle(other.rightEye))
        < .7 * Math.max(eyeDistance(), other.eyeDistance());
  }

  /** Every point moved by {@code map}. */
  public Landmarks map(Similarity map) {
    return new Landmarks(
        map.apply(leftEye), map.apply(rightEye), map.apply(leftMouth), map.apply(rightMouth));
  }
}
