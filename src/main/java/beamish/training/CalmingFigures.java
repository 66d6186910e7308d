package beamish.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well real smiles are taken away.
 *
 * @param steps for each strength of {@link Evaluation#CALMING}
 * @param realMouthWidth mean ratio of the neutral mouth's width to the smiling one's
 */
public record CalmingFigures(List<Step> steps, double realMouthWidth) {

  /**
   * One strength.
   *
   * @param strength below 0
   * @param distance mean distance to the person's neutral photo in the mouth window, as a ratio to
   *     the untouched smile's
   * @param nearer how many come nearer
   * @param mouthWidth mean ratio to the untouched smile's
   */
  public record Step(double strength, double distance, long nearer, double mouthWidth) {}

  /** Sums people up. */
  public static CalmingFigures of(List<Evaluation.Person> people) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < Evaluation.CALMING.size(); i++) {
      int step = i;
      steps.add(
          new Step(
              Evaluation.CALMING.get(i),
              SourceFigures.mean(people, p -> p.calmed().get(step).distance()),
              people.stream().filter(p -> p.calmed().get(step).distance() < 1).count(),
              SourceFigures.mean(people, p -> p.calmed().get(step).mouthWidth())));
    }
    return new CalmingFigures(
        steps, SourceFigures.mean(people, p -> p.at(0).mouthWidth() / p.realMouthWidth()));
  }

  /** The last strength's figures, those of the calmest face. */
  Step calmest() {
    return steps.get(steps.size() - 1);
  }

  List<String> lines(int people) {
    List<String> lines = new ArrayList<>();
    for (Step s : steps) {
      lines.add(
          String.format(
              Locale.ROOT,
              "real smile taken away at %.1f: distance to the neutral photo %.3f (untouched smile"
                  + " 1.000), nearer for %d of %d, mouth width %.3f (neutral photos %.3f)",
              s.strength(),
              s.distance(),
              s.nearer(),
              people,
              s.mouthWidth(),
              realMouthWidth));
    }
    return lines;
  }
}
