package beamish.app;

import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.job.Problem;
import beamish.ui.BeamishWindow;
import beamish.ui.Memory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
      Platform.startup(() -> show(studio, keeping, photos, memory, shown));
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

  private static void show(
      Studio studio,
      Keeping keeping,
      List<Path> photos,
      Memory memory,
      CompletableFuture<BeamishWindow> shown) {
    try {
      BeamishWindow window = new BeamishWindow(new Stage(), studio, keeping, photos, memory);
      window.show();
      shown.complete(window);
    } catch (RuntimeException e) {
      shown.completeExceptionally(e);
    }
  }
}
