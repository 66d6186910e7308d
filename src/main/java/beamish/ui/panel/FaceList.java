package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The faces of the photo, one of them chosen. */
final class FaceList extends ListView<Integer> {
  private static final double ROW = 56;
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
                editor.choose(face);
              }
            });
    preview.subscribe(image -> rebuild());
    editor.chosenProperty().subscribe(chosen -> follow());
  }

  private void rebuild() {
    following = true;
    getItems().setAll(IntStream.range(0, editor.faceCount()).boxed().toList());
    following = false;
    setPrefHeight(ROW * getItems().size() + 2);
    follow();
  }

  private void follow() {
    following = true;
    if (editor.chosen() >= 0 && editor.chosen() < getItems().size()) {
      getSelectionModel().clearAndSelect(editor.chosen());
      scrollTo(editor.chosen());
    } else {
      getSelectionModel().clearSelection();
    }
    following = false;
  }
}
