package beamish.training.lesson;

import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import java.util.List;

/**
 * What is remembered of a face once its photo is closed again.
 *
 * @param landmarks in pixels of the upright photo
 * @param yawDegrees as {@link DetectedFace#yawDegrees}
 * @param sharpness see {@link FaceSight}
 * @param likeness vector of length one, see {@link beamish.face.Likeness}
 * @param light brightness of the crop on a grid of {@link FaceSight#GRID}² cells, row by row, 0 … 1
 */
public record SeenFace(
    Landmarks landmarks,
    double yawDegrees,
    double sharpness,
    List<Float> likeness,
    List<Float> light) {

  public SeenFace {
    likeness = List.copyOf(likeness);
    light = List.copyOf(light);
  }

  /**
   * How much it smiles: how far the mouth corners are apart, less how far they lie below the eyes,
   * both in eye distances and whatever the roll. Only the difference between two photos of one
   * person means anything, since mouths differ.
   *
   * <p>Measured on the 82 pairs of the London set: the smiling photo has the higher level in every
   * pair, by .18 at the median; one pair of the 82 differs by less than .03.
   */
  public double smile() {
    Landmarks l = landmarks;
    double dx = l.rightEye().x() - l.leftEye().x();
    double dy = l.rightEye().y() - l.leftEye().y();
    double mx = (l.leftMouth().x() + l.rightMouth().x() - l.leftEye().x() - l.rightEye().x()) / 2;
    double my = (l.leftMouth().y() + l.rightMouth().y() - l.leftEye().y() - l.rightEye().y()) / 2;
    double eyes = l.eyeDistance();
    double below = (my * dx - mx * dy) / (eyes * eyes);
    return l.relativeMouthWidth() - below;
  }

  /** Whether it is turned farther than a model can serve well. */
  public boolean isTurned() {
    return Math.abs(yawDegrees) > DetectedFace.MOST_YAW;
  }

  /** How alike two faces are, −1 … 1, whatever the expression. */
  public double likenessTo(SeenFace other) {
    double sum = 0;
    for (int i = 0; i < likeness.size(); i++) {
      sum += likeness.get(i) * other.likeness.get(i);
    }
    return sum;
  }

  /** How differently two faces are lit, and what is around them looks: root mean square, 0 … 1. */
  public double lightFrom(SeenFace other) {
    double sum = 0;
    for (int i = 0; i < light.size(); i++) {
      double d = light.get(i) - other.light.get(i);
      sum += d * d;
    }
    return Math.sqrt(sum / Math.max(1, light.size()));
  }

  /** How differently two heads are held: degrees turned and rolled. */
  public double poseFrom(SeenFace other) {
    return Math.hypot(
        yawDegrees - other.yawDegrees, landmarks.rollDegrees() - other.landmarks.rollDegrees());
  }
}
