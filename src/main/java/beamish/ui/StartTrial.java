package beamish.ui;

import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Shows a window as it is shown to a user, and tells when. On the FX thread. */
public final class StartTrial {
  private static final int PATIENCE_SECONDS = 300;
  private final Stage stage;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final Runnable shown;
  private final boolean empty;
  private Runnable pulsed = () -> {};

  private StartTrial(Stage stage, Runnable shown, boolean empty) {
    this.stage = stage;
    this.shown = shown;
    this.empty = empty;
  }

  /**
   * Shows a window on {@code photos}, and closes it once the first can be edited.
   *
   * @param shown is run once the window is on the screen
   * @param editable is run once the photo is; not where there are none
   * @return done when the window is closed
   */
  public static CompletableFuture<Void> run(
      Stage stage, Studio studio, List<Path> photos, Runnable shown, Runnable editable) {
    StartTrial trial = new StartTrial(stage, shown, photos.isEmpty());
    BeamishWindow window = new BeamishWindow(stage, studio, Keeping.nothing(), photos);
    window
        .editor()
        .photoProperty()
        .subscribe(
            photo -> {
              if (photo != null) {
                editable.run();
                trial.opened.complete(null);
              }
            });
    window.show();
    trial.awaitPulse();
    return trial
        .opened
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .whenCompleteAsync((done, failure) -> stage.hide(), Platform::runLater)
        .thenCombine(window.closed(), (done, closed) -> null);
  }

  private void awaitPulse() {
    Scene scene = stage.getScene();
    pulsed =
        () -> {
          scene.removePostLayoutPulseListener(pulsed);
          // the pulse under way hands the window to the renderer
          Platform.runLater(this::rendered);
        };
    scene.addPostLayoutPulseListener(pulsed);
    Platform.requestNextPulse();
  }

  private void rendered() {
    shown.run();
    if (empty) {
      opened.complete(null);
    }
  }
}
