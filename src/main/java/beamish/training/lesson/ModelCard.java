package beamish.training.lesson;

import beamish.expression.ModelManifest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What goes with a model that somebody keeps: how it was made and what it can do, in Markdown. */
public final class ModelCard {

  private ModelCard() {}

  /**
   * Writes the card.
   *
   * @param name what people call the model
   * @param before the model it was held against
   * @param figures null where it was not measured
   */
  public static String of(
      String name, ModelManifest manifest, String before, @Nullable Comparison figures) {
    StringBuilder card = new StringBuilder("# ").append(name).append("\n\n");
    card.append("A smile model of the architecture `").append(manifest.architecture());
    card.append("`, trained on this person's own photos by Beamish.\n\n## Training\n\n");
    manifest.data().forEach(d -> card.append("- ").append(d).append('\n'));
    manifest
        .training()
        .forEach(
            (key, value) -> card.append("- ").append(key).append(": ").append(value).append('\n'));
    if (figures != null) {
      figures(card, before, figures);
    }
    card.append("\n## Limits\n\n");
    card.append(
        "Made for the people it was trained on. Others smile as in the model it came from, ");
    card.append("roughly. Photos in other light or from the side may come out worse.\n");
    card.append("\n## Licence\n\n").append(manifest.licence()).append('\n');
    return card.toString();
  }

  private static void figures(StringBuilder card, String before, Comparison figures) {
    PairedDifference distance = figures.distance();
    card.append("\n## Figures\n\n");
    card.append(
        String.format(
            Locale.ROOT,
            "On %d pairs %s, at strength 1; ratios to the untouched photo.\n\n",
            figures.rows().size(),
            figures.heldOut()
                ? "kept out of the training"
                : "that it was **trained on**, as there were too few to keep any out"));
    card.append("| | ").append(before).append(" | this model |\n|---|---|---|\n");
    List.of(
            line("distance to the real smile", distance.before(), distance.after()),
            line(
                "likeness to the untouched photo",
                figures.before(Comparison.Edit::likeness),
                figures.after(Comparison.Edit::likeness)),
            line(
                "sharpness of the face",
                figures.before(Comparison.Edit::sharpness),
                figures.after(Comparison.Edit::sharpness)))
        .forEach(card::append);
    card.append(
        distance.outcome() == PairedDifference.Outcome.UNKNOWN
            ? "\nOne pair tells nothing about chance.\n"
            : String.format(
                Locale.ROOT,
                "\nChange of the distance %+.0f %%, 95 %% interval %+.0f … %+.0f %% (Student's t, %d"
                    + " groups or pairs).\n",
                100 * distance.change(),
                100 * distance.lowChange(),
                100 * distance.highChange(),
                distance.count()));
  }

  private static String line(String figure, double before, double after) {
    return Double.isNaN(before) || Double.isNaN(after)
        ? ""
        : String.format(Locale.ROOT, "| %s | %.3f | %.3f |\n", figure, before, after);
  }
}
