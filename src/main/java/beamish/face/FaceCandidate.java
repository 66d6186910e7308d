package beamish.face;

import beamish.image.Point;
import beamish.image.Similarity;

/**
 * A place in a photo that may be a face, as a rolled square.
 *
 * @param centre its middle, photo pixels
 * @param size its edge, photo pixels: from brows to below the mouth
 * @param rollDegrees the eye line's angle, positive clockwise on screen
 * @param score the detector's confidence, higher is surer
 */
public record FaceCandidate(Point centre, double size, double rollDegrees, double score) {
  /** Where an average face has its pupil at the picture's left, in the square's coordinates. */
  public static final Point LEFT_EYE = new Point(.31, .385);

  /** Likewise at the right. */
  public static final Point RIGHT_EYE = new Point(.69, .385);

  /** Photo pixels to the square's own coordinates, (0, 0) … (1, 1), unrolled. */
  public Similarity photoToSquare() {
    double roll = Math.toRadians(rollDegrees);
    double a = Math.cos(roll) / size;
    double b = -Math.sin(roll) / size;
    return new Similarity(
        a, b, .5 - (a * centre.x() - b * centre.y()), .5 - (b * centre.x() + a * centre.y()));
  }

  /** Whether the two squares cannot be two people: one covers the other's middle. */
  public boolean sameFaceAs(FaceCandidate o) {
    return centre.distanceTo(o.centre) < .5 * Math.max(size, o.size);
  }
}
