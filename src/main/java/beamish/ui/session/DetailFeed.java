package beamish.ui.session;

import beamish.edit.SmileSettings;
import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.LatestOnly;
import beamish.job.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The visible part of a photo in its own resolution, for a view that is zoomed in beyond the
 * preview's. The full render is kept until the strengths or the photo change, so that panning only
 * cuts another part.
 */
public final class DetailFeed {
  private final LatestOnly<Request> box;
  private final Executor lane;
  private final Executor fx;
  private final Consumer<Detail> show;
  private final Consumer<Throwable> failed;
  private volatile boolean stopped;
  private Cancellation latest = new Cancellation();

  // on the model lane
  private @Nullable ShownPhoto photo;
  private SmileSettings settings = SmileSettings.NONE;
  private @Nullable PixelImage full;

  /**
   * What is wanted.
   *
   * @param x left edge of the visible part, photo pixels, inside the photo like the rest
   * @param scale screen pixels a photo pixel; parts are averaged down to it when it is below 1
   */
  public record Wanted(
      ShownPhoto photo,
      SmileSettings settings,
      int x,
      int y,
      int width,
      int height,
      double scale) {}

  /**
   * The answer.
   *
   * @param original the part as photographed, from (0, 0), {@code scale} at most as wanted
   * @param edited the same with the strengths applied; {@code original} itself where there are none
   */
  public record Detail(Wanted wanted, ScreenArea original, ScreenArea edited) {}

  private record Request(Wanted wanted, Cancellation cancellation) {}

  /** A feed for one window; {@code show} and {@code failed} are called on {@code fx}. */
  public DetailFeed(Executor lane, Executor fx, Consumer<Detail> show, Consumer<Throwable> failed) {
    this.box = new LatestOnly<>(lane, this::render);
    this.lane = lane;
    this.fx = fx;
    this.show = show;
    this.failed = failed;
  }

  /** Asks for a part, in place of all that was asked for before. On the FX thread. */
  public void request(Wanted wanted) {
    cancel();
    if (!stopped) {
      box.post(new Request(wanted, latest));
    }
  }

  /** Lets a render under way stop early and shows none of it. On the FX thread. */
  public void cancel() {
    latest.cancel();
    latest = new Cancellation();
  }

  /** Cancels and gives the full render's memory back. On the FX thread. */
  public void forget() {
    cancel();
    if (!stopped) {
      lane.execute(
          () -> {
            full = null;
            photo = null;
          });
    }
  }

  /** Lets requests fall from now on; on the FX thread. */
  public void stop() {
    stopped = true;
    latest.cancel();
  }

  private void render(Request request) {
    if (stopped || request.cancellation.isCancelled()) {
      return;
    }
    Wanted wanted = request.wanted;
    try {
      PixelImage picture = full;
      if (picture == null || photo != wanted.photo || !settings.equals(wanted.settings)) {
        full = null;
        picture = wanted.photo.open().render(wanted.settings, request.cancellation, Progress.NONE);
        full = picture;
        photo = wanted.photo;
        settings = wanted.settings;
      }
      PixelImage untouched = wanted.photo.open().photo().pixels();
      ScreenArea original = part(untouched, wanted);
      ScreenArea edited = picture == untouched ? original : part(picture, wanted);
      fx.execute(
          () -> {
            if (!request.cancellation.isCancelled()) {
              show.accept(new Detail(wanted, original, edited));
            }
          });
    } catch (CancellationException replaced) {
      // a newer request is in the box, or nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }

  private static ScreenArea part(PixelImage picture, Wanted w) {
    PixelImage cut = picture.part(w.x, w.y, w.width, w.height);
    if (w.scale < 1) {
      cut =
          AreaAverage.shrink(
              cut,
              Math.max(1, (int) Math.round(w.width * w.scale)),
              Math.max(1, (int) Math.round(w.height * w.scale)));
    }
    return ScreenArea.of(cut, w.photo.open().photo());
  }
}
