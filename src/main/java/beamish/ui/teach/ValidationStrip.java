package beamish.ui.teach;

import beamish.training.lesson.TrainingEvent.Face;
import beamish.training.lesson.TrainingEvent.Faces;
import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** A few faces of the validation, as they now smile and as they really do. */
final class ValidationStrip extends GridPane {
  private static final int MOST = 6;
  private static final double WIDTH = 104;
  private final List<ImageView> edited = new ArrayList<>();
  private @Nullable Face first;

  ValidationStrip(ObservableValue<@Nullable Faces> faces) {
    getStyleClass().add("validation-strip");
    setVgap(6);
    setHgap(6);
    faces.subscribe(this::show);
  }

  private void show(@Nullable Faces faces) {
    if (faces == null || faces.faces().isEmpty()) {
      getChildren().clear();
      first = null;
      return;
    }
    int every = Math.max(1, faces.faces().size() / MOST);
    List<Face> shown = new ArrayList<>();
    for (int i = 0; i < faces.faces().size() && shown.size() < MOST; i += every) {
      shown.add(faces.faces().get(i));
    }
    if (first == null || first.neutral() != shown.get(0).neutral()) {
      fill(shown);
    }
    for (int i = 0; i < shown.size(); i++) {
      edited.get(i).setImage(CropImage.of(shown.get(i).edited()));
    }
  }

  private void fill(List<Face> shown) {
    first = shown.get(0);
    getChildren().clear();
    edited.clear();
    for (int row = 0; row < 2; row++) {
      Label label = new Label(Messages.text(row == 0 ? "train.strip.now" : "train.strip.real"));
      label.getStyleClass().add("panel-note");
      label.setMinWidth(USE_PREF_SIZE);
      add(label, 0, row);
    }
    for (int i = 0; i < shown.size(); i++) {
      ImageView now = CropImage.view(shown.get(i).edited(), WIDTH);
      edited.add(now);
      add(now, i + 1, 0);
      add(CropImage.view(shown.get(i).smiling(), WIDTH), i + 1, 1);
    }
  }
}
