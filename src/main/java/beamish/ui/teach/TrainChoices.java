package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import beamish.training.lesson.Lesson.Quality;
import beamish.training.lesson.Lesson.Start;
import beamish.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Three plain choices: what to start from, how long at most, and when to be content. */
final class TrainChoices extends GridPane {
  private static final List<Integer> MINUTES = List.of(5, 15, 30, 60, 120);
  private final ToggleGroup start = new ToggleGroup();
  private final ToggleGroup minutes = new ToggleGroup();
  private final ToggleGroup quality = new ToggleGroup();

  TrainChoices() {
    getStyleClass().add("train-choices");
    setHgap(16);
    setVgap(12);
    row(
        0,
        "start",
        start,
        List.of(Start.values()),
        s -> Messages.text("train.start." + s.name().toLowerCase(Locale.ROOT)));
    row(1, "minutes", minutes, MINUTES, m -> Messages.text("train.minutes.value", m));
    row(
        2,
        "quality",
        quality,
        List.of(Quality.values()),
        q -> Messages.text("train.quality." + q.name().toLowerCase(Locale.ROOT)));
  }

  private <T> void row(
      int row,
      String key,
      ToggleGroup group,
      List<T> values,
      java.util.function.Function<T, String> name) {
    Label label = new Label(Messages.text("train." + key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox buttons = new HBox();
    buttons.setAlignment(Pos.CENTER_LEFT);
    for (T value : values) {
      ToggleButton button = new ToggleButton(name.apply(value));
      button.setUserData(value);
      button.setToggleGroup(group);
      button.setId("train-" + key + "-" + String.valueOf(value).toLowerCase(Locale.ROOT));
      int at = values.indexOf(value);
      button
          .getStyleClass()
          .add(at == 0 ? "left-pill" : at == values.size() - 1 ? "right-pill" : "center-pill");
      buttons.getChildren().add(button);
    }
    // one is always chosen
    group
        .selectedToggleProperty()
        .addListener(
            (property, was, now) -> {
              if (now == null) {
                group.selectToggle(was);
              }
            });
    Label note = new Label(Messages.text("train." + key + ".note"));
    note.getStyleClass().add("panel-note");
    note.setWrapText(true);
    addRow(row, label, buttons, note);
    setHgrow(note, javafx.scene.layout.Priority.ALWAYS);
  }

  void show(Lesson.Recipe recipe) {
    select(start, recipe.start());
    int nearest =
        MINUTES.stream()
            .min(
                (a, b) ->
                    Double.compare(Math.abs(a - recipe.minutes()), Math.abs(b - recipe.minutes())))
            .orElse(MINUTES.get(0));
    select(minutes, nearest);
    select(quality, recipe.quality());
  }

  private static void select(ToggleGroup group, Object value) {
    group.getToggles().stream()
        .filter(t -> value.equals(t.getUserData()))
        .findFirst()
        .ifPresent(group::selectToggle);
  }

  Lesson.Recipe chosen() {
    return new Lesson.Recipe(
        (Start) start.getSelectedToggle().getUserData(),
        (Integer) minutes.getSelectedToggle().getUserData(),
        (Quality) quality.getSelectedToggle().getUserData());
  }

  /** The rows' buttons, for tests. */
  Node button(String id) {
    return lookup("#" + id);
  }
}
