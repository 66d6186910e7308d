package beamish.ui.teach;

import beamish.image.PixelImage;
import beamish.training.lesson.Comparison;
import beamish.training.lesson.Comparison.Edit;
import beamish.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One pair kept out: as photographed, as both models edit it, and the real smile; then mouths. */
final class ResultRow extends VBox {
  private static final double FACE = 148;
  private static final double MOUTH = 148;

  ResultRow(Comparison.Row row) {
    super(6);
    getStyleClass().add("result-row");
    HBox pictures =
        new HBox(
            8,
            picture("result.neutral", row.neutral(), null, FACE),
            edit("result.before", row.before()),
            edit("result.after", row.after()),
            picture("result.real", row.smiling(), row.realMouth(), FACE));
    pictures.setAlignment(Pos.TOP_LEFT);
    getChildren().add(pictures);
  }

  private static VBox edit(String key, Edit edit) {
    VBox box = picture(key, edit.face(), edit.mouth(), FACE);
    Label figure = new Label(Messages.text("result.percent", Math.round(100 * edit.distance())));
    figure.getStyleClass().add("panel-note");
    box.getChildren().add(figure);
    return box;
  }

  private static VBox picture(
      String key, PixelImage face, @Nullable PixelImage mouth, double width) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add("panel-note");
    VBox box = new VBox(6, title, CropImage.view(face, width));
    if (mouth != null) {
      box.getChildren().add(CropImage.view(mouth, MOUTH));
    }
    box.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    box.setAccessibleText(title.getText());
    return box;
  }
}
