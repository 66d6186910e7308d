package beamish.ui.panel;

import beamish.expression.SmilePart;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the parts of the smile are shown: eyes and cheeks, teeth, symmetry. */
final class PartsPane extends TitledPane {

  PartsPane(Editor editor) {
    getStyleClass().addAll("history-pane", "parts-pane");
    setText(Messages.text("parts.title"));
    setAnimated(false);
    VBox rows = new VBox(10);
    for (SmilePart part : SmilePart.values()) {
      rows.getChildren().add(row(editor, part));
    }
    setContent(rows);
  }

  private static VBox row(Editor editor, SmilePart part) {
    PartSlider slider = new PartSlider(editor, part);
    Label name = new Label(PartSlider.title(part));
    name.setLabelFor(slider);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label value = new Label();
    value.getStyleClass().add("panel-note");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> PartSlider.value(part, editor.smiles().parts()),
                editor.settingsProperty(),
                editor.allFacesProperty(),
                editor.chosenProperty()));
    HBox head = new HBox(8, name, gap, value);
    head.setAlignment(Pos.BASELINE_LEFT);
    return new VBox(2, head, slider);
  }
}
