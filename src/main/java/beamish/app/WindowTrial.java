package beamish.app;

import beamish.edit.Studio;
import beamish.ui.StartTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * {@code beamish trial [PHOTO]}, which {@link WindowChild} starts: shows the window, tells when it
 * is there, when the photo can be edited, how long each move over it took and how much memory all
 * that, and ends. Not a command of picocli's, because the window that it stands for is opened
 * without.
 */
final class WindowTrial {
  static final String WORD = "trial";
  static final String SHOWN = "shown";
  static final String EDITABLE = "editable";
  static final String PANNED = "panned";
  static final String ZOOMED = "zoomed";
  static final String PEAK = "peak";
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Studio studio;
  private final List<Path> photos;

  private WindowTrial(Studio studio, List<Path> photos) {
    this.studio = studio;
    this.photos = photos;
  }

  /** Shows the window and returns when it is closed; what it tells goes to standard output. */
  static void run(Studio studio, List<Path> photos) {
    SliderWindow.needNoDisplay();
    WindowTrial trial = new WindowTrial(studio, photos);
    CompletableFuture<CompletableFuture<Void>> closed = new CompletableFuture<>();
    Display.start(() -> trial.show(closed));
    closed.join().join();
    Platform.exit();
    say(PEAK, peakGigabytes());
  }

  private void show(CompletableFuture<CompletableFuture<Void>> closed) {
    try {
      Platform.setImplicitExit(false);
      long start = System.nanoTime();
      closed.complete(
          StartTrial.run(
              new Stage(),
              studio,
              photos,
              () -> say(SHOWN, Double.NaN),
              () -> say(EDITABLE, (System.nanoTime() - start) * 1e-9),
              (panned, zoomed) -> {
                panned.forEach(ms -> say(PANNED, ms));
                zoomed.forEach(ms -> say(ZOOMED, ms));
              }));
    } catch (RuntimeException e) {
      closed.completeExceptionally(e);
    }
  }

  private static void say(String what, double figure) {
    System.out.println(what + " " + figure);
    System.out.flush();
  }

  /** The most memory that this process ever held; NaN where the system does not tell. */
  private static double peakGigabytes() {
    try {
      if (Files.isReadable(STATUS)) {
        for (String line : Files.readAllLines(STATUS)) {
          if (line.startsWith("VmHWM:")) {
            return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e9;
          }
        }
      }
      return Double.NaN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
