package beamish.ui.photo;

import beamish.edit.SmileSettings;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.ui.session.DetailFeed;
import beamish.ui.session.ShownPhoto;
import beamish.ui.session.TileGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/**
 * The sharp tiles over the preview, in photo pixels, finer ones over coarser ones. Those of another
 * level stay until the view is covered, so that zooming never shows a hole.
 */
final class PhotoTiles {
  private final Group originals = new Group();
  private final Group originalsAgain = new Group();
  private final Group edits = new Group();
  private final Map<TileGrid.Tile, Shown> shown = new HashMap<>();
  private @Nullable ShownPhoto photo;
  private SmileSettings settings = SmileSettings.NONE;
  private boolean smooth = true;

  /** A tile's views, and the strengths that its edit shows; no edit's view while it is stale. */
  private record Shown(
      SmileSettings settings, ImageView original, ImageView again, @Nullable ImageView edit) {}

  /** The photo's own tiles. */
  Node originals() {
    return originals;
  }

  /** The same once more, for a second view. */
  Node originalsAgain() {
    return originalsAgain;
  }

  /** The edit's tiles. */
  Node edits() {
    return edits;
  }

  /** Begins with another photo, or with none. */
  void clear(@Nullable ShownPhoto next) {
    photo = next;
    shown.clear();
    originals.getChildren().clear();
    originalsAgain.getChildren().clear();
    edits.getChildren().clear();
  }

  /** Takes away the tiles of faces that have other strengths from now on. */
  void settingsChanged(SmileSettings next) {
    settings = next;
    shown.replaceAll((tile, s) -> isCurrent(tile, s) ? s : withoutEdit(s));
  }

  private Shown withoutEdit(Shown s) {
    edits.getChildren().remove(s.edit);
    return new Shown(s.settings, s.original, s.again, null);
  }

  private boolean isCurrent(TileGrid.Tile tile, Shown s) {
    return s.edit != null && isCurrent(tile, s.settings);
  }

  /** Whether a tile looks the same with {@code rendered} as with the strengths of now. */
  private boolean isCurrent(TileGrid.Tile tile, SmileSettings rendered) {
    if (photo == null || rendered.equals(settings)) {
      return true;
    }
    Box box = TileGrid.of(tile, photo.open().photo().pixels()).inPhoto(tile);
    return photo.open().looksSame(box, rendered, settings);
  }

  /** Those of {@code tiles} that are not there as they should be. */
  List<TileGrid.Tile> missing(List<TileGrid.Tile> tiles) {
    return tiles.stream()
        .filter(
            tile -> {
              Shown s = shown.get(tile);
              return s == null || !isCurrent(tile, s);
            })
        .toList();
  }

  /** Lays a tile over the preview, unless photo or strengths have moved on. */
  void show(DetailFeed.Detail detail) {
    TileGrid.Tile tile = detail.tile();
    if (photo == null || photo != detail.photo() || !isCurrent(tile, detail.settings())) {
      return;
    }
    remove(shown.remove(tile));
    Image original = ScreenImage.of(detail.original());
    Image edited =
        detail.edited().argb() == detail.original().argb()
            ? original
            : ScreenImage.of(detail.edited());
    PixelImage pixels = photo.open().photo().pixels();
    Box place = TileGrid.of(tile, pixels).inPhoto(tile);
    Shown next =
        new Shown(
            detail.settings(),
            view(original, tile, place),
            view(original, tile, place),
            view(edited, tile, place));
    shown.put(tile, next);
    originals.getChildren().add(next.original);
    originalsAgain.getChildren().add(next.again);
    edits.getChildren().add(next.edit);
  }

  private ImageView view(Image image, TileGrid.Tile tile, Box place) {
    ImageView view = new ImageView(image);
    view.setX(place.x());
    view.setY(place.y());
    view.setFitWidth(place.width());
    view.setFitHeight(place.height());
    view.setSmooth(smooth);
    view.setViewOrder(tile.level());
    return view;
  }

  /**
   * Takes away what is no longer worth its memory.
   *
   * @param needed the tiles of the level that is shown, which cover the view
   * @param kept a larger part of the photo, photo pixels
   */
  void trim(List<TileGrid.Tile> needed, Box kept) {
    if (photo == null || needed.isEmpty()) {
      return;
    }
    PixelImage pixels = photo.open().photo().pixels();
    boolean covered = missing(needed).isEmpty();
    int level = needed.get(0).level();
    shown
        .entrySet()
        .removeIf(
            e -> {
              TileGrid.Tile tile = e.getKey();
              boolean useless =
                  (covered && tile.level() != level)
                      || TileGrid.of(tile, pixels).inPhoto(tile).overlap(kept) == 0;
              if (useless) {
                remove(e.getValue());
              }
              return useless;
            });
  }

  private void remove(@Nullable Shown s) {
    if (s != null) {
      originals.getChildren().remove(s.original);
      originalsAgain.getChildren().remove(s.again);
      edits.getChildren().remove(s.edit);
    }
  }

  /** Whether pixels are interpolated, or shown as squares. */
  void setSmooth(boolean on) {
    if (smooth != on) {
      smooth = on;
      for (Group group : List.of(originals, originalsAgain, edits)) {
        group.getChildren().forEach(view -> ((ImageView) view).setSmooth(on));
      }
    }
  }
}
