package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import java.util.Optional;

/**
 * How a face is shown to networks that have seen colour photos in daylight and studio light alone,
 * where the photo itself is another. What they answer is brought back to the photo.
 */
public sealed interface Rendition permits Monochrome, Illuminant {

  /**
   * How to show a face; empty where it can be shown as it is.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  static Optional<Rendition> of(FloatImage crop, Landmarks face) {
    Optional<Rendition> tones = Monochrome.of(crop, face).map(m -> m);
    return tones.or(() -> Illuminant.of(crop, face).map(i -> i));
  }

  /**
   * A colour of the photo as it is shown, in place.
   *
   * @param u where it is, in crop coordinates, as is {@code v}
   * @param rgb in [0, 1]
   */
  void show(double u, double v, float[] rgb);

  /** A crop as it is shown, likewise. */
  default FloatImage shown(FloatImage crop) {
    int w = crop.width();
    int plane = w * crop.height();
    float[] out = new float[3 * plane];
    float[] rgb = new float[3];
    for (int i = 0; i < plane; i++) {
      int row = i / w;
      for (int c = 0; c < 3; c++) {
        rgb[c] = crop.data()[c * plane + i];
      }
      show((i % w + .5) / w, (row + .5) / crop.height(), rgb);
      for (int c = 0; c < 3; c++) {
        out[c * plane + i] = rgb[c];
      }
    }
    return new FloatImage(3, crop.height(), w, out);
  }

  /** An edit of the face as it is shown, as one of the photo. */
  ExpressionEdit back(ExpressionEdit edit);
}
