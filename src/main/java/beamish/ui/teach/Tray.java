package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import beamish.training.lesson.PairEdits;
import beamish.training.lesson.SeenPhoto;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The photos without a partner: dragged onto a pair, or two of them made a pair. */
final class Tray extends VBox {
  private static final double EDGE = 64;
  private final ListView<SeenPhoto> list = new ListView<>();
  private final Label title = new Label();

  Tray(FacePictures pictures, LessonEdit edit) {
    getStyleClass().add("teach-tray");
    title.getStyleClass().add("panel-title");
    Label note = new Label(Messages.text("teach.tray.note"));
    note.getStyleClass().add("panel-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    list.setId("teach-tray");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(l -> new Cell(pictures));
    list.setAccessibleText(Messages.text("teach.tray.accessible"));
    VBox.setVgrow(list, Priority.ALWAYS);
    var chosen = list.getSelectionModel().getSelectedItems();
    Button join = new Button(Messages.text("teach.tray.join"));
    join.setId("teach-join");
    join.disableProperty().bind(Bindings.size(chosen).isNotEqualTo(2));
    join.setOnAction(
        e -> {
          Path a = chosen.get(0).file();
          Path b = chosen.get(1).file();
          edit.apply(lesson -> PairEdits.join(lesson, a, b));
        });
    Button remove = new Button(Messages.text("teach.tray.remove"));
    remove.setId("teach-remove");
    remove.disableProperty().bind(Bindings.isEmpty(chosen));
    remove.setOnAction(
        e -> {
          List<Path> files = chosen.stream().map(SeenPhoto::file).toList();
          edit.apply(lesson -> PairEdits.forget(lesson, files));
        });
    for (Button button : List.of(join, remove)) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    getChildren().addAll(title, note, list, new HBox(8, join, remove));
    FaceTile.acceptPhotos(this, photo -> edit.apply(lesson -> PairEdits.takeOut(lesson, photo)));
  }

  void show(Lesson lesson) {
    List<SeenPhoto> loose = lesson.loose();
    title.setText(Messages.text("teach.tray.title", loose.size()));
    list.getSelectionModel().clearSelection();
    list.getItems().setAll(loose);
  }

  private static final class Cell extends ListCell<SeenPhoto> {
    private final FaceTile tile;
    private final Label name = new Label();
    private final Label what = new Label();
    private final HBox row;

    Cell(FacePictures pictures) {
      tile = new FaceTile(pictures, EDGE);
      what.getStyleClass().add("panel-note");
      what.managedProperty().bind(what.textProperty().isNotEmpty());
      VBox words = new VBox(2, name, what);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      row = new HBox(10, tile, words);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SeenPhoto photo, boolean empty) {
      super.updateItem(photo, empty);
      if (empty || photo == null) {
        setGraphic(null);
        return;
      }
      tile.show(photo);
      name.setText(PairCell.name(photo));
      if (photo.unreadable() != null) {
        what.setText(Messages.text("teach.tray.unreadable"));
      } else {
        what.setText(photo.faces().isEmpty() ? Messages.text("teach.tray.noFace") : "");
      }
      setGraphic(row);
    }
  }
}
