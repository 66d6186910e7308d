package beamish.face;

import beamish.image.Point;
import beamish.image.Similarity;

/**
 * The square crop every network sees: a similarity takes the pupils to fixed places. Crop
 * coordinates are (0, 0) … (1, 1), whatever the crop's size in pixels.
 */
public final class CropTemplate {
  /** Where the pupil at the picture's left goes. */
  public static final Point LEFT_EYE = new Point(.32, .36);

  /** Where the pupil at the picture's right goes. */
  public static final Point RIGHT_EYE = new Point(.68, .36);

  private CropTemplate() {}

  /** Photo pixels to crop coordinates, for a face with these landmarks. */
  public static Similarity photoToCrop(Landmarks face) {
    return Similarity.ofTwoPoints(face.leftEye(), face.rightEye(), LEFT_EYE, RIGHT_EYE);
  }
}
