package beamish.ui;

import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Shows a window as it is shown to a user, and tells when; then pans over the photo, if there is
 * one. On the FX thread.
 */
public final class StartTrial {
  private static final int PATIENCE_SECONDS = 300;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final Runnable shown;
  private final boolean empty;
  private boolean begun;

  private StartTrial(Runnable shown, boolean empty) {
    this.shown = shown;
    this.empty = empty;
  }

  /**
   * Shows a window on {@code photos}, and closes it once the first was editable and moved about.
   *
   * @param shown is run once the window is on the screen
   * @param editable is run once the photo is; not where there are none
   * @param moved takes the milliseconds of each move, panned and zoomed; not where there are none
   * @return done when the window is closed
   */
  public static CompletableFuture<Void> run(
      Stage stage,
      Studio studio,
      List<Path> photos,
      Runnable shown,
      Runnable editable,
      BiConsumer<List<Double>, List<Double>> moved) {
    StartTrial trial = new StartTrial(shown, photos.isEmpty());
    BeamishWindow window = new BeamishWindow(stage, studio, Keeping.nothing(), photos);
    window
        .editor()
        .photoProperty()
        .subscribe(
            photo -> {
              if (photo != null && !trial.begun) {
                trial.begun = true;
                editable.run();
                Platform.runLater(() -> trial.pan(window, moved));
              }
            });
    window.show();
    Painting.await(stage.getScene(), trial::rendered);
    return trial
        .opened
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .whenCompleteAsync((done, failure) -> stage.hide(), Platform::runLater)
        .thenCombine(window.closed(), (done, closed) -> null);
  }

  private void pan(BeamishWindow window, BiConsumer<List<Double>, List<Double>> moved) {
    CompletableFuture<Void> unused =
        PanTrial.run(window.photoPane())
            .thenAccept(
                times -> {
                  moved.accept(times.panned(), times.zoomed());
                  opened.complete(null);
                });
  }

  private void rendered() {
    shown.run();
    if (empty) {
      opened.complete(null);
    }
  }
}
