package beamish.ui.panel;

import beamish.face.DetectedFace;
import beamish.image.Box;
import beamish.ui.session.Editor;
import beamish.ui.session.ShownPhoto;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A face in the list, or all of them: a small picture as edited, its number and its strength. */
final class FaceCell extends ListCell<Integer> {
  private static final double SIZE = 40;
  private final Editor editor;
  private final ObservableValue<@Nullable Image> preview;
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final Label strength = new Label();
  private final Region gap = new Region();
  private final HBox row = new HBox(12);
  private String whyTurned = "";

  FaceCell(Editor editor, ObservableValue<@Nullable Image> preview) {
    this.editor = editor;
    this.preview = preview;
    Rectangle rounded = new Rectangle(SIZE, SIZE);
    rounded.setArcWidth(8);
    rounded.setArcHeight(8);
    picture.setClip(rounded);
    picture.setFitWidth(SIZE);
    picture.setFitHeight(SIZE);
    strength.getStyleClass().add("face-strength");
    HBox.setHgrow(gap, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    editor.settingsProperty().subscribe(settings -> tellStrength());
  }

  @Override
  protected void updateItem(@Nullable Integer face, boolean empty) {
    super.updateItem(face, empty);
    if (empty || face == null) {
      setGraphic(null);
      picture.setImage(null);
      return;
    }
    name.setText(
        face == FaceList.ALL ? Messages.text("faces.all") : Messages.text("face.name", face + 1));
    picture.setImage(preview.getValue());
    picture.setViewport(square(face));
    DetectedFace found = detected(face);
    whyTurned =
        found != null && found.isTurned()
            ? Messages.text("face.turned", Math.abs(found.yawDegrees()))
            : "";
    row.getChildren().setAll(face == FaceList.ALL ? all() : picture, name, gap, strength);
    if (!whyTurned.isEmpty()) {
      row.getChildren().add(2, turned());
    }
    tellStrength();
    setGraphic(row);
  }

  // icons and tooltips, a window each, are dear: none where there is nothing to tell

  private static Node all() {
    StackPane all = new StackPane(new FontIcon(Feather.USERS));
    all.getStyleClass().add("all-faces");
    all.setMinSize(SIZE, SIZE);
    return all;
  }

  private Node turned() {
    Label turned = new Label(null, new FontIcon(Feather.ALERT_TRIANGLE));
    turned.getStyleClass().add("face-turned");
    turned.setTooltip(new Tooltip(whyTurned));
    return turned;
  }

  private @Nullable DetectedFace detected(int face) {
    ShownPhoto shown = editor.photo();
    return shown == null || !shown.open().hasFace(face) ? null : shown.open().face(face);
  }

  private void tellStrength() {
    Integer face = getItem();
    if (face != null && face == FaceList.ALL) {
      strength.setText("");
      setAccessibleText(Messages.text("faces.all"));
    } else if (face != null) {
      String text = SmileRange.text(editor.settings().strength(face));
      strength.setText(text);
      String is = Messages.text("face.accessible", face + 1, editor.faceCount(), text);
      setAccessibleText(whyTurned.isEmpty() ? is : is + ". " + whyTurned);
    }
  }

  /** The square about the face's middle, in the picture's pixels. */
  private @Nullable Rectangle2D square(int face) {
    ShownPhoto shown = editor.photo();
    DetectedFace found = detected(face);
    Image whole = preview.getValue();
    if (shown == null || found == null || whole == null) {
      return null;
    }
    double width = whole.getWidth();
    double height = whole.getHeight();
    double scale = width / shown.open().photo().pixels().width();
    Box box = found.box();
    double edge = Math.min(Math.max(box.width(), box.height()) * scale, Math.min(width, height));
    double x = box.centre().x() * scale - edge / 2;
    double y = box.centre().y() * scale - edge / 2;
    return new Rectangle2D(
        Math.max(0, Math.min(width - edge, x)),
        Math.max(0, Math.min(height - edge, y)),
        edge,
        edge);
  }
}
