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
   * @param crop {@code [3][n][n]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  static Optional<Rendition> of(FloatImage crop, Landmarks face) {
    Optional<Rendition> tones = Monochrome.of(crop, face).map(m -> m);
    return tones.or(() -> Illuminant.of(crop, face).map(i -> i));
  }

  /** The face as it is shown, likewise. */
  FloatImage shown();

  /** An edit of the face as it is shown, as one of the photo. */
  ExpressionEdit back(ExpressionEdit edit);
}
