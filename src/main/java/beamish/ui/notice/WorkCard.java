package beamish.ui.notice;

import beamish.ui.session.Work;
import beamish.ui.text.Messages;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Progress with a way out; appears only when work takes longer than half a second. */
public final class WorkCard extends HBox {
  private static final Duration PATIENCE = Duration.millis(500);

  /** A card for {@code work}. */
  public WorkCard(Work work) {
    getStyleClass().addAll("work-card", "elevated-2");
    setAlignment(Pos.CENTER);
    setMaxSize(440, Region.USE_PREF_SIZE);
    Label title = new Label();
    title.textProperty().bind(work.titleProperty());
    title.getStyleClass().add("work-title");
    Label step = new Label();
    step.textProperty().bind(work.stepProperty());
    step.getStyleClass().add("panel-note");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(work.fractionProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("work.accessible"));
    VBox texts = new VBox(6, title, bar, step);
    HBox.setHgrow(texts, Priority.ALWAYS);
    Button cancel = new Button(Messages.text("work.cancel"));
    cancel.setOnAction(e -> work.cancel());
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(texts, cancel);
    setVisible(false);
    setManaged(false);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(e -> show(true));
    work.runningProperty()
        .subscribe(
            running -> {
              if (running) {
                patience.playFromStart();
              } else {
                patience.stop();
                show(false);
              }
            });
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
