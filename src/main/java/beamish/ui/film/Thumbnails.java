package beamish.ui.film;

import beamish.codec.ThumbnailReader;
import beamish.edit.project.Sidecars;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.ui.session.Album;
import beamish.ui.session.ScreenArea;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of the album's photos, read when a cell asks for them: one at a time, the last
 * asked for first, since that is what is in sight. Those shown last are kept. On the FX thread; it
 * reads on the io lane.
 */
public final class Thumbnails {
  /** Longest edge, pixels: a cell's on a screen of twice the usual density. */
  private static final int EDGE = 208;

  /** Of at most 170 kB each. */
  private static final int KEPT = 200;

  private final Executor io;
  private final Executor fx;
  private final Sidecars sidecars;
  private final Consumer<Throwable> failed;
  private final ThumbnailReader reader = new ThumbnailReader();
  private final Map<Path, Image> kept =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
          return size() > KEPT;
        }
      };
  private final Deque<Album.Item> wanted = new ArrayDeque<>();
  private final Map<Album.Item, Consumer<Image>> takers = new HashMap<>();
  private boolean busy;

  private record Loaded(ScreenArea picture, boolean edited) {}

  /**
   * Pictures still to be read.
   *
   * @param sidecars tell which photos are edited
   * @param failed is told on {@code fx} of bugs; a file that is no photo is only marked
   */
  public Thumbnails(Executor io, Executor fx, Sidecars sidecars, Consumer<Throwable> failed) {
    this.io = io;
    this.fx = fx;
    this.sidecars = sidecars;
    this.failed = failed;
  }

  /** Gives a photo's picture to {@code take}, at once or when it is read. */
  void request(Album.Item item, Consumer<Image> take) {
    Image known = kept.get(item.file());
    if (known != null) {
      take.accept(known);
    } else if (!item.brokenProperty().get()) {
      takers.put(item, take);
      wanted.addFirst(item);
      readNext();
    }
  }

  /** Nobody waits for a photo's picture any more. */
  void cancel(Album.Item item) {
    takers.remove(item);
    wanted.remove(item);
  }

  /** Leaves all that is not read yet, and forgets the rest. */
  public void clear() {
    wanted.clear();
    takers.clear();
    kept.clear();
  }

  private void readNext() {
    if (busy || wanted.isEmpty()) {
      return;
    }
    busy = true;
    Album.Item item = wanted.removeFirst();
    CompletableFuture<Void> unused =
        Lanes.on(io, () -> load(item.file()))
            .handleAsync(
                (loaded, failure) -> {
                  busy = false;
                  take(item, loaded, failure);
                  readNext();
                  return null;
                },
                fx);
  }

  private Loaded load(Path file) {
    return new Loaded(ScreenArea.ofSrgb(reader.read(file, EDGE)), sidecars.isEdited(file));
  }

  private void take(Album.Item item, @Nullable Loaded loaded, @Nullable Throwable failure) {
    Consumer<Image> taker = takers.remove(item);
    if (loaded != null) {
      Image image = image(loaded.picture);
      kept.put(item.file(), image);
      if (loaded.edited) {
        item.editedProperty().set(true);
      }
      if (taker != null) {
        taker.accept(image);
      }
    } else if (failure instanceof CompletionException && failure.getCause() instanceof Problem) {
      item.brokenProperty().set(true);
    } else if (failure != null) {
      failed.accept(failure);
    }
  }

  private static Image image(ScreenArea area) {
    WritableImage image = new WritableImage(area.width(), area.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            area.width(),
            area.height(),
            PixelFormat.getIntArgbPreInstance(),
            area.argb(),
            0,
            area.width());
    return image;
  }
}
