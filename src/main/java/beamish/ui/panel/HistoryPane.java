package beamish.ui.panel;

import beamish.edit.EditHistory;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every step of the edit, from the original on; choosing one goes there. */
final class HistoryPane extends TitledPane {
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
  private static final double ROW = 28;
  private final Editor editor;
  private final ListView<Entry> list = new ListView<>();
  private boolean following;

  /** A row: the state after {@code position} steps. */
  private record Entry(int position, String text) {}

  HistoryPane(Editor editor) {
    this.editor = editor;
    getStyleClass().add("history-pane");
    setText(Messages.text("history.title"));
    setAnimated(false);
    setContent(list);
    expandedProperty()
        .subscribe(open -> VBox.setVgrow(this, open ? Priority.ALWAYS : Priority.NEVER));
    list.setId("history");
    list.getStyleClass().addAll("history-list", "edge-to-edge");
    list.setFixedCellSize(ROW);
    list.setMinHeight(5 * ROW);
    list.setPrefHeight(5 * ROW);
    list.setAccessibleText(Messages.text("history.title"));
    list.setCellFactory(any -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            entry -> {
              if (!following && entry != null) {
                // later, since the list must not change while it tells of its selection
                Platform.runLater(() -> editor.goTo(entry.position()));
              }
            });
    editor.historyProperty().subscribe(this::follow);
  }

  private void follow(EditHistory history) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(0, Messages.text("history.original")));
    for (int i = 1; i <= history.steps().size(); i++) {
      entries.add(new Entry(i, StepText.of(history.steps().get(i - 1))));
    }
    following = true;
    if (!entries.equals(list.getItems())) {
      list.getItems().setAll(entries);
    }
    list.refresh();
    list.getSelectionModel().clearAndSelect(history.position());
    list.getFocusModel().focus(history.position());
    list.scrollTo(history.position());
    following = false;
  }

  private final class Cell extends ListCell<Entry> {
    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setText(null);
        setAccessibleText(null);
        pseudoClassStateChanged(UNDONE, false);
        return;
      }
      boolean undone = entry.position() > editor.historyProperty().get().position();
      setText(entry.text());
      pseudoClassStateChanged(UNDONE, undone);
      setAccessibleText(undone ? Messages.text("history.undone", entry.text()) : entry.text());
    }
  }
}
