package beamish.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures of an {@link Evaluation}, for people and as a record for JSON.
 *
 * @param model the model's id
 * @param people every person with every strength
 * @param leftOut pairs that could not be measured, with the reason
 * @param widened how many mouths are wider by 8 % or more at strength 1, with risen corners
 * @param monotone how many mouths the finder sees widen at every step from 0 to 1.5
 * @param cornersGoApart how many mouths' corners go apart at every step from 0 to 1.5
 * @param nearer how many are nearer to the person's real smile at strength 1 than untouched
 * @param meanWidening mean ratio of the mouth's width at strength 1 to the untouched
 * @param meanRealWidening the same of the real smiles
 * @param meanSharpness mean sharpness ratio at strength 1
 * @param meanDistance mean distance to the real smile at strength 1, as a ratio to the untouched
 * @param meanBestDistance the same at each person's own best strength
 * @param meanLaidDistance as {@code meanDistance}, the real smile laid where edit and untouched
 *     photo each are nearest to it; NaN where that was not asked
 * @param meanBestLaidDistance the same at each person's own best strength
 */
public record EvaluationSummary(
    String model,
    List<Evaluation.Person> people,
    List<String> leftOut,
    long widened,
    long monotone,
    long cornersGoApart,
    long nearer,
    double meanWidening,
    double meanRealWidening,
    double meanSharpness,
    double meanDistance,
    double meanBestDistance,
    double meanLaidDistance,
    double meanBestLaidDistance) {
  private static final double WIDENED = 1.08;

  /** Sums people up. */
  public static EvaluationSummary of(
      String model, List<Evaluation.Person> people, List<String> leftOut) {
    return new EvaluationSummary(
        model,
        people,
        leftOut,
        people.stream().filter(EvaluationSummary::widened).count(),
        people.stream().filter(Evaluation.Person::monotone).count(),
        people.stream().filter(Evaluation.Person::cornersGoApart).count(),
        people.stream().filter(p -> p.at(1).distance() < p.at(0).distance()).count(),
        mean(people, p -> p.at(1).mouthWidth() / p.at(0).mouthWidth()),
        mean(people, p -> p.realMouthWidth() / p.at(0).mouthWidth()),
        mean(people, p -> p.at(1).sharpness()),
        mean(people, p -> p.at(1).distance() / p.at(0).distance()),
        mean(people, p -> p.bestDistance() / p.at(0).distance()),
        mean(people, p -> p.at(1).laidDistance() / p.at(0).laidDistance()),
        mean(people, p -> p.bestLaidDistance() / p.at(0).laidDistance()));
  }

  private static boolean widened(Evaluation.Person p) {
    return p.at(1).mouthWidth() >= WIDENED * p.at(0).mouthWidth()
        && p.at(1).cornerRise() > p.at(0).cornerRise();
  }

  private static double mean(
      List<Evaluation.Person> people, ToDoubleFunction<Evaluation.Person> figure) {
    return people.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /** The table that {@code beamish evaluate} prints. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("model " + model + ", " + people.size() + " people; ratios to the untouched photo");
    lines.add("");
    lines.add(
        "person    mouth width at .25   .5  .75    1 1.25  1.5   real   rise  sharp .5    1  1.5"
            + "   distance copy     1  best");
    for (Evaluation.Person p : people) {
      double own = p.at(0).mouthWidth();
      double far = p.at(0).distance();
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", p.name()));
      for (double s : new double[] {.25, .5, .75, 1, 1.25, 1.5}) {
        line.append(number(p.at(s).mouthWidth() / own, 5));
      }
      line.append(number(p.realMouthWidth() / own, 7));
      line.append(String.format(Locale.ROOT, "%7.3f", p.at(1).cornerRise()));
      line.append(number(p.at(.5).sharpness(), 10));
      line.append(number(p.at(1).sharpness(), 5)).append(number(p.at(1.5).sharpness(), 5));
      line.append(String.format(Locale.ROOT, "%16.4f", far));
      line.append(number(p.at(1).distance() / far, 6)).append(number(p.bestDistance() / far, 6));
      line.append(p.cornersGoApart() ? "" : "   not monotone");
      line.append(p.monotone() ? "" : "   not monotone to the finder");
      lines.add(line.toString());
    }
    int n = people.size();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "mouth wider by 8 %% or more at 1, corners risen: %d of %d (mean %.3f; real smiles"
                + " %.3f)",
            widened,
            n,
            meanWidening,
            meanRealWidening));
    lines.add(
        String.format(
            Locale.ROOT,
            "mouth corners go apart at every step 0 ... 1.5: %d of %d by optical flow, %d as the"
                + " finder sees each edit alone",
            cornersGoApart,
            n,
            monotone));
    lines.add(String.format(Locale.ROOT, "face sharpness at 1: %.3f (mean ratio)", meanSharpness));
    lines.add(
        String.format(
            Locale.ROOT,
            "distance to the real smile: copy 1.000, at 1 %.3f, at own best strength %.3f; nearer"
                + " at 1 for %d of %d",
            meanDistance,
            meanBestDistance,
            nearer,
            n));
    if (!Double.isNaN(meanLaidDistance)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "the same, the real smile laid where each is nearest: copy 1.000, at 1 %.3f, at own"
                  + " best strength %.3f",
              meanLaidDistance,
              meanBestLaidDistance));
    }
    leftOut.forEach(reason -> lines.add("left out " + reason));
    return lines;
  }

  private static String number(double value, int width) {
    return String.format(Locale.ROOT, "%" + width + ".2f", value);
  }
}
