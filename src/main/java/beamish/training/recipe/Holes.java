package beamish.training.recipe;

import java.util.random.RandomGenerator;

/** Blackens squares of photos, for an autoencoder to fill again. */
final class Holes {
  private Holes() {}

  /**
   * A copy in which some photos have a black square somewhere.
   *
   * @param share of the photos
   */
  static float[] cut(float[] photos, int edge, int hole, double share, RandomGenerator random) {
    float[] cut = photos.clone();
    int size = 3 * edge * edge;
    for (int at = 0; at < cut.length; at += size) {
      if (random.nextDouble() < share) {
        blacken(cut, at, edge, hole, random.nextInt(edge - hole), random.nextInt(edge - hole));
      }
    }
    return cut;
  }

  static void blacken(float[] photos, int at, int edge, int hole, int left, int top) {
    for (int c = 0; c < 3; c++) {
      for (int y = top; y < top + hole; y++) {
        int row = at + (c * edge + y) * edge;
        for (int x = left; x < left + hole; x++) {
          photos[row + x] = 0;
        }
      }
    }
  }
}
