package beamish.training;

import beamish.image.Box;
import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.PixelImage;
import beamish.image.Similarity;

/**
 * How sharp the mouth of a real smile would be in a photo as sharp as another one of the same
 * person. Not everybody's two photos are equally sharp, smile or no smile; the sharper one is put
 * out of focus until both are, and its mouth is measured then. Dividing by how much sharper it is
 * all over the face would not do: a blur takes less from the edges of teeth than from skin.
 */
final class SoftenedSmile {
  /** Where both photos are compared: a smile changes little there. Crop coordinates. */
  private static final double LEFT = .2;

  private static final double TOP = .15;
  private static final double RIGHT = .8;
  private static final double BOTTOM = .55;

  /** No photo of the same face at about the same size is softer by more, pixels. */
  private static final double MOST = 3;

  private static final int HALVINGS = 8;

  private SoftenedSmile() {}

  /**
   * Variance of the Laplacian within the lips of the smile, see {@link FaceSharpness}; that of the
   * photo as it is where the other one is the sharper. NaN where no lips are known.
   */
  static double withinLips(PairSet.Aligned pair) {
    PixelImage photo = pair.smiling();
    int[] lips =
        MouthOutline.of(pair.smilingFace()).map(o -> o.pixels(photo, 0, 1)).orElse(new int[0]);
    return lips.length == 0 ? Double.NaN : FaceSharpness.of(softened(pair), lips);
  }

  /** The smiling photo's brightness, the face out of focus. */
  private static PixelImage softened(PairSet.Aligned pair) {
    double wanted = upperFace(pair.neutral(), pair.neutralToCrop());
    PixelImage photo = pair.smiling();
    Box face = FaceSharpness.around(pair.smilingToCrop().inverse(), 0, 0, 1, 1);
    int left = (int) Math.max(0, face.x());
    int top = (int) Math.max(0, face.y());
    int columns = (int) Math.min(photo.width(), face.x() + face.width()) - left;
    int rows = (int) Math.min(photo.height(), face.y() + face.height()) - top;
    PixelImage soft = grey(photo);
    FloatImage sharp = light(soft, left, top, columns, rows);
    double little = 0;
    double much = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double sigma = (little + much) / 2;
      PixelImage tried = soft.copy();
      put(GaussianBlur.of(sharp, sigma), left, top, tried);
      if (upperFace(tried, pair.smilingToCrop()) > wanted) {
        little = sigma;
        soft = tried;
      } else {
        much = sigma;
      }
    }
    return soft;
  }

  private static double upperFace(PixelImage photo, Similarity photoToCrop) {
    return FaceSharpness.of(photo, photoToCrop, LEFT, TOP, RIGHT, BOTTOM);
  }

  /** In 16 bits: in eight, rounding would count as detail. */
  private static PixelImage grey(PixelImage photo) {
    int w = photo.width();
    PixelImage grey = PixelImage.of16(w, photo.height(), 1, new short[w * photo.height()]);
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < w; x++) {
        grey.setSample(x, y, 0, (int) Math.round(257 * FaceSharpness.brightness(photo, x, y)));
      }
    }
    return grey;
  }

  private static FloatImage light(PixelImage grey, int left, int top, int columns, int rows) {
    FloatImage light = FloatImage.zeros(1, rows, columns);
    for (int i = 0; i < light.data().length; i++) {
      int row = i / columns;
      light.data()[i] = grey.sample(left + i % columns, top + row, 0);
    }
    return light;
  }

  private static void put(FloatImage light, int left, int top, PixelImage into) {
    for (int i = 0; i < light.data().length; i++) {
      int row = i / light.width();
      into.setSample(left + i % light.width(), top + row, 0, Math.round(light.data()[i]));
    }
  }
}
