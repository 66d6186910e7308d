package beamish.training;

import beamish.training.Evaluation.Person;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What edits show within the lips, beside the same people's real smiles; only of those whose real
 * smile shows teeth.
 *
 * @param open how many these are
 * @param realTeeth mean share of tooth-like pixels within the lips of their real smiles
 * @param realLightness range of the mean L* of the real smiles' teeth
 * @param realA of their a*
 * @param realB of their b*
 * @param realPhotos how sharp these photos are over the whole face, as a ratio to the neutral
 *     photos: not everybody's two photos are equally sharp, smile or no smile
 * @param steps for strengths 1 and 1.5
 */
public record InteriorFigures(
    int open,
    double realTeeth,
    Range realLightness,
    Range realA,
    Range realB,
    double realPhotos,
    List<Step> steps) {
  private static final double[] STRENGTHS = {1, 1.5};

  /** The least and the greatest of the people's means. */
  public record Range(double least, double most) {
    private boolean holds(double value) {
      return value >= least && value <= most;
    }
  }

  /**
   * One strength.
   *
   * @param strength of the edits
   * @param sharpness mean variance of the Laplacian within the lips, as a share of the mean of the
   *     real smiles
   * @param levelled the same, had each real smile been as sharp a photo as the neutral one, see
   *     {@link SoftenedSmile}
   * @param teeth mean share of tooth-like pixels within the lips
   * @param shown how many of the people show enough of them to have a colour
   * @param lightness their mean L*, the mean of the people who have one; so are the next two
   * @param a mean a*
   * @param b mean b*
   * @param inRange of how many both a* and b* lie within the range of the real smiles
   */
  public record Step(
      double strength,
      double sharpness,
      double levelled,
      double teeth,
      long shown,
      double lightness,
      double a,
      double b,
      long inRange) {}

  /** Sums people up; nothing but zeros and NaN where no real smile shows teeth. */
  public static InteriorFigures of(List<Person> people) {
    List<Person> open = people.stream().filter(p -> p.realMouth().isOpen()).toList();
    double real = SourceFigures.mean(open, p -> p.realMouth().sharpness());
    double level = SourceFigures.mean(open, Person::softenedMouth);
    Range a = range(open, p -> p.realMouth().a());
    Range b = range(open, p -> p.realMouth().b());
    List<Step> steps = new ArrayList<>();
    for (double strength : STRENGTHS) {
      Function<Person, MouthLook> look = p -> p.at(strength).mouth();
      List<Person> shown = open.stream().filter(p -> !Double.isNaN(look.apply(p).a())).toList();
      steps.add(
          new Step(
              strength,
              SourceFigures.mean(open, p -> look.apply(p).sharpness()) / real,
              SourceFigures.mean(open, p -> look.apply(p).sharpness()) / level,
              SourceFigures.mean(open, p -> look.apply(p).teeth()),
              shown.size(),
              SourceFigures.mean(shown, p -> look.apply(p).lightness()),
              SourceFigures.mean(shown, p -> look.apply(p).a()),
              SourceFigures.mean(shown, p -> look.apply(p).b()),
              shown.stream().map(look).filter(l -> a.holds(l.a()) && b.holds(l.b())).count()));
    }
    return new InteriorFigures(
        open.size(),
        SourceFigures.mean(open, p -> p.realMouth().teeth()),
        range(open, p -> p.realMouth().lightness()),
        a,
        b,
        SourceFigures.mean(open, Person::realSharpness),
        steps);
  }

  private static Range range(List<Person> people, ToDoubleFunction<Person> figure) {
    DoubleSummaryStatistics all = people.stream().mapToDouble(figure).summaryStatistics();
    return people.isEmpty()
        ? new Range(Double.NaN, Double.NaN)
        : new Range(all.getMin(), all.getMax());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (open == 0) {
      lines.add("within the lips: no real smile shows teeth");
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "within the lips, real smiles with teeth (%d): teeth %.0f %% of the mouth, L* %.0f ..."
                + " %.0f, a* %.1f ... %.1f, b* %.1f ... %.1f;"
                + " their photos are %.2f times as sharp all over the face",
            open,
            100 * realTeeth,
            realLightness.least(),
            realLightness.most(),
            realA.least(),
            realA.most(),
            realB.least(),
            realB.most(),
            realPhotos));
    for (Step s : steps) {
      lines.add(
          String.format(
              Locale.ROOT,
              "within the lips at %.1f: sharpness %.2f of the real smiles' (%.2f of theirs"
                  + " softened to their neutral photos'), teeth %.0f %%; of %d with teeth L* %.0f, a* %.1f, b* %.1f, both in the real range for %d",
              s.strength(),
              s.sharpness(),
              s.levelled(),
              100 * s.teeth(),
              s.shown(),
              s.lightness(),
              s.a(),
              s.b(),
              s.inRange()));
    }
    return lines;
  }
}
