package beamish.training;

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
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int y = 1; y < photo.height() - 1; y++) {
      for (int x = 1; x < photo.width() - 1; x++) {
        Point p = photoToCrop.apply(new Point(x + .5, y + .5));
        if (p.x() > left && p.x() < right && p.y() > top && p.y() < bottom) {
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
      }
    }
    double mean = sum / Math.max(1, n);
    return squares / Math.max(1, n) - mean * mean;
  }

  private static double brightness(PixelImage p, int x, int y) {
    double scale = 255.0 / p.maxSample();
    if (!p.isColour()) {
      return scale * p.sample(x, y, 0);
    }
    return scale * (.299 * p.sample(x, y, 0) + .587 * p.sample(x, y, 1) + .114 * p.sample(x, y, 2));
  }
}
