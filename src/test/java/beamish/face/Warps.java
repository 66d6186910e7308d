package beamish.face;

import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;

/** Moved copies of a photo, for tests. */
public final class Warps {
  private Warps() {}

  /** Every pixel of the answer is the nearest one of {@code photo} under {@code move}'s inverse. */
  public static PixelImage moved(PixelImage photo, Similarity move) {
    Similarity back = move.inverse();
    int w = photo.width();
    int h = photo.height();
    int channels = photo.channels();
    PixelImage out = PixelImage.of8(w, h, channels, new byte[w * h * channels]);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        Point p = back.apply(new Point(x + .5, y + .5));
        int sx = Math.min(w - 1, Math.max(0, (int) p.x()));
        int sy = Math.min(h - 1, Math.max(0, (int) p.y()));
        for (int c = 0; c < channels; c++) {
          out.setSample(x, y, c, photo.sample(sx, sy, c));
        }
      }
    }
    return out;
  }

  /** Turned about the middle, positive clockwise on screen. */
  public static PixelImage rolled(PixelImage photo, double degrees) {
    return moved(photo, roll(photo, degrees));
  }

  /** The move that {@link #rolled} makes. */
  public static Similarity roll(PixelImage photo, double degrees) {
    double a = Math.cos(Math.toRadians(degrees));
    double b = Math.sin(Math.toRadians(degrees));
    double cx = photo.width() / 2.;
    double cy = photo.height() / 2.;
    return new Similarity(a, b, cx - a * cx + b * cy, cy - b * cx - a * cy);
  }
}
