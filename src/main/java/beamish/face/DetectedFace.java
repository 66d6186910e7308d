package beamish.face;

import beamish.image.Box;
import beamish.image.Point;
import java.util.List;

/**
 * A face found in a photo, in pixels of the upright photo.
 *
 * @param box from brows to chin, ear to ear, roughly; upright even where the face is rolled
 * @param landmarks pupils and mouth corners
 * @param points all that the finder knows of the face, always as many in the same order; empty
 *     where it knows no more than the landmarks
 * @param yawDegrees how far the head is turned, roughly: 0 looks into the camera, positive towards
 *     the picture's right; 0 where the finder cannot tell
 * @param score the detector's confidence, higher is surer; comparable within one photo only
 */
public record DetectedFace(
    Box box, Landmarks landmarks, List<Point> points, double yawDegrees, double score) {
  /** Turned farther than this, an edit moves what the camera hardly sees. */
  public static final double MOST_YAW = 20;

  /** A face of which no more is known than its landmarks. */
  public DetectedFace(Box box, Landmarks landmarks, double score) {
    this(box, landmarks, List.of(), 0, score);
  }

  /** A face that a hand has put there, where no finder saw one. */
  public static DetectedFace byHand(Landmarks landmarks) {
    return new DetectedFace(MeanFace.box(landmarks), landmarks, 0);
  }

  /** The same face with eyes and mouth where a hand has put them. */
  public DetectedFace movedTo(Landmarks there) {
    return new DetectedFace(MeanFace.box(there), there, List.of(), yawDegrees, score);
  }

  /** Whether it is turned farther than a model can serve well. */
  public boolean isTurned() {
    return Math.abs(yawDegrees) > MOST_YAW;
  }
}
