package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The faces of the photo, one of them chosen, or all by a row of their own at the top. */
final class FaceList extends ListView<Integer> {
  /** The row of all faces; the others are faces' indices. */
  static final int ALL = -1;

  private static final double ROW = 56;

  /** Rows that there is always room for. */
  private static final double MOST_SURE = 4;

  private final Editor editor;
  private boolean following;

  FaceList(Editor editor, ObservableValue<@Nullable Image> preview) {
    this.editor = editor;
    setId("faces");
    getStyleClass().addAll("face-list", "edge-to-edge");
    setFixedCellSize(ROW);
    setAccessibleText(Messages.text("faces.title"));
    setCellFactory(list -> new FaceCell(editor, preview));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            face -> {
              if (!following && face != null) {
                choose(face);
              }
            });
    preview.subscribe(image -> rebuild());
    editor
        .photoProperty()
        .subscribe(
            (was, now) -> {
              if (now != null && now.isSamePicture(was)) {
                rebuild();
              }
            });
    editor.chosenProperty().subscribe(chosen -> follow());
    editor.allFacesProperty().subscribe(all -> follow());
  }

  private void choose(int face) {
    if (face == ALL) {
      editor.allFacesProperty().set(true);
    } else {
      editor.choose(face);
    }
  }

  private void rebuild() {
    following = true;
    ShownPhoto shown = editor.photo();
    List<Integer> rows = new ArrayList<>(shown == null ? List.of() : shown.open().numbers());
    if (rows.size() > 1) {
      rows.add(0, ALL);
    }
    getItems().setAll(rows);
    following = false;
    setPrefHeight(ROW * getItems().size() + 2);
    setMinHeight(Math.min(getPrefHeight(), ROW * MOST_SURE));
    follow();
  }

  private void follow() {
    following = true;
    Integer face = editor.allFacesProperty().get() ? ALL : editor.chosen();
    int row = getItems().indexOf(face);
    if (row >= 0) {
      getSelectionModel().clearAndSelect(row);
      // where all are in sight, a scroll would leave the rest of them above an empty space
      if (getItems().size() > MOST_SURE) {
        scrollTo(row);
      }
    } else {
      getSelectionModel().clearSelection();
    }
    following = false;
  }
}
