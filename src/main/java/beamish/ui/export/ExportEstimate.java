package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.PhotoWriter;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.session.ShownPhoto;
import beamish.ui.text.Messages;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells how large the exported file will be, by making it: the edit is rendered once, in the
 * background, and each change of settings encodes it anew once a hand rests. On the FX thread.
 */
final class ExportEstimate {
  private static final Duration REST = Duration.millis(350);

  private final Studio studio;
  private final ShownPhoto photo;
  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<PixelImage> rendered;
  private final PauseTransition rest = new PauseTransition(REST);
  private final ReadOnlyStringWrapper text =
      new ReadOnlyStringWrapper(Messages.text("export.estimate.none"));
  private @Nullable ExportSettings wanted;
  private boolean busy;

  /**
   * Begins to render.
   *
   * @param lane the model lane
   */
  ExportEstimate(Studio studio, Executor lane, ShownPhoto photo, SmileSettings settings) {
    this.studio = studio;
    this.photo = photo;
    this.rendered =
        Lanes.on(
            lane,
            () -> {
              cancellation.check();
              return photo.open().render(settings, cancellation, Progress.NONE);
            });
    rest.setOnFinished(e -> begin());
  }

  /** The estimate, or that there is none yet. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Asks for another estimate; the one shown stays until it is there. */
  void request(ExportSettings settings) {
    wanted = settings;
    rest.playFromStart();
  }

  /** The edit at the photo's own size, once it is there. */
  CompletableFuture<PixelImage> rendered() {
    return rendered;
  }

  /** Estimates no more; what is being rendered goes on. */
  void stop() {
    rest.stop();
    wanted = null;
  }

  /** Ends it all. */
  void cancel() {
    stop();
    cancellation.cancel();
  }

  private void begin() {
    ExportSettings settings = wanted;
    if (busy || settings == null) {
      return;
    }
    busy = true;
    wanted = null;
    CompletableFuture<Void> unused =
        rendered
            .thenApplyAsync(pixels -> trial(pixels, settings), studio.lanes().io())
            .handleAsync(
                (trial, failure) -> {
                  busy = false;
                  text.set(
                      failure == null ? describe(trial) : Messages.text("export.estimate.none"));
                  if (wanted != null && rest.getStatus() != PauseTransition.Status.RUNNING) {
                    begin();
                  }
                  return null;
                },
                Platform::runLater);
  }

  private PhotoWriter.Trial trial(PixelImage pixels, ExportSettings settings) {
    return studio.writer().trial(photo.open().photo(), pixels, settings);
  }

  private static String describe(PhotoWriter.Trial trial) {
    boolean mega = trial.bytes() >= 1_000_000;
    return Messages.text(
        mega ? "export.estimate.mb" : "export.estimate.kb",
        String.valueOf(trial.width()),
        String.valueOf(trial.height()),
        mega ? trial.bytes() / 1e6 : Math.ceil(trial.bytes() / 1e3));
  }
}
