package beamish.face;

import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;

/**
 * A face cut out of a photo on the {@link CropTemplate}.
 *
 * @param pixels {@code [3][size][size]} RGB in [0, 1]; grey photos repeat their channel
 * @param landmarks of the face, in crop coordinates (0 … 1)
 */
public record AlignedCrop(FloatImage pixels, Landmarks landmarks) {

  /**
   * Cuts a crop of {@code size}² pixels, averaging over the photo pixels each one covers; beyond
   * the photo's edge its outermost pixels repeat.
   */
  public static AlignedCrop cut(PixelImage photo, Landmarks face, int size) {
    Similarity photoToCrop = CropTemplate.photoToCrop(face);
    return new AlignedCrop(square(photo, photoToCrop, size), face.map(photoToCrop));
  }

  /** The square (0, 0) … (1, 1) alone, as {@code size}² pixels. */
  public static FloatImage square(PixelImage photo, Similarity photoToSquare, int size) {
    return cutRegion(photo, photoToSquare, 0, 0, 1, size, size);
  }

  /**
   * The part of crop space that starts at (x, y) and is {@code width} wide, as {@code columns} x
   * {@code rows} square pixels.
   *
   * @return {@code [3][rows][columns]} RGB in [0, 1]
   */
  public static FloatImage cutRegion(
      PixelImage photo,
      Similarity photoToCrop,
      double x,
      double y,
      double width,
      int columns,
      int rows) {
    Similarity toPhoto = photoToCrop.inverse();
    double step = width / columns;
    int taps = Math.max(1, (int) Math.ceil(step * toPhoto.scale()));
    FloatImage crop = FloatImage.zeros(3, rows, columns);
    float[] out = crop.data();
    int plane = rows * columns;
    float norm = 1f / (photo.maxSample() * taps * taps);
    float[] rgb = new float[3];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int j = 0; j < taps; j++) {
          for (int i = 0; i < taps; i++) {
            Point p =
                toPhoto.apply(
                    new Point(x + (c + (i + .5) / taps) * step, y + (r + (j + .5) / taps) * step));
            bilinear(photo, p.x() - .5, p.y() - .5, rgb);
            red += rgb[0];
            green += rgb[1];
            blue += rgb[2];
          }
        }
        int o = r * columns + c;
        out[o] = red * norm;
        out[plane + o] = green * norm;
        out[2 * plane + o] = blue * norm;
      }
    }
    return crop;
  }

  private static void bilinear(PixelImage photo, double x, double y, float[] rgb) {
    int w = photo.width() - 1;
    int h = photo.height() - 1;
    double cx = Math.min(Math.max(x, 0), w);
    double cy = Math.min(Math.max(y, 0), h);
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, w);
    int y1 = Math.min(y0 + 1, h);
    float fx = (float) (cx - x0);
    float fy = (float) (cy - y0);
    int green = photo.isColour() ? 1 : 0;
    for (int c = 0; c < 3; c++) {
      int s = c * green;
      float top = photo.sample(x0, y0, s) * (1 - fx) + photo.sample(x1, y0, s) * fx;
      float bottom = photo.sample(x0, y1, s) * (1 - fx) + photo.sample(x1, y1, s) * fx;
      rgb[c] = top * (1 - fy) + bottom * fy;
    }
  }
}
