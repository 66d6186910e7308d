package beamish.ui.session;

import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.job.LatestOnly;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the preview up to the newest strengths: renders on the model lane, the latest request
 * only, and hands what changed to the screen on the FX thread.
 */
public final class PreviewFeed {
  private final LatestOnly<Request> box;
  private final Executor fx;
  private final BiConsumer<ShownPhoto, ScreenArea> paint;
  private final Consumer<Throwable> failed;
  private volatile boolean stopped;

  // what the screen shows once all that was handed over is painted; on the model lane
  private @Nullable ShownPhoto photo;
  private SmileSettings painted = SmileSettings.NONE;

  private record Request(ShownPhoto photo, SmileSettings settings) {}

  /**
   * A feed for one window.
   *
   * @param paint takes, on {@code fx}, the part of the preview that changed; each photo begins
   *     unedited
   * @param failed is told on {@code fx}
   */
  public PreviewFeed(
      Executor lane,
      Executor fx,
      BiConsumer<ShownPhoto, ScreenArea> paint,
      Consumer<Throwable> failed) {
    this.box = new LatestOnly<>(lane, this::render);
    this.fx = fx;
    this.paint = paint;
    this.failed = failed;
  }

  /** Asks for a preview with these strengths, in place of one that has not been begun. */
  public void request(ShownPhoto photo, SmileSettings settings) {
    if (!stopped) {
      box.post(new Request(photo, settings));
    }
  }

  /** Lets requests fall from now on; any thread. */
  public void stop() {
    stopped = true;
  }

  private void render(Request request) {
    if (stopped) {
      return;
    }
    if (photo != request.photo) {
      photo = request.photo;
      painted = SmileSettings.NONE;
    }
    if (request.settings.equals(painted)) {
      return;
    }
    try {
      OpenPhoto open = request.photo.open();
      PixelImage preview = open.renderPreview(request.settings);
      ScreenArea changed = changedPart(open, preview, painted, request.settings);
      painted = request.settings;
      if (changed != null) {
        fx.execute(() -> paint.accept(request.photo, changed));
      }
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }

  /**
   * The part of a preview that differs between two edits, ready for the screen; null where none
   * does. Any thread.
   *
   * @param preview what {@code to} renders
   */
  public static @Nullable ScreenArea changedPart(
      OpenPhoto open, PixelImage preview, SmileSettings from, SmileSettings to) {
    double left = preview.width();
    double top = preview.height();
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < open.faces().size(); i++) {
      if (from.strength(i) != to.strength(i)) {
        Box area = open.editedPreviewArea(i);
        left = Math.min(left, area.x());
        top = Math.min(top, area.y());
        right = Math.max(right, area.x() + area.width());
        bottom = Math.max(bottom, area.y() + area.height());
      }
    }
    return right <= left || bottom <= top
        ? null
        : ScreenArea.part(
            preview,
            open.photo(),
            (int) left,
            (int) top,
            (int) (right - left),
            (int) (bottom - top));
  }
}
