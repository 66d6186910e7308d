package beamish.face;

import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.stream.IntStream;

/**
 * A face cut out of a photo on the {@link CropTemplate}.
 *
 * @param pixels {@code [3][size][size]} RGB in [0, 1]; grey photos repeat their channel
 * @param landmarks of the face, in crop coordinates (0 … 1)
 */
public record AlignedCrop(FloatImage pixels, Landmarks landmarks) {
  /** From so many taps across on, no interpolation. */
  private static final int NEAREST_FROM = 4;

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
    FloatImage crop = FloatImage.zeros(3, rows, columns);
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            r -> cutRow(photo, photoToCrop.inverse(), x, y + r * width / columns, width, r, crop));
    return crop;
  }

  private static void cutRow(
      PixelImage photo,
      Similarity toPhoto,
      double x,
      double y,
      double width,
      int row,
      FloatImage crop) {
    int columns = crop.width();
    double step = width / columns;
    int taps = Math.max(1, (int) Math.ceil(step * toPhoto.scale()));
    // the mean of many nearest pixels is that of as many places in between
    boolean nearest = taps >= NEAREST_FROM;
    float[] out = crop.data();
    int plane = crop.height() * columns;
    float norm = 1f / (photo.maxSample() * taps * taps);
    float[] rgb = new float[3];
    for (int c = 0; c < columns; c++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int j = 0; j < taps; j++) {
        double v = y + (j + .5) / taps * step;
        for (int i = 0; i < taps; i++) {
          double u = x + (c + (i + .5) / taps) * step;
          double px = toPhoto.a() * u - toPhoto.b() * v + toPhoto.tx();
          double py = toPhoto.b() * u + toPhoto.a() * v + toPhoto.ty();
          if (nearest) {
            nearest(photo, px, py, rgb);
          } else {
            bilinear(photo, px - .5, py - .5, rgb);
          }
          red += rgb[0];
          green += rgb[1];
          blue += rgb[2];
        }
      }
      int o = row * columns + c;
      out[o] = red * norm;
      out[plane + o] = green * norm;
      out[2 * plane + o] = blue * norm;
    }
  }

  private static void nearest(PixelImage photo, double x, double y, float[] rgb) {
    int px = (int) Math.min(Math.max(x, 0), photo.width() - 1.);
    int py = (int) Math.min(Math.max(y, 0), photo.height() - 1.);
    int green = photo.isColour() ? 1 : 0;
    for (int c = 0; c < 3; c++) {
      rgb[c] = photo.sample(px, py, c * green);
    }
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
