package beamish.app;

import beamish.cli.BenchCommand;
import beamish.cli.SliderTimes;
import beamish.edit.Studio;
import beamish.job.Problem;
import beamish.ui.SliderTrial;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Windows for {@code beamish bench}; where there is no display, JavaFX's headless ones. */
final class SliderWindow implements BenchCommand.Sliders {
  private static final String PLATFORM = "glass.platform";

  private final Studio studio;

  private SliderWindow(Studio studio) {
    this.studio = studio;
  }

  /** Lets windows be shown where there is no display; before JavaFX starts. */
  static void needNoDisplay() {
    if (Display.missing().isPresent() && System.getProperty(PLATFORM) == null) {
      System.setProperty(PLATFORM, "Headless");
      System.setProperty("prism.order", "sw");
    }
  }

  /**
   * Starts JavaFX, before anything loads OpenCV: that brings GTK 2 along on machines that have it,
   * and JavaFX, which wants GTK 3, then refuses to start. Once a process.
   *
   * @throws Problem where no window can be shown
   */
  static SliderWindow open(Studio studio) {
    needNoDisplay();
    try {
      Display.start(() -> Platform.setImplicitExit(false));
    } catch (RuntimeException | LinkageError e) {
      // without Platform.exit, which would wait for a start that never comes
      throw new Problem("no window can be opened (" + e.getMessage() + ")", e);
    }
    return new SliderWindow(studio);
  }

  @Override
  public List<SliderTimes> time(Path one, Path all) {
    try {
      return List.of(
          time(studio, one, new SliderTrial.View(false, true)),
          time(studio, all, new SliderTrial.View(true, true)),
          time(studio, one, new SliderTrial.View(false, false)));
    } finally {
      Platform.exit();
    }
  }

  private static SliderTimes time(Studio studio, Path photo, SliderTrial.View view) {
    CompletableFuture<SliderTrial.Times> done = new CompletableFuture<>();
    Platform.runLater(() -> start(studio, photo, view, done));
    try {
      SliderTrial.Times t = done.join();
      return new SliderTimes(
          System.getProperty(PLATFORM, "display"),
          t.previewEdge(),
          t.faces(),
          t.painted(),
          t.dots(),
          t.decode(),
          t.paste(),
          t.convert());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new Problem(
            photo + ": the window took too long; try again while the machine is idle", e);
      }
      throw e;
    }
  }

  private static void start(
      Studio studio, Path photo, SliderTrial.View view, CompletableFuture<SliderTrial.Times> done) {
    try {
      CompletableFuture<@Nullable Void> unused =
          SliderTrial.run(new Stage(), studio, photo, view)
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
