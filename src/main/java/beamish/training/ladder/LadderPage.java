package beamish.training.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that tells of a ladder: one table, every figure of the run.
 *
 * @param minutes the budget of each rung
 * @param how the command that was run
 * @param climbed what came of it
 * @param sheet name of the sheet's file, beside the page
 * @param between name of the file of what lies between two faces
 * @param betweenRows its rows' rungs
 */
public record LadderPage(
    double minutes,
    String how,
    Ladder.Climbed climbed,
    String sheet,
    String between,
    List<String> betweenRows) {
  /** An edit smaller than this part of a real smile counts as none. */
  private static final double COLLAPSED = .25;

  /** What our own rungs say of themselves first. */
  private static final String OURS = "ours";

  private static final String BY_HAND =
      "<!-- From here on written by hand: the command leaves it. -->";

  /** A tenth more than the budget was not this budget. */
  private static final double MORE = 1.1;

  /**
   * The page in Markdown.
   *
   * @param old the page that it replaces, whose end, written by hand, is kept; may be empty
   */
  public String markdown(String old) {
    List<String> lines = new ArrayList<>();
    lines.add("# The ladder");
    lines.add("");
    lines.add(
        "The literature behind this program is a row of generators, each cured of one fault of the"
            + " one before. Each is built here for real, behind the same slider, and trained on the"
            + " same people (but for those whom a recipe keeps aside, as the table says) in the same"
            + " time: "
            + number(minutes, 1)
            + " minutes of steps each, counted in processor time and shared by "
            + Runtime.getRuntime().availableProcessors()
            + " cores, so that a busy machine takes nothing from any of them. Made by");
    lines.add("");
    lines.add("    " + how);
    lines.add("");
    lines.add("Every figure comes from that run, on people whom none of them has learned from.");
    lines.add("");
    table(lines);
    lines.add("");
    legend(lines);
    collapse(lines);
    failures(lines);
    pictures(lines);
    sources(lines);
    int kept = old.indexOf(BY_HAND);
    lines.add("");
    lines.add(kept < 0 ? BY_HAND : old.substring(kept).strip());
    return String.join("\n", lines) + "\n";
  }

  private void table(List<String> lines) {
    lines.add(
        "| recipe | what it is | known for | parameters | photos/s | photos seen | repair MSE | mouth width |"
            + " distance | likeness | sharpness | monotone | edit size |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (RungFigures f : climbed.figures()) {
      Rung rung = rung(f.name());
      lines.add(
          String.join(
              " | ",
              "| `" + f.name() + "`",
              rung.what(),
              rung.fault() + note(f),
              f.parameters() == 0
                  ? "–"
                  : String.format(Locale.ROOT, "%.1f M", f.parameters() / 1e6),
              number(f.photosPerSecond(), 1),
              f.photos() == 0 ? "–" : String.format(Locale.ROOT, "%,d", f.photos()),
              f.repair() == null
                  ? "–"
                  : number(f.repair().whole(), 4) + " / " + number(f.repair().inside(), 4),
              number(f.widening(), 3),
              number(f.distance(), 3),
              number(f.likeness(), 3),
              number(f.sharpness(), 2),
              f.monotone() + " of " + f.people(),
              number(f.collapse(), 2) + " |"));
    }
  }

  private String note(RungFigures f) {
    String longer =
        f.seconds() > MORE * 60 * minutes ? "had " + number(f.seconds() / 60, 1) + " minutes" : "";
    String both = String.join("; ", Stream.of(f.note(), longer).filter(n -> !n.isEmpty()).toList());
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  private Rung rung(String name) {
    return climbed.trained().keySet().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void legend(List<String> lines) {
    String black =
        climbed.figures().stream()
            .map(RungFigures::repair)
            .filter(r -> r != null)
            .findFirst()
            .map(r -> "; left black, the square has " + number(r.blackInside(), 4))
            .orElse("");
    lines.add(
        "Photos/s: seen in a second of that time, with all that belongs to a step. Repair MSE: a black square of"
            + " 28x28 in 128x128 pixels filled again, error over the whole photo / within the"
            + " square"
            + black
            + ". At strength 1: mouth width as a ratio to the untouched photo, the gain in smile;"
            + " distance of the mouth to the real smile's, the untouched photo's being 1; likeness"
            + " to the untouched photo; sharpness of the face, the untouched photo's being 1."
            + " Monotone: whose mouths widen from 0 to .5, to 1 and to 1.5. Edit size: change around"
            + " the mouth as a part of what the real smile changes; near 0 a generator has become"
            + " the identity function.");
  }

  private void collapse(List<String> lines) {
    String collapsed =
        climbed.figures().stream()
            .filter(f -> f.collapse() < COLLAPSED)
            .map(f -> "`" + f.name() + "` (" + number(f.collapse(), 2) + ")")
            .collect(Collectors.joining(", "));
    lines.add("");
    lines.add(
        collapsed.isEmpty()
            ? "None has collapsed to the identity function in this time: every edit is at least a"
                + " quarter of a real smile's change."
            : "Collapsed to the identity function, an edit of less than a quarter of a real smile's"
                + " change: "
                + collapsed
                + ".");
    climbed.figures().stream()
        .filter(f -> rung(f.name()).what().startsWith(OURS))
        .findFirst()
        .ifPresent(
            f ->
                lines.add(
                    "Ours (`"
                        + f.name()
                        + "`, "
                        + number(f.collapse(), 2)
                        + ") cannot win by copying: the photo's pixels are its input already, moved"
                        + " and never repainted, so all that is left to learn is the change."));
  }

  private void failures(List<String> lines) {
    climbed
        .failed()
        .forEach(
            (rung, why) -> {
              lines.add("");
              lines.add("`" + rung.name() + "` is not in the table: " + why + ".");
            });
  }

  private void pictures(List<String> lines) {
    lines.add("");
    lines.add("![The ladder](" + sheet + ")");
    lines.add("");
    lines.add(
        "The average of the people held out, who is nobody. Rows: "
            + LadderSheets.STRENGTHS.stream()
                .map(s -> number(s, 1))
                .collect(Collectors.joining(", "))
            + ". Columns: untouched, "
            + climbed.figures().stream().map(RungFigures::name).collect(Collectors.joining(", "))
            + ".");
    if (!betweenRows.isEmpty()) {
      lines.add("");
      lines.add("![Between two faces](" + between + ")");
      lines.add("");
      lines.add(
          "What is painted between the codes of two averages. Rows: "
              + String.join(", ", betweenRows)
              + ".");
    }
  }

  private static void sources(List<String> lines) {
    lines.add("");
    lines.add(
        "Each recipe is a short file in `beamish.training.recipe` that names its source. Where a"
            + " source has transposed convolutions there is upsampling and convolution; batches are"
            + " smaller than the sources' (two CPU cores), so that there are enough steps. An"
            + " autoencoder that is told no expressions goes along the mean way from neutral to"
            + " smiling codes; the others are told how much of each expression to show. What is"
            + " pasted is what is painted for a strength minus what is painted for none, at 128 px.");
  }

  private static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
