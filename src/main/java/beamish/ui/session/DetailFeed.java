package beamish.ui.session;

import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.image.Box;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The visible part of a photo as sharp as the screen, for a view that is zoomed in beyond the
 * preview: a tile at a time, so that what the slider asks for meanwhile goes first.
 */
public final class DetailFeed {
  private final Executor lane;
  private final Executor fx;
  private final Consumer<Detail> show;
  private final Consumer<Throwable> failed;
  private final AtomicInteger begun = new AtomicInteger();

  /**
   * What is wanted.
   *
   * @param tiles in the order of their urgency
   */
  public record Wanted(ShownPhoto photo, SmileSettings settings, List<TileGrid.Tile> tiles) {}

  /**
   * A tile.
   *
   * @param original as photographed
   * @param edited the same with the strengths applied; {@code original} itself where they change
   *     nothing
   */
  public record Detail(
      ShownPhoto photo,
      SmileSettings settings,
      TileGrid.Tile tile,
      ScreenArea original,
      ScreenArea edited) {}

  /** A feed for one window; {@code show} and {@code failed} are called on {@code fx}. */
  public DetailFeed(Executor lane, Executor fx, Consumer<Detail> show, Consumer<Throwable> failed) {
    this.lane = lane;
    this.fx = fx;
    this.show = show;
    this.failed = failed;
  }

  /**
   * Asks for tiles, in place of all that were asked for before; one that is being rendered is shown
   * all the same. On the FX thread.
   */
  public void request(Wanted wanted) {
    int own = begun.incrementAndGet();
    lane.execute(() -> step(wanted, 0, own));
  }

  /** Asks for nothing any more; any thread. */
  public void cancel() {
    begun.incrementAndGet();
  }

  private void step(Wanted wanted, int next, int own) {
    if (begun.get() != own || next == wanted.tiles.size()) {
      return;
    }
    try {
      Detail detail = render(wanted, wanted.tiles.get(next));
      fx.execute(() -> show.accept(detail));
      lane.execute(() -> step(wanted, next + 1, own));
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }

  private static Detail render(Wanted wanted, TileGrid.Tile tile) {
    OpenPhoto open = wanted.photo.open();
    Box box = TileGrid.of(tile, open.photo().pixels()).inLevel(tile);
    OpenPhoto.Part part =
        open.renderPart(
            wanted.settings,
            tile.level(),
            (int) box.x(),
            (int) box.y(),
            (int) box.width(),
            (int) box.height());
    ScreenArea original = ScreenArea.of(part.original(), open.photo());
    ScreenArea edited =
        part.edited() == part.original() ? original : ScreenArea.of(part.edited(), open.photo());
    return new Detail(wanted.photo, wanted.settings, tile, original, edited);
  }
}
