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

  /** Every point moved by {@code map}. */
  public Landmarks map(Similarity map) {
    return new Landmarks(
        map.apply(leftEye), map.apply(rightEye), map.apply(leftMouth), map.apply(rightMouth));
  }
}
