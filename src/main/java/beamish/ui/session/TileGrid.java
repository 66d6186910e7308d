package beamish.ui.session;

import beamish.edit.PhotoLevels;
import beamish.image.Box;
import beamish.image.PixelImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A photo at one of its levels, cut into tiles: no texture that a graphics card would refuse, and
 * no more work than what can be seen.
 *
 * @param photoWidth pixels
 * @param photoHeight pixels
 * @param level how often the photo is halved
 */
public record TileGrid(int photoWidth, int photoHeight, int level) {
  /**
   * Edge of a tile, pixels of its level; those at the right and bottom may be smaller. Its pixels
   * stay below a megabyte, from which on G1 gives an array whole regions.
   */
  public static final int EDGE = 480;

  private static final double EXACT = 1e-6;

  /** A tile's place in its grid. */
  public record Tile(int level, int column, int row) {}

  /**
   * The coarsest grid that is still as fine as the screen.
   *
   * @param scale screen pixels a photo pixel
   */
  public static TileGrid asFineAs(double scale, PixelImage photo) {
    double halvings = Math.log(1 / scale) / Math.log(2);
    return new TileGrid(photo.width(), photo.height(), (int) Math.max(0, halvings + EXACT));
  }

  /** The grid that a tile is of. */
  public static TileGrid of(Tile tile, PixelImage photo) {
    return new TileGrid(photo.width(), photo.height(), tile.level());
  }

  private int width() {
    return PhotoLevels.halved(photoWidth, level);
  }

  private int height() {
    return PhotoLevels.halved(photoHeight, level);
  }

  /** A tile's rectangle, pixels of the level. */
  public Box inLevel(Tile tile) {
    int x = tile.column() * EDGE;
    int y = tile.row() * EDGE;
    return new Box(x, y, Math.min(EDGE, width() - x), Math.min(EDGE, height() - y));
  }

  /** A tile's rectangle, photo pixels. */
  public Box inPhoto(Tile tile) {
    Box box = inLevel(tile);
    double across = (double) photoWidth / width();
    double down = (double) photoHeight / height();
    return new Box(box.x() * across, box.y() * down, box.width() * across, box.height() * down);
  }

  /**
   * The tiles that show a part of the photo, those in its middle first.
   *
   * @param part photo pixels, inside the photo
   */
  public List<Tile> covering(Box part) {
    double across = (double) width() / photoWidth / EDGE;
    double down = (double) height() / photoHeight / EDGE;
    List<Tile> tiles = new ArrayList<>();
    int lastColumn = (int) Math.ceil((part.x() + part.width()) * across - EXACT) - 1;
    int lastRow = (int) Math.ceil((part.y() + part.height()) * down - EXACT) - 1;
    for (int row = (int) (part.y() * down); row <= lastRow; row++) {
      for (int column = (int) (part.x() * across); column <= lastColumn; column++) {
        tiles.add(new Tile(level, column, row));
      }
    }
    double x = part.centre().x() * across - .5;
    double y = part.centre().y() * down - .5;
    tiles.sort(Comparator.comparingDouble(t -> Math.hypot(t.column() - x, t.row() - y)));
    return tiles;
  }
}
