package beamish.face;

import beamish.image.Box;
import beamish.image.Point;
import beamish.image.Similarity;

/** Proportions of an average adult face seen from the front, measured on studio portraits. */
public final class MeanFace {
  /** The mouth corners in crop coordinates. */
  static final Point LEFT_MOUTH = new Point(.358, .757);

  static final Point RIGHT_MOUTH = new Point(.644, .757);

  private MeanFace() {}

  /** The landmarks of an average face with these pupils. */
  public static Landmarks fromEyes(Point leftEye, Point rightEye) {
    Similarity toPhoto =
        Similarity.ofTwoPoints(CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, leftEye, rightEye);
    return new Landmarks(leftEye, rightEye, toPhoto.apply(LEFT_MOUTH), toPhoto.apply(RIGHT_MOUTH));
  }

  /** An upright box from brows to chin and ear to ear. */
  public static Box box(Landmarks face) {
    Point eyes = face.leftEye().middle(face.rightEye());
    Point mouth = face.leftMouth().middle(face.rightMouth());
    Point centre =
        new Point(eyes.x() + .55 * (mouth.x() - eyes.x()), eyes.y() + .55 * (mouth.y() - eyes.y()));
    double edge = Math.max(2.3 * face.eyeDistance(), 2.1 * eyes.distanceTo(mouth));
    return new Box(centre.x() - edge / 2, centre.y() - edge / 2, edge, edge);
  }
}
