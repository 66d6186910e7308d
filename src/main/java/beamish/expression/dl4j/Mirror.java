package beamish.expression.dl4j;

/** Pictures and their mirror images, as plain arrays of rows. */
final class Mirror {
  private Mirror() {}

  /** Writes {@code length} numbers, rows of {@code width}, mirrored. */
  static void rows(float[] from, int at, int length, int width, float[] to, int toAt) {
    for (int row = 0; row < length; row += width) {
      for (int x = 0; x < width; x++) {
        to[toAt + row + width - 1 - x] = from[at + row + x];
      }
    }
  }

  /**
   * The mean of a picture and of the second one, which is of its mirror image.
   *
   * @param both one picture after the other, rows of {@code width}
   * @param turned how many numbers at the start of each are steps to the right, which a mirror
   *     turns into steps to the left
   */
  static float[] mean(float[] both, int width, int turned) {
    int n = both.length / 2;
    float[] mean = new float[n];
    rows(both, n, n, width, mean, 0);
    for (int i = 0; i < n; i++) {
      mean[i] = (both[i] + (i < turned ? -mean[i] : mean[i])) / 2;
    }
    return mean;
  }
}
