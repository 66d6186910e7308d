package beamish.ui.session;

import beamish.edit.OpenPhoto;
import beamish.face.DetectedFace;
import beamish.job.LatestOnly;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps the preview as large as the view shows it, so that a slider's tick works out no pixel that
 * nobody sees: makes it anew on the model lane, for the latest view only, and shows it on the FX
 * thread.
 */
public final class PreviewSize {
  /** A preview that is this much too large or too small will do. */
  private static final double TOLERANCE = .02;

  /** The list of faces shows the smallest of them at this size, view pixels. */
  private static final double SMALLEST_FACE = 40;

  private final Editor editor;
  private final LatestOnly<Request> box;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private volatile boolean stopped;

  private record Request(ShownPhoto shown, double scale) {}

  /** For what {@code editor} edits; {@code failed} is told on {@code fx}. */
  public PreviewSize(Editor editor, Executor lane, Executor fx, Consumer<Throwable> failed) {
    this.editor = editor;
    this.box = new LatestOnly<>(lane, this::resize);
    this.fx = fx;
    this.failed = failed;
  }

  /**
   * Asks for the preview that suits a view. On the FX thread.
   *
   * @param scale device pixels per photo pixel
   * @param outputScale device pixels per view pixel
   * @return whether another preview will come; else it suits already
   */
  public boolean suit(double scale, double outputScale) {
    ShownPhoto shown = editor.photo();
    if (shown == null || stopped) {
      return false;
    }
    OpenPhoto open = shown.open();
    double least =
        open.faces().stream()
            .map(DetectedFace::box)
            .mapToDouble(b -> SMALLEST_FACE * outputScale / Math.max(b.width(), b.height()))
            .max()
            .orElse(0);
    double wanted = Math.min(open.largestPreviewScale(), Math.max(scale, least));
    if (Math.abs(wanted / open.previewScale() - 1) <= TOLERANCE) {
      return false;
    }
    box.post(new Request(shown, wanted));
    return true;
  }

  /** Lets requests fall from now on; any thread. */
  public void stop() {
    stopped = true;
  }

  private void resize(Request request) {
    if (stopped) {
      return;
    }
    try {
      ShownPhoto next = request.shown.with(request.shown.open().previewedAt(request.scale));
      fx.execute(() -> show(request.shown, next));
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }

  /** Unless the photo or the places of its faces have changed since: the view then asks again. */
  private void show(ShownPhoto before, ShownPhoto next) {
    if (editor.photo() == before) {
      editor.replace(next);
    }
  }
}
