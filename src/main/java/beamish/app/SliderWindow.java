package beamish.app;

import beamish.cli.SliderTimes;
import beamish.edit.Studio;
import beamish.job.Problem;
import beamish.ui.SliderTrial;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A window for {@code beamish bench}; where there is no display, in JavaFX's headless one. */
final class SliderWindow {
  private static final String PLATFORM = "glass.platform";

  private SliderWindow() {}

  /**
   * Moves the slider in a window on {@code photo}; once a process, because JavaFX starts once.
   *
   * @throws Problem where no window can be shown, or the photo has no face
   */
  static SliderTimes time(Studio studio, Path photo) {
    if (Display.missing().isPresent() && System.getProperty(PLATFORM) == null) {
      System.setProperty(PLATFORM, "Headless");
      System.setProperty("prism.order", "sw");
    }
    CompletableFuture<SliderTrial.Times> done = new CompletableFuture<>();
    try {
      Platform.startup(() -> start(studio, photo, done));
      SliderTrial.Times t = done.join();
      return new SliderTimes(
          System.getProperty(PLATFORM, "display"), t.painted(), t.decode(), t.paste(), t.convert());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new Problem(
            photo + ": the window took too long; try again while the machine is idle", e);
      }
      throw e;
    } catch (UnsupportedOperationException | LinkageError e) {
      throw new Problem("no window can be opened (" + e.getMessage() + ")", e);
    } finally {
      Platform.exit();
    }
  }

  private static void start(Studio studio, Path photo, CompletableFuture<SliderTrial.Times> done) {
    try {
      Platform.setImplicitExit(false);
      CompletableFuture<@Nullable Void> unused =
          SliderTrial.run(new Stage(), studio, photo)
              .handle(
                  (times, failure) -> {
                    if (failure == null) {
                      done.complete(times);
                    } else {
                      done.completeExceptionally(
                          failure instanceof CompletionException && failure.getCause() != null
                              ? failure.getCause()
                              : failure);
                    }
                    return null;
                  });
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }
}
