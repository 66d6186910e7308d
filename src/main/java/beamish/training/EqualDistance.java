package beamish.training;

import beamish.training.MeanEdit.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * A model and a baseline compared where the model comes as near to the real smiles as the baseline
 * does at strength 1. Who changes a face less keeps more of its likeness; what that is worth shows
 * where both have come equally far.
 *
 * @param baseline its name
 * @param distance to the real smile, as a ratio to the untouched photo's: the baseline's at 1
 * @param strength the least at which the model is as near, to {@value #EXACT}; NaN where it never
 *     is, and so are the model's other figures
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
  private static final double STEP = .25;
  private static final double MOST = 1.5;
  private static final double EXACT = 1. / 128;

  /**
   * Looks for the strength.
   *
   * @param model its figures at a strength; each look may take seconds
   */
  static EqualDistance of(
      DoubleFunction<Figures> model, SourceFigures baseline, double baselineLikeness) {
    Figures equal = new Figures(Double.NaN, Double.NaN, Double.NaN);
    double far = 0;
    double near = Double.NaN;
    while (Double.isNaN(near) ? far < MOST : near - far > EXACT) {
      double strength = Double.isNaN(near) ? far + STEP : (far + near) / 2;
      Figures there = model.apply(strength);
      if (there.distance() <= baseline.distance()) {
        near = strength;
        equal = there;
      } else {
        far = strength;
      }
    }
    return new EqualDistance(
        baseline.name(),
        baseline.distance(),
        near,
        equal.likeness(),
        baselineLikeness,
        equal.sharpness(),
        baseline.sharpness());
  }

  /**
   * Against every baseline of which the likeness is known.
   *
   * @param likeness of the model, then of the baselines
   * @param sources the same, in the same order
   */
  public static List<EqualDistance> all(
      DoubleFunction<Figures> model, LikenessFigures likeness, List<SourceFigures> sources) {
    Map<Double, Figures> seen = new HashMap<>();
    DoubleFunction<Figures> once = t -> seen.computeIfAbsent(t, model::apply);
    List<EqualDistance> all = new ArrayList<>();
    for (int i = 1; i < Math.min(sources.size(), likeness.sources().size()); i++) {
      all.add(of(once, sources.get(i), likeness.sources().get(i).atOne()));
    }
    return all;
  }

  String line() {
    return String.format(
            Locale.ROOT,
            "as near to the real smile as %s at 1 (%.3f) at %.2f: likeness %.4f (%s %.4f), face"
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
