package beamish.training;

import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import java.util.ArrayList;
import java.util.List;

/** Aligned crops side by side: a row a person, a column a strength. */
public final class ContactSheet {
  private final int columns;
  private final int tile;
  private final List<byte[]> tiles = new ArrayList<>();

  /** A sheet of {@code columns} crops a row, each {@code tile} px wide and high. */
  public ContactSheet(int columns, int tile) {
    this.columns = columns;
    this.tile = tile;
  }

  /** Adds a crop at the next place; a fifth of the crop around it is shown too. */
  public void add(Evaluation.Picture picture) {
    FloatImage crop =
        AlignedCrop.cutRegion(picture.photo(), picture.photoToCrop(), -.1, -.1, 1.2, tile, tile);
    byte[] planar = TrainingPair.quantise(crop);
    byte[] rgb = new byte[planar.length];
    int n = tile * tile;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = planar[c * n + i];
      }
    }
    tiles.add(rgb);
  }

  /** The sheet as an 8-bit RGB picture. */
  public PixelImage picture() {
    int rows = (tiles.size() + columns - 1) / columns;
    byte[] all = new byte[3 * columns * tile * rows * tile];
    for (int t = 0; t < tiles.size(); t++) {
      int left = t % columns * tile;
      int top = t / columns * tile;
      for (int y = 0; y < tile; y++) {
        System.arraycopy(
            tiles.get(t), 3 * y * tile, all, 3 * ((top + y) * columns * tile + left), 3 * tile);
      }
    }
    return PixelImage.of8(columns * tile, rows * tile, 3, all);
  }
}
