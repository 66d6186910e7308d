package beamish.ui;

import beamish.ui.photo.PhotoPane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Pans over a photo at 100 % and zooms out of it and in again, as a hand does that does not wait
 * for the picture to become sharp, and takes the time until the screen shows each move. On the FX
 * thread.
 */
final class PanTrial {
  /** Until then Java still compiles what the moves run through. */
  private static final int WARM_UP = 60;

  private static final int PANS = 120;
  private static final int ZOOMS = 60;

  /** Pane pixels. */
  private static final double STEP = 48;

  private static final double ZOOM_STEP = 1.08;

  /** Moves of one direction. */
  private static final int RUN = 20;

  private static final int PAUSE_MILLIS = 11;
  private static final double MILLI = 1e-6;

  private final PhotoPane pane;
  private final Scene scene;
  private final List<Double> panned = new ArrayList<>();
  private final List<Double> zoomed = new ArrayList<>();
  private final CompletableFuture<Times> result = new CompletableFuture<>();
  private int moves;

  /** Milliseconds from each move to the end of the painting that shows it. */
  record Times(List<Double> panned, List<Double> zoomed) {}

  private PanTrial(PhotoPane pane) {
    this.pane = pane;
    this.scene = pane.getScene();
  }

  /** Moves the photo that a shown pane has. */
  static CompletableFuture<Times> run(PhotoPane pane) {
    PanTrial trial = new PanTrial(pane);
    pane.actualSize();
    trial.next();
    return trial.result;
  }

  private void next() {
    if (moves == WARM_UP + PANS + ZOOMS) {
      result.complete(new Times(panned, zoomed));
      return;
    }
    CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)
        .execute(this::move);
  }

  private void move() {
    boolean pan = moves < WARM_UP + PANS;
    int run = moves / RUN;
    long began = System.nanoTime();
    if (pan) {
      // there and back, so that tiles come and go
      double way = run % 4 < 2 ? STEP : -STEP;
      pane.panBy(way, run % 2 == 0 ? way / 2 : -way / 2);
    } else {
      double factor = run % 2 == 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
      pane.zoomBy(factor, pane.getWidth() / 3, pane.getHeight() / 3);
    }
    Painting.await(
        scene,
        () -> {
          if (moves >= WARM_UP) {
            (pan ? panned : zoomed).add((System.nanoTime() - began) * MILLI);
          }
          moves++;
          next();
        });
  }
}
