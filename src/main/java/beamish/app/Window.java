package beamish.app;

import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.job.Problem;
import beamish.training.lesson.LessonStore;
import beamish.ui.BeamishWindow;
import beamish.ui.Memory;
import beamish.ui.teach.Teaching;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and shows the window. */
final class Window {
  private Window() {}

  /**
   * Shows the window and returns when it has been closed.
   *
   * @throws Problem where no window can be shown
   */
  static void open(Studio studio, Folders folders, Keeping keeping, List<Path> photos) {
    Display.missing()
        .ifPresent(
            why -> {
              throw new Problem(
                  "no window can be opened: " + why + "; 'beamish apply' works without");
            });
    CompletableFuture<BeamishWindow> shown = new CompletableFuture<>();
    try {
      Memory memory = Memory.in(folders.settings());
      Teaching teaching = new Teaching(LessonStore.in(folders.lessons()), folders.others());
      Display.start(
          () ->
              show(
                  () -> new BeamishWindow(new Stage(), studio, keeping, photos, memory, teaching),
                  shown));
    } catch (RuntimeException | LinkageError e) {
      throw new Problem(
          "no window can be opened ("
              + e.getMessage()
              + "); on Debian, install libgtk-3-0 and libxtst6",
          e);
    }
    shown.join().closed().join();
    Platform.exit();
  }

  private static void show(Supplier<BeamishWindow> making, CompletableFuture<BeamishWindow> shown) {
    try {
      BeamishWindow window = making.get();
      window.show();
      shown.complete(window);
    } catch (RuntimeException e) {
      shown.completeExceptionally(e);
    }
  }
}
