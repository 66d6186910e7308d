package beamish.ui.panel;

import beamish.expression.SmileLevel;
import beamish.ui.session.Editor;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** How much the chosen face smiles in the photo itself, so that more and less mean something. */
final class SmileNow extends Label {

  SmileNow(Editor editor) {
    setId("smile-now");
    getStyleClass().add("panel-note");
    setTooltip(new Tooltip(Messages.text("level.help")));
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> text(editor),
                editor.photoProperty(),
                editor.chosenProperty(),
                editor.allFacesProperty()));
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  private static String text(Editor editor) {
    ShownPhoto shown = editor.photo();
    int face = editor.chosen();
    if (shown == null || editor.allFacesProperty().get() || !shown.open().hasFace(face)) {
      return "";
    }
    double level = shown.open().smileLevel(face);
    return Messages.text(
        "level.now", Messages.text("level." + SmileLevel.word(level)), Math.round(level * 100));
  }
}
