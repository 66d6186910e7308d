package beamish.face;

import beamish.image.PixelImage;
import beamish.image.Similarity;

/**
 * Tells people apart: a vector for a face, alike for photos of one person whatever the expression
 * and the light. Not thread-safe: created, used and closed on the model lane.
 */
public interface Likeness extends AutoCloseable {

  /**
   * The vector of one face, of length one.
   *
   * @param photo any depth and channels
   * @param photoToCrop how the face lies on the {@link CropTemplate}
   */
  float[] of(PixelImage photo, Similarity photoToCrop);

  /** How alike two vectors are: their cosine, −1 … 1. */
  static double between(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Override
  void close();
}
