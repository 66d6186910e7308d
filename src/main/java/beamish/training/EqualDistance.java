package beamish.training;

import beamish.training.Evaluation.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A model and a baseline compared where the model comes as near to the real smiles as the baseline
 * does at strength 1. Who changes a face less keeps more of its likeness; what that is worth shows
 * where both have come equally far.
 *
 * @param baseline its name
 * @param distance to the real smile, as a ratio to the untouched photo's: the baseline's at 1
 * @param strength at which the model is as near; NaN where it never is, and so are the model's
 *     other figures
 * @param likeness of the model's edit to the untouched photo
 * @param baselineLikeness of the baseline's
 * @param sharpness of the face in the model's edit, as a ratio to the untouched photo's
 * @param baselineSharpness in the baseline's
 */
public record EqualDistance(
    String baseline,
    double distance,
    double strength,
    double likeness,
    double baselineLikeness,
    double sharpness,
    double baselineSharpness) {

  /**
   * Compares; between the strengths measured, figures are taken to run straight.
   *
   * @param people the model's
   * @param likeness the model's edits' mean likeness to the untouched photo, by strength
   */
  static EqualDistance of(
      List<Person> people,
      NavigableMap<Double, Double> likeness,
      SourceFigures baseline,
      double baselineLikeness) {
    double before = 0;
    for (double strength : Evaluation.STRENGTHS) {
      if (strength <= 0 || !likeness.containsKey(strength)) {
        continue;
      }
      double near = distance(people, strength);
      if (near <= baseline.distance()) {
        double far = distance(people, before);
        double share = (far - baseline.distance()) / (far - near);
        return new EqualDistance(
            baseline.name(),
            baseline.distance(),
            between(before, strength, share),
            between(alike(likeness, before), alike(likeness, strength), share),
            baselineLikeness,
            between(sharpness(people, before), sharpness(people, strength), share),
            baseline.sharpness());
      }
      before = strength;
    }
    return new EqualDistance(
        baseline.name(),
        baseline.distance(),
        Double.NaN,
        Double.NaN,
        baselineLikeness,
        Double.NaN,
        baseline.sharpness());
  }

  /** Against every baseline of which the likeness is known. */
  static List<EqualDistance> all(
      List<Person> people, LikenessFigures likeness, List<SourceFigures> sources) {
    List<EqualDistance> all = new ArrayList<>();
    NavigableMap<Double, Double> own = new TreeMap<>(likeness.sources().get(0).byStrength());
    for (int i = 1; i < Math.min(sources.size(), likeness.sources().size()); i++) {
      all.add(of(people, own, sources.get(i), likeness.sources().get(i).atOne()));
    }
    return all;
  }

  private static double distance(List<Person> people, double strength) {
    return SourceFigures.mean(people, p -> p.at(strength).distance() / p.at(0).distance());
  }

  private static double sharpness(List<Person> people, double strength) {
    return SourceFigures.mean(people, p -> p.at(strength).sharpness());
  }

  private static double alike(NavigableMap<Double, Double> likeness, double strength) {
    return strength == 0 ? 1 : likeness.getOrDefault(strength, Double.NaN);
  }

  private static double between(double a, double b, double share) {
    return a + (b - a) * share;
  }

  String line() {
    return String.format(
            Locale.ROOT,
            "as near to the real smile as %s at 1 (%.3f) at %.2f: likeness %.3f (%s %.3f), face"
                + " sharpness %.3f (%.3f)",
            baseline,
            distance,
            strength,
            likeness,
            baseline,
            baselineLikeness,
            sharpness,
            baselineSharpness)
        .replace("NaN", "-");
  }
}
