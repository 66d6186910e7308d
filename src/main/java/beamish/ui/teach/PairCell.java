package beamish.ui.teach;

import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.PairEdits;
import beamish.training.lesson.SeenPhoto;
import beamish.ui.look.LateTooltip;
import beamish.ui.text.Messages;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pair that was found: its two faces, and what can be done to it by hand. */
final class PairCell extends ListCell<FoundPair> {
  private static final double EDGE = 96;
  private final Supplier<Lesson> lesson;
  private final FaceTile neutral;
  private final FaceTile smiling;
  private final Label names = new Label();
  private final Label how = new Label();
  private final HBox row;

  /**
   * A cell.
   *
   * @param lesson the lesson as it stands
   * @param edit takes what becomes of it
   */
  PairCell(FacePictures pictures, Supplier<Lesson> lesson, LessonEdit edit) {
    this.lesson = lesson;
    neutral = new FaceTile(pictures, EDGE);
    smiling = new FaceTile(pictures, EDGE);
    FaceTile.acceptPhotos(
        neutral, photo -> edit.apply(l -> PairEdits.put(l, photo, getItem(), false)));
    FaceTile.acceptPhotos(
        smiling, photo -> edit.apply(l -> PairEdits.put(l, photo, getItem(), true)));
    Button swap = button(Feather.REPEAT, "teach.pair.swap");
    swap.setOnAction(e -> edit.apply(l -> PairEdits.swap(l, getItem())));
    Button apart = button(Feather.SCISSORS, "teach.pair.apart");
    apart.setOnAction(e -> edit.apply(l -> PairEdits.takeApart(l, getItem())));
    names.setMinHeight(USE_PREF_SIZE);
    how.getStyleClass().add("panel-note");
    VBox words = new VBox(4, names, how);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, neutral, swap, smiling, words, apart);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  private static Button button(Feather icon, String key) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    String what = Messages.text(key);
    LateTooltip.install(button, () -> what);
    button.setAccessibleText(what);
    return button;
  }

  @Override
  protected void updateItem(@Nullable FoundPair pair, boolean empty) {
    super.updateItem(pair, empty);
    if (empty || pair == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    lesson.get().photo(pair.neutral()).ifPresent(neutral::show);
    lesson.get().photo(pair.smiling()).ifPresent(smiling::show);
    names.setText(text(pair));
    how.setText(Messages.text("teach.how." + pair.how()));
    setAccessibleText(names.getText() + ". " + how.getText());
    setGraphic(row);
  }

  /** Both files' names, a line each. */
  static String text(FoundPair pair) {
    return Messages.text("teach.pair", pair.neutral().getFileName(), pair.smiling().getFileName());
  }

  /** The photo of a loose cell or a pair, by its name. */
  static String name(SeenPhoto photo) {
    return String.valueOf(photo.file().getFileName());
  }
}
