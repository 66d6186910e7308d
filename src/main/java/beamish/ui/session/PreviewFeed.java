package beamish.ui.session;

import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.LatestOnly;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the preview up to the newest strengths: renders on the model lane, the latest request
 * only, and hands what changed to the screen on the FX thread. While a slider moves, edits are
 * blended; once it rests, the exact one takes their place, which an export then finds decoded.
 */
public final class PreviewFeed {
  private final LatestOnly<Request> box;
  private final Executor rest;
  private final Executor fx;
  private final BiConsumer<ShownPhoto, ScreenArea> paint;
  private final Consumer<Throwable> failed;
  private volatile boolean stopped;
  private volatile @Nullable Request newest;
  private volatile Cancellation settling = new Cancellation();

  // what the screen shows once all that was handed over is painted; on the model lane
  private @Nullable ShownPhoto photo;
  private SmileSettings painted = SmileSettings.NONE;
  private boolean exact = true;

  private record Request(ShownPhoto photo, SmileSettings settings) {}

  /**
   * A feed for one window.
   *
   * @param lane the model lane
   * @param rest the same, but later, when a hand has come to rest
   * @param paint takes, on {@code fx}, the part of the preview that changed; each photo begins
   *     unedited, and a preview of another size is handed over as a whole
   * @param failed is told on {@code fx}
   */
  public PreviewFeed(
      Executor lane,
      Executor rest,
      Executor fx,
      BiConsumer<ShownPhoto, ScreenArea> paint,
      Consumer<Throwable> failed) {
    this.box = new LatestOnly<>(lane, this::render);
    this.rest = rest;
    this.fx = fx;
    this.paint = paint;
    this.failed = failed;
  }

  /** Asks for a preview with these strengths, in place of one that has not been begun. */
  public void request(ShownPhoto photo, SmileSettings settings) {
    if (!stopped) {
      Request request = new Request(photo, settings);
      newest = request;
      settling.cancel();
      box.post(request);
    }
  }

  /** Lets requests fall from now on; any thread. */
  public void stop() {
    stopped = true;
    settling.cancel();
  }

  private void render(Request request) {
    if (stopped) {
      return;
    }
    ShownPhoto last = photo;
    if (last == null || !last.isSamePicture(request.photo)) {
      last = request.photo;
      painted = SmileSettings.NONE;
      exact = true;
    }
    photo = request.photo;
    boolean resized = !last.hasSamePreview(request.photo);
    if (last == request.photo && request.settings.equals(painted)) {
      settleLater(request);
      return;
    }
    OpenPhoto before = last.open();
    attempt(
        () -> {
          OpenPhoto open = request.photo.open();
          // a view that is zoomed at rest must not show a blended edit in between
          boolean stays = resized && exact && request.settings.equals(painted);
          Box part =
              resized ? open.wholePreview() : changedPart(before, painted, open, request.settings);
          show(
              request,
              part,
              () ->
                  stays
                      ? open.renderExactPreview(request.settings, part, new Cancellation())
                      : open.renderPreview(request.settings, part));
          painted = request.settings;
          exact = stays;
          settleLater(request);
        });
  }

  private void settleLater(Request request) {
    if (!exact) {
      rest.execute(() -> settle(request));
    }
  }

  private void settle(Request request) {
    Cancellation own = new Cancellation();
    settling = own;
    if (stopped || exact || !request.equals(newest)) {
      return;
    }
    attempt(
        () -> {
          OpenPhoto open = request.photo.open();
          Box part = changedPart(open, SmileSettings.NONE, request.settings);
          show(request, part, () -> open.renderExactPreview(request.settings, part, own));
          exact = true;
        });
  }

  private void show(Request request, Box part, Supplier<PixelImage> render) {
    if (part.width() > 0 && part.height() > 0) {
      ScreenArea area =
          ScreenArea.of(render.get(), request.photo.open().photo())
              .movedBy((int) part.x(), (int) part.y());
      fx.execute(() -> paint.accept(request.photo, area));
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }

  /** Whole pixels of a preview that differ between two edits; none where no face does. */
  public static Box changedPart(OpenPhoto open, SmileSettings from, SmileSettings to) {
    return changedPart(open, from, open, to);
  }

  /** The same between two places of the faces. */
  private static Box changedPart(
      OpenPhoto before, SmileSettings from, OpenPhoto after, SmileSettings to) {
    Set<Integer> faces = new TreeSet<>(before.numbers());
    faces.addAll(after.numbers());
    Box changed = new Box(0, 0, 0, 0);
    for (int face : faces) {
      boolean stays =
          before.hasFace(face)
              && after.hasFace(face)
              && before.face(face).equals(after.face(face))
              && from.looksAs(to, face);
      if (!stays && before.hasFace(face) && from.strength(face) != 0) {
        changed = around(changed, before.editedPreviewArea(face));
      }
      if (!stays && after.hasFace(face) && to.strength(face) != 0) {
        changed = around(changed, after.editedPreviewArea(face));
      }
    }
    return changed;
  }

  private static Box around(Box all, Box area) {
    if (area.width() <= 0 || area.height() <= 0) {
      return all;
    }
    if (all.width() <= 0) {
      return area;
    }
    double left = Math.min(all.x(), area.x());
    double top = Math.min(all.y(), area.y());
    double right = Math.max(all.x() + all.width(), area.x() + area.width());
    double bottom = Math.max(all.y() + all.height(), area.y() + area.height());
    return new Box(left, top, right - left, bottom - top);
  }
}
