package beamish.ui.teach;

import beamish.training.lesson.TrainingEvent.Prepared;
import beamish.training.lesson.TrainingEvent.Progress;
import beamish.ui.text.Messages;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import org.jspecify.annotations.Nullable;

/** What only the curious ask for, under a fold. */
final class TrainDetails extends TitledPane {

  TrainDetails(Training training, Supplier<String> folder) {
    Label text = new Label();
    text.getStyleClass().add("panel-note");
    text.setWrapText(true);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    text(
                        training.preparedProperty().get(),
                        training.progressProperty().get(),
                        folder.get()),
                training.preparedProperty(),
                training.progressProperty(),
                training.stateProperty()));
    setText(Messages.text("train.details"));
    setContent(text);
    setExpanded(false);
    setAnimated(false);
    getStyleClass().add("train-details");
    setId("train-details");
  }

  private static String text(
      @Nullable Prepared prepared, @Nullable Progress progress, String folder) {
    StringBuilder text = new StringBuilder(Messages.text("train.details.folder", folder));
    if (prepared != null) {
      text.append('\n')
          .append(
              prepared.heldOut().isEmpty()
                  ? Messages.text("train.details.noneOut", prepared.pairs(), prepared.rehearsed())
                  : Messages.text(
                      "train.details.pairs",
                      prepared.pairs(),
                      prepared.rehearsed(),
                      String.join(", ", prepared.heldOut())));
      if (prepared.rebuilt() > 0) {
        text.append('\n').append(Messages.text("train.details.lone", prepared.rebuilt()));
      }
      if (!prepared.leftOut().isEmpty()) {
        text.append('\n')
            .append(Messages.text("train.details.leftOut", String.join("; ", prepared.leftOut())));
      }
    }
    if (progress != null) {
      text.append('\n')
          .append(
              Messages.text(
                  "train.details.progress",
                  progress.crops(),
                  progress.cropsPerSecond(),
                  progress.loss()));
    }
    return text.toString();
  }
}
