package beamish.ui;

import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.image.Box;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.ui.session.PreviewFeed;
import beamish.ui.session.ScreenArea;
import beamish.ui.session.ShownPhoto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Moves the slider of a real window and takes the time until the screen shows each move. One move
 * at a time, begun at no fixed phase of the screen's own rhythm, as a hand's are. On the FX thread.
 */
public final class SliderTrial {
  /** Until then Java still compiles what the moves run through: a hand's first ones take longer. */
  private static final int WARM_UP = 60;

  private static final int MOVES = 60;
  private static final int DOTS = 60;
  private static final int PATIENCE_SECONDS = 300;

  /** In it the preview takes the size of the view. */
  private static final int SETTLE_MILLIS = 1000;

  private static final double GOLDEN = .6180339887;
  private static final double MILLI = 1e-6;

  private final Studio studio;
  private final Stage stage;
  private final BeamishWindow window;
  private final View view;
  private final Random random = new Random(1);
  private final CompletableFuture<Times> result =
      new CompletableFuture<Times>().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  private final List<Double> painted = new ArrayList<>();
  private final List<Double> dots = new ArrayList<>();
  private int[] faces = {};
  private int moves;
  private long began;
  private boolean waiting;
  private boolean begun;

  /**
   * What is moved and how it is seen.
   *
   * @param all whether the slider moves all faces at once, or the first
   * @param large whether the photo is as large as its largest preview, or as the window shows it at
   *     first
   */
  public record View(boolean all, boolean large) {}

  /**
   * What was measured, in milliseconds, a number a move; the parts were timed in moves of their
   * own, since the window does not tell them apart.
   *
   * @param previewEdge longest edge of the preview, pixels
   * @param faces that moved at once
   * @param painted from the slider's new value to the end of the painting that shows it
   * @param dots of it: what the window takes to show a single changed pixel, its next beat and the
   *     renderer; in as many changes of their own
   * @param decode of it: the networks
   * @param paste of it: the edit into the preview
   * @param convert of it: the changed part into the screen's format
   */
  public record Times(
      int previewEdge,
      int faces,
      List<Double> painted,
      List<Double> dots,
      List<Double> decode,
      List<Double> paste,
      List<Double> convert) {}

  private SliderTrial(Stage stage, Studio studio, Path photo, View view) {
    this.view = view;
    this.studio = studio;
    this.stage = stage;
    this.window = new BeamishWindow(stage, studio, Keeping.nothing(), List.of(photo));
    window.editor().photoProperty().subscribe(this::photoChanged);
    window.photoPane().paintsProperty().subscribe(this::pictureChanged);
  }

  /**
   * Shows a window on {@code photo}, moves its slider, and closes it.
   *
   * @return the figures, once the window is closed; a {@link Problem} where there is no face
   */
  public static CompletableFuture<Times> run(Stage stage, Studio studio, Path photo, View view) {
    SliderTrial trial = new SliderTrial(stage, studio, photo, view);
    trial.window.show();
    return trial
        .result
        .whenCompleteAsync((times, failure) -> stage.hide(), Platform::runLater)
        .thenCombine(trial.window.closed(), (times, closed) -> times);
  }

  private void photoChanged() {
    if (window.editor().photo() != null && !begun) {
      begun = true;
      Platform.runLater(this::begin);
    }
  }

  private void begin() {
    if (window.editor().chosen() < 0) {
      result.completeExceptionally(
          new Problem("no face found to move the slider for; choose another photo"));
      return;
    }
    window.editor().allFacesProperty().set(view.all);
    faces = window.editor().chosenFaces().toArray();
    ShownPhoto shown = shown();
    if (view.large) {
      window.photoPane().showAt(shown.open().largestPreviewScale());
    }
    // what the window does anyway while somebody looks for the slider
    CompletableFuture<Void> unused =
        Lanes.on(studio.lanes().model(), () -> readAhead(shown))
            .thenRunAsync(
                () -> {
                  window.editor().draggingProperty().set(true);
                  next();
                },
                CompletableFuture.delayedExecutor(
                    SETTLE_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater));
  }

  private @Nullable Void readAhead(ShownPhoto shown) {
    for (int face : faces) {
      while (shown.open().readAhead(face)) {
        // until all is there
      }
    }
    return null;
  }

  private void next() {
    if (moves == WARM_UP + MOVES + DOTS) {
      takeApart();
      return;
    }
    Executor later =
        CompletableFuture.delayedExecutor(
            30 + random.nextInt(17), TimeUnit.MILLISECONDS, Platform::runLater);
    later.execute(moves < WARM_UP + MOVES ? this::move : this::paintDot);
  }

  /** Strengths all over the slider's range, none like the one before, none nearly 0. */
  private static double strength(int move) {
    double t = move * GOLDEN % 1;
    return t < .4 ? -1 + t / .4 * .85 : .15 + (t - .4) / .6 * 1.35;
  }

  private void move() {
    Slider slider = (Slider) stage.getScene().lookup("#smile");
    waiting = true;
    began = System.nanoTime();
    slider.setValue(strength(moves));
  }

  /** Changes one pixel in the middle of the face, and the slider not at all. */
  private void paintDot() {
    ShownPhoto shown = shown();
    Box face = shown.open().editedPreviewArea(faces[0]);
    int x = (int) (face.x() + face.width() / 2);
    int y = (int) (face.y() + face.height() / 2);
    waiting = true;
    began = System.nanoTime();
    window.photoPane().paint(shown, new ScreenArea(x, y, 1, 1, new int[] {0xff000000 | moves}));
  }

  private ShownPhoto shown() {
    ShownPhoto shown = window.editor().photo();
    if (shown == null) {
      throw new IllegalStateException("the photo is gone");
    }
    return shown;
  }

  private void pictureChanged() {
    if (waiting) {
      waiting = false;
      Painting.await(stage.getScene(), this::painted);
    }
  }

  private void painted() {
    if (moves >= WARM_UP) {
      (moves < WARM_UP + MOVES ? painted : dots).add((System.nanoTime() - began) * MILLI);
    }
    moves++;
    next();
  }

  private void takeApart() {
    ShownPhoto shown = shown();
    CompletableFuture<@Nullable Void> unused =
        Lanes.on(studio.lanes().model(), () -> parts(shown))
            .handle(
                (times, failure) -> {
                  if (failure == null) {
                    result.complete(times);
                  } else {
                    result.completeExceptionally(failure);
                  }
                  return null;
                });
  }

  private Times parts(ShownPhoto shown) {
    OpenPhoto open = shown.open();
    List<Double> decode = new ArrayList<>();
    List<Double> paste = new ArrayList<>();
    List<Double> convert = new ArrayList<>();
    for (int i = 0; i < MOVES; i++) {
      SmileSettings settings = SmileSettings.NONE;
      for (int face : faces) {
        settings = settings.with(face, strength(i));
      }
      Box part = PreviewFeed.changedPart(open, SmileSettings.NONE, settings);
      long start = System.nanoTime();
      var preview = open.renderPreview(settings, part);
      long rendered = System.nanoTime();
      // the same strength again is not decoded again
      preview = open.renderPreview(settings, part);
      long pasted = System.nanoTime();
      ScreenArea area = ScreenArea.of(preview, open.photo());
      long end = System.nanoTime();
      if (area.width() != part.width()) {
        throw new IllegalStateException("another part than asked for");
      }
      double again = (pasted - rendered) * MILLI;
      decode.add(Math.max(0, (rendered - start) * MILLI - again));
      paste.add(again);
      convert.add((end - pasted) * MILLI);
    }
    int edge = Math.max(open.preview().width(), open.preview().height());
    return new Times(edge, faces.length, painted, dots, decode, paste, convert);
  }
}
