package beamish.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a model or baseline comes to in the mean over people, so that they can stand in one table.
 *
 * @param name the source's
 * @param distance to the real smile at strength 1, as a ratio to the untouched photo's
 * @param bestDistance the same at each person's own best strength
 * @param laidDistance as {@code distance}, the real smile laid where each is nearest; NaN where
 *     that was not asked
 * @param bestLaidDistance the same at each person's own best strength
 * @param nearer how many are nearer to their real smile at 1 than untouched
 * @param widening ratio of the mouth's width at 1 to the untouched
 * @param sharpness of the face at 1, as a ratio to the untouched photo's
 * @param calming of the real smiles taken away
 * @param interior what the edits show within the lips
 */
public record SourceFigures(
    String name,
    double distance,
    double bestDistance,
    double laidDistance,
    double bestLaidDistance,
    long nearer,
    double widening,
    double sharpness,
    CalmingFigures calming,
    InteriorFigures interior) {

  /** Sums people up. */
  public static SourceFigures of(String name, List<Evaluation.Person> people) {
    return new SourceFigures(
        name,
        mean(people, p -> p.at(1).distance() / p.at(0).distance()),
        mean(people, p -> p.bestDistance() / p.at(0).distance()),
        mean(people, p -> p.at(1).laidDistance() / p.at(0).laidDistance()),
        mean(people, p -> p.bestLaidDistance() / p.at(0).laidDistance()),
        people.stream().filter(p -> p.at(1).distance() < p.at(0).distance()).count(),
        mean(people, p -> p.at(1).mouthWidth() / p.at(0).mouthWidth()),
        mean(people, p -> p.at(1).sharpness()),
        CalmingFigures.of(people),
        InteriorFigures.of(people));
  }

  /** The mean over those of whom the figure is known; NaN where there is none. */
  static double mean(List<Evaluation.Person> people, ToDoubleFunction<Evaluation.Person> figure) {
    return people.stream()
        .mapToDouble(figure)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** A table with a line each, and one for the photo left as it is. */
  static List<String> table(List<SourceFigures> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "compared     distance at 1   best   nearer   mouth width   face sharpness   in the lips"
            + "   smile taken away at -1   mouth width");
    lines.add(line("copy", 1, 1, 0, 1, 1, Double.NaN, 1, 1));
    for (SourceFigures f : all) {
      lines.add(
          line(
              f.name,
              f.distance,
              f.bestDistance,
              f.nearer,
              f.widening,
              f.sharpness,
              f.interior.steps().get(0).sharpness(),
              f.calming.calmest().distance(),
              f.calming.calmest().mouthWidth()));
    }
    return lines;
  }

  private static String line(
      String name,
      double distance,
      double best,
      long nearer,
      double widening,
      double sharpness,
      double interior,
      double calmed,
      double calmedWidth) {
    return String.format(
            Locale.ROOT,
            "%-12s %13.3f %6.3f %8d %13.3f %16.3f %13.3f %24.3f %13.3f",
            name,
            distance,
            best,
            nearer,
            widening,
            sharpness,
            interior,
            calmed,
            calmedWidth)
        .replace("NaN", "  -");
  }
}
