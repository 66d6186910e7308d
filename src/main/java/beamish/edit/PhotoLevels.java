package beamish.edit;

import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A photo at its own size (level 0) and halved again and again, so that a screen that shows it
 * smaller never has to look at all its pixels. Each level is made when it is first asked for, and
 * kept: together they take a third of the photo's memory. On the model lane.
 */
public final class PhotoLevels {
  private final List<PixelImage> levels = new ArrayList<>();

  PhotoLevels(PixelImage photo) {
    levels.add(photo);
  }

  /** A side, pixels, at a level. */
  public static int halved(int side, int level) {
    int left = side;
    for (int i = 0; i < level; i++) {
      left = Math.max(1, (left + 1) / 2);
    }
    return left;
  }

  /** The photo at a level. */
  PixelImage at(int level) {
    while (levels.size() <= level) {
      PixelImage last = levels.get(levels.size() - 1);
      levels.add(AreaAverage.shrink(last, halved(last.width(), 1), halved(last.height(), 1)));
    }
    return levels.get(level);
  }
}
