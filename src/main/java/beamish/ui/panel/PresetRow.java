package beamish.ui.panel;

import beamish.edit.SmilePreset;
import beamish.ui.photo.ScreenImage;
import beamish.ui.session.Editor;
import beamish.ui.session.PresetFeed;
import beamish.ui.session.ScreenArea;
import beamish.ui.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The smiles to choose from, each as a small picture of the chosen face. */
final class PresetRow extends HBox {
  private static final PseudoClass WORN = PseudoClass.getPseudoClass("worn");
  private static final double SIZE = 58;
  private final Map<SmilePreset, ImageView> pictures = new EnumMap<>(SmilePreset.class);

  PresetRow(Editor editor, PresetFeed feed) {
    super(4);
    getStyleClass().add("presets");
    for (SmilePreset preset : SmilePreset.values()) {
      getChildren().add(button(editor, preset));
    }
    feed.deliverTo(this::show);
  }

  private Button button(Editor editor, SmilePreset preset) {
    ImageView picture = new ImageView();
    picture.setFitWidth(SIZE);
    picture.setFitHeight(SIZE);
    picture.setPreserveRatio(true);
    pictures.put(preset, picture);
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("preset-picture");
    frame.setMinSize(SIZE, SIZE);
    frame.setMaxSize(SIZE, SIZE);
    Rectangle rounded = new Rectangle(SIZE, SIZE);
    rounded.setArcWidth(10);
    rounded.setArcHeight(10);
    frame.setClip(rounded);
    Button button = new Button(Messages.text("preset." + preset), frame);
    button.setId("preset-" + preset);
    button.getStyleClass().add("preset");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setTooltip(new Tooltip(Messages.text("preset." + preset + ".help")));
    button.setAccessibleText(Messages.text("preset.accessible", button.getText()));
    button.setAccessibleHelp(Messages.text("preset." + preset + ".help"));
    button.setOnAction(e -> editor.apply(preset));
    Runnable follow =
        () -> button.pseudoClassStateChanged(WORN, editor.smiles().are(preset.smile()));
    editor.settingsProperty().subscribe(follow);
    editor.chosenProperty().subscribe(follow);
    editor.allFacesProperty().subscribe(follow);
    return button;
  }

  private void show(SmilePreset preset, @Nullable ScreenArea picture) {
    ImageView view = pictures.get(preset);
    if (view != null) {
      view.setImage(picture == null ? null : ScreenImage.of(picture));
    }
  }
}
