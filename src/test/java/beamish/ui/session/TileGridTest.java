package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.image.Box;
import beamish.image.PixelImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileGridTest {
  private static final int EDGE = TileGrid.EDGE;
  private final PixelImage photo = PixelImage.of8(2001, 1203, 1, new byte[2001 * 1203]);

  private TileGrid at(double scale) {
    return TileGrid.asFineAs(scale, photo);
  }

  @Test
  void isNeverCoarserThanTheScreen() {
    assertThat(List.of(at(4), at(1), at(.51), at(.5), at(.3), at(.25)))
        .extracting(TileGrid::level)
        .containsExactly(0, 0, 0, 1, 1, 2);
  }

  @Test
  void tilesCoverThePhotoOnce() {
    for (int level = 0; level < 4; level++) {
      TileGrid grid = new TileGrid(2001, 1203, level);
      double area = 0;
      for (TileGrid.Tile tile : grid.covering(new Box(0, 0, 2001, 1203))) {
        Box box = grid.inPhoto(tile);
        area += box.width() * box.height();
        assertThat(grid.inLevel(tile).width()).isBetween(1., (double) EDGE);
        assertThat(box.x() + box.width()).isLessThan(2001.001);
        assertThat(box.y() + box.height()).isLessThan(1203.001);
      }
      assertThat(area).isBetween(2001 * 1203 - .1, 2001 * 1203 + .1);
    }
  }

  @Test
  void theMiddleComesFirst() {
    List<TileGrid.Tile> tiles = at(1).covering(new Box(0, 0, 3 * EDGE, EDGE));
    assertThat(tiles)
        .containsExactlyInAnyOrder(
            new TileGrid.Tile(0, 0, 0), new TileGrid.Tile(0, 1, 0), new TileGrid.Tile(0, 2, 0));
    assertThat(tiles.get(0).column()).isEqualTo(1);
  }

  @Test
  void aPartOnATilesBorderNeedsNoNeighbour() {
    assertThat(at(1).covering(new Box(EDGE, EDGE, EDGE, EDGE)))
        .containsExactly(new TileGrid.Tile(0, 1, 1));
    assertThat(at(1).covering(new Box(EDGE - 1, EDGE, EDGE + 1, EDGE))).hasSize(2);
  }
}
