package beamish.ui.teach;

import beamish.training.lesson.Comparison;
import beamish.training.lesson.Comparison.Edit;
import beamish.training.lesson.PairedDifference;
import beamish.ui.text.Messages;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A plain sentence on what came of a training, and the figures it rests on. */
final class ResultFigures extends VBox {

  ResultFigures(Comparison comparison) {
    super(12);
    PairedDifference distance = comparison.distance();
    Label headline = new Label(headline(distance));
    headline.setId("result-headline");
    headline.getStyleClass().add("result-headline");
    Label sentence = new Label(sentence(comparison, distance));
    sentence.setId("result-sentence");
    for (Label label : new Label[] {headline, sentence}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(headline, sentence, table(comparison));
  }

  static String headline(PairedDifference distance) {
    return Messages.text("result.outcome." + distance.outcome());
  }

  static String sentence(Comparison comparison, PairedDifference distance) {
    String where =
        Messages.text(
            comparison.heldOut() ? "result.heldOut" : "result.seen", comparison.rows().size());
    long change = Math.round(-100 * distance.change());
    String what =
        change >= 0
            ? Messages.text("result.nearer", change)
            : Messages.text("result.farther", -change);
    String sure =
        distance.outcome() == PairedDifference.Outcome.UNKNOWN
            ? Messages.text("result.unsure")
            : Messages.text(
                "result.interval", end(distance.highChange()), end(distance.lowChange()));
    return where + " " + what + " " + sure;
  }

  private static String end(double change) {
    // nothing comes nearer than all the way
    long nearer = Math.min(100, Math.round(-100 * change));
    return nearer < 0
        ? Messages.text("result.end.farther", -nearer)
        : Messages.text("result.end.nearer", nearer);
  }

  private static GridPane table(Comparison comparison) {
    GridPane table = new GridPane();
    table.getStyleClass().add("result-table");
    table.setHgap(24);
    table.setVgap(6);
    row(
        table,
        0,
        "",
        Messages.text("result.before"),
        Messages.text("result.after"),
        Messages.text("result.means"));
    figure(table, 1, "distance", comparison, Edit::distance);
    figure(table, 2, "likeness", comparison, Edit::likeness);
    figure(table, 3, "sharpness", comparison, Edit::sharpness);
    return table;
  }

  private static void figure(
      GridPane table, int row, String key, Comparison comparison, ToDoubleFunction<Edit> figure) {
    double before = comparison.before(figure);
    if (!Double.isNaN(before)) {
      row(
          table,
          row,
          Messages.text("result.figure." + key),
          number(before),
          number(comparison.after(figure)),
          Messages.text("result.figure." + key + ".means"));
    }
  }

  private static void row(GridPane table, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      Label label = new Label(cells[i]);
      if (row == 0 || i == cells.length - 1) {
        label.getStyleClass().add("panel-note");
      }
      table.add(label, i, row);
    }
  }

  private static String number(double value) {
    return String.format(Locale.getDefault(), "%.2f", value);
  }
}
