package beamish.training;

import beamish.image.Box;
import beamish.image.Luma;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;

/**
 * Variance of the Laplacian of the brightness over a part of a face, at the photo's own resolution:
 * high where there is fine detail, low where there is blur.
 *
 * <p>Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000; four-neighbour
 * kernel, brightness by Rec. 601 in [0, 255].
 */
public final class FaceSharpness {

  private FaceSharpness() {}

  /** Over the face: crop columns .15 … .85, rows .15 … .98. */
  public static double ofFace(PixelImage photo, Similarity photoToCrop) {
    return of(photo, photoToCrop, .15, .15, .85, .98);
  }

  /** Over the photo pixels whose centres lie between the given crop coordinates. */
  public static double of(
      PixelImage photo,
      Similarity photoToCrop,
      double left,
      double top,
      double right,
      double bottom) {
    Variance variance = new Variance(photo);
    Box around = around(photoToCrop.inverse(), left, top, right, bottom);
    int endX = (int) Math.min(photo.width() - 1., around.x() + around.width());
    int endY = (int) Math.min(photo.height() - 1., around.y() + around.height());
    for (int y = (int) Math.max(1, around.y()); y < endY; y++) {
      for (int x = (int) Math.max(1, around.x()); x < endX; x++) {
        Point p = photoToCrop.apply(new Point(x + .5, y + .5));
        if (p.x() > left && p.x() < right && p.y() > top && p.y() < bottom) {
          variance.add(x, y);
        }
      }
    }
    return variance.get();
  }

  /** The photo's pixels that hold a part of the crop, however it is turned. */
  static Box around(Similarity cropToPhoto, double left, double top, double right, double bottom) {
    Point a = cropToPhoto.apply(new Point(left, top));
    Point b = cropToPhoto.apply(new Point(right, top));
    Point c = cropToPhoto.apply(new Point(left, bottom));
    Point d = cropToPhoto.apply(new Point(right, bottom));
    double x = Math.min(Math.min(a.x(), b.x()), Math.min(c.x(), d.x())) - 1;
    double y = Math.min(Math.min(a.y(), b.y()), Math.min(c.y(), d.y())) - 1;
    double endX = Math.max(Math.max(a.x(), b.x()), Math.max(c.x(), d.x())) + 2;
    double endY = Math.max(Math.max(a.y(), b.y()), Math.max(c.y(), d.y())) + 2;
    return new Box(x, y, endX - x, endY - y);
  }

  /** Over pixels given as {@code y · width + x}, none of them at the photo's edge. */
  static double of(PixelImage photo, int[] pixels) {
    Variance variance = new Variance(photo);
    for (int i : pixels) {
      variance.add(i % photo.width(), i / photo.width());
    }
    return variance.get();
  }

  /** Gathers the Laplacian at some pixels. */
  private static final class Variance {
    private final PixelImage photo;
    private double sum;
    private double squares;
    private int n;

    Variance(PixelImage photo) {
      this.photo = photo;
    }

    void add(int x, int y) {
      double l =
          4 * brightness(photo, x, y)
              - brightness(photo, x - 1, y)
              - brightness(photo, x + 1, y)
              - brightness(photo, x, y - 1)
              - brightness(photo, x, y + 1);
      sum += l;
      squares += l * l;
      n++;
    }

    double get() {
      double mean = sum / Math.max(1, n);
      return squares / Math.max(1, n) - mean * mean;
    }
  }

  /** By Rec. 601, in [0, 255] whatever the depth. */
  static double brightness(PixelImage p, int x, int y) {
    double scale = 255.0 / p.maxSample();
    if (!p.isColour()) {
      return scale * p.sample(x, y, 0);
    }
    return scale * Luma.of(p.sample(x, y, 0), p.sample(x, y, 1), p.sample(x, y, 2));
  }
}
