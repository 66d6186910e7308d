package beamish.ui.teach;

import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.PairEdits;
import beamish.training.lesson.SeenPhoto;
import beamish.training.lesson.Verdict;
import beamish.training.lesson.Verdict.Reason;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pair and its verdict: which photo is to blame, why, and what can be done about it. */
final class CheckCell extends ListCell<CheckCell.Row> {
  private static final double EDGE = 96;
  private static final double CHOICE = 56;
  private static final double SCROLL_BAR = 16;
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private final FacePictures pictures;
  private final Supplier<Lesson> lesson;
  private final LessonEdit edit;
  private final ObjIntConsumer<SeenPhoto> chosen;
  private final FaceTile neutral;
  private final FaceTile smiling;
  private final FontIcon icon = new FontIcon();
  private final Label verdict = new Label();
  private final Label names = new Label();
  private final CheckBox use = new CheckBox(Messages.text("teach.check.use"));
  private final FlowPane remedies = new FlowPane(8, 6);
  private final HBox row;

  /** A pair and what the check says of it. */
  record Row(FoundPair pair, Verdict verdict) {
    boolean isUsed() {
      Boolean overrule = pair.overrule();
      return overrule == null ? verdict.isGood() : overrule && verdict.canBeOverruled();
    }
  }

  /**
   * A cell.
   *
   * @param lesson the lesson as it stands
   * @param edit takes what becomes of it
   * @param chosen is told which face of a photo is meant
   */
  CheckCell(
      FacePictures pictures,
      Supplier<Lesson> lesson,
      LessonEdit edit,
      ObjIntConsumer<SeenPhoto> chosen) {
    this.pictures = pictures;
    this.lesson = lesson;
    this.edit = edit;
    this.chosen = chosen;
    neutral = new FaceTile(pictures, EDGE);
    smiling = new FaceTile(pictures, EDGE);
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    verdict.getStyleClass().add("teach-verdict");

    names.setMinHeight(USE_PREF_SIZE);
    names.getStyleClass().add("panel-note");
    remedies.setAlignment(Pos.CENTER_LEFT);
    remedies.managedProperty().bind(remedies.visibleProperty());
    use.setMinWidth(USE_PREF_SIZE);
    use.setOnAction(e -> decide(use.isSelected()));
    HBox reason = new HBox(8, icon, verdict);
    VBox words = new VBox(4, reason, names, remedies);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, neutral, smiling, words, use);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  /** As high as the wrapped words need at the list's width. */
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == null || getListView() == null) {
      return super.computePrefHeight(width);
    }
    double inner = getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
    return row.prefHeight(inner) + snappedTopInset() + snappedBottomInset();
  }

  private void decide(boolean used) {
    Row shown = getItem();
    if (shown != null) {
      // what the check says anyhow needs no decision
      Boolean overrule = used == shown.verdict.isGood() ? null : Boolean.valueOf(used);
      edit.apply(l -> PairEdits.decide(l, shown.pair, overrule));
    }
  }

  @Override
  protected void updateItem(@Nullable Row shown, boolean empty) {
    super.updateItem(shown, empty);
    if (empty || shown == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Verdict said = shown.verdict;
    tile(neutral, shown.pair.neutral(), said);
    tile(smiling, shown.pair.smiling(), said);
    icon.setIconCode(said.isGood() ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE);
    pseudoClassStateChanged(GOOD, said.isGood());
    Path blamed = said.photo();
    verdict.setText(
        Messages.text(
            "teach.reason." + said.reason(),
            blamed == null ? "" : String.valueOf(blamed.getFileName()),
            said.number()));
    names.setText(PairCell.text(shown.pair));
    use.setSelected(shown.isUsed());
    use.setDisable(!said.isGood() && !said.canBeOverruled());
    use.setAccessibleText(Messages.text("teach.check.use.accessible", names.getText()));
    setAccessibleText(names.getText() + ". " + verdict.getText());
    remedies.getChildren().clear();
    remedy(shown).ifPresent(remedies.getChildren()::add);
    remedies.setVisible(!remedies.getChildren().isEmpty());
    setGraphic(row);
  }

  private void tile(FaceTile tile, Path file, Verdict said) {
    lesson.get().photo(file).ifPresent(tile::show);
    tile.blame(!said.isGood() && (said.photo() == null || said.photo().equals(file)));
  }

  private Optional<Node> remedy(Row shown) {
    Path blamed = shown.verdict.photo();
    if (shown.verdict.reason() == Reason.WRONG_WAY) {
      Button swap = new Button(Messages.text("teach.pair.swap"), new FontIcon(Feather.REPEAT));
      swap.setOnAction(e -> edit.apply(l -> PairEdits.swap(l, shown.pair)));
      return Optional.of(swap);
    }
    if (shown.verdict.reason() == Reason.SEVERAL_FACES && blamed != null) {
      return lesson.get().photo(blamed).map(this::faces);
    }
    return Optional.empty();
  }

  /** A button for each face of the photo. */
  private Node faces(SeenPhoto photo) {
    FlowPane all = new FlowPane(6, 6);
    for (int face = 0; face < photo.faces().size(); face++) {
      int number = face;
      FaceTile tile = new FaceTile(pictures, CHOICE);
      tile.show(photo, face);
      Button button = new Button(null, tile);
      button.getStyleClass().addAll("flat", "teach-face-choice");
      button.setAccessibleText(Messages.text("face.name", face + 1));
      button.setOnAction(e -> chosen.accept(photo, number));
      all.getChildren().add(button);
    }
    return all;
  }
}
