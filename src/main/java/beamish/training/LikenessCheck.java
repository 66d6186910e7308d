package beamish.training;

import beamish.face.Likeness;
import java.util.List;

/**
 * Whether a likeness measure tells people apart: each one's neutral photo beside everybody's
 * smiling photo.
 *
 * @param same the likeness of each person's own two photos
 * @param other of photos of different people
 */
public record LikenessCheck(double[] same, double[] other) {

  /** Checks on aligned pairs, each of another person. On the measure's thread. */
  public static LikenessCheck of(Likeness likeness, List<PairSet.Aligned> people) {
    return of(
        people.stream().map(p -> likeness.of(p.neutral(), p.neutralToCrop())).toList(),
        people.stream().map(p -> likeness.of(p.smiling(), p.smilingToCrop())).toList());
  }

  /** Checks vectors of people's two photos, in one order. */
  static LikenessCheck of(List<float[]> neutral, List<float[]> smiling) {
    int n = neutral.size();
    double[] same = new double[n];
    double[] other = new double[n * (n - 1)];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double cosine = Likeness.between(neutral.get(i), smiling.get(j));
        if (i == j) {
          same[i] = cosine;
        } else {
          other[k++] = cosine;
        }
      }
    }
    return new LikenessCheck(same, other);
  }

  /** Area under the ROC curve: .5 is guessing, 1 tells everybody apart. */
  public double area() {
    return Separation.areaUnderCurve(same, other);
  }
}
