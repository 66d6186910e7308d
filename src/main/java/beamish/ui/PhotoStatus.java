package beamish.ui;

import beamish.image.PixelImage;
import beamish.ui.session.Editor;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;

/** The line at the bottom: which photo, and how large it is shown. */
final class PhotoStatus extends StatusBar {

  PhotoStatus(Editor editor, ObservableValue<Number> zoom) {
    getStyleClass().add("photo-status");
    setFocusTraversable(false);
    textProperty().bind(Bindings.createStringBinding(() -> text(editor), editor.photoProperty()));
    Label percent = new Label();
    percent
        .textProperty()
        .bind(
            zoom.map(
                z ->
                    z.doubleValue() == 0
                        ? ""
                        : Messages.text("status.zoom", Math.round(z.doubleValue() * 100))));
    getRightItems().add(percent);
  }

  private static String text(Editor editor) {
    ShownPhoto shown = editor.photo();
    if (shown == null) {
      return Messages.text("status.none");
    }
    PixelImage pixels = shown.open().photo().pixels();
    return Messages.text(
        "status.photo",
        shown.name(),
        Integer.toString(pixels.width()),
        Integer.toString(pixels.height()),
        pixels.bitDepth(),
        editor.faceCount());
  }
}
