package beamish.expression;

/**
 * Teeth below a moustache. Where hair hides the upper lip there is nothing red above the teeth, and
 * {@link OwnTeeth} finds no gap; but the seam runs along the hair's lower edge, and the lower lip
 * is red.
 *
 * <p>Rows and columns are the mouth window's. Immutable.
 */
final class MoustacheGap {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;

  /** Rows above the seam that are lip or hair, and below it from which on lip may be. */
  private static final int NEAR = 3;

  private static final int FAR = 7;

  /** Rows below the seam in which the lower lip is reddest. */
  private static final int BELOW = 24;

  /** How red hair is at most, and what is between the lips, as a part of the lower lip. */
  private static final float HAIR = .75f;

  private static final float TEETH = .7f;

  /** Share of the columns below hair: no moustache up to the first, one from the second. */
  private static final float SOME = .5f;

  private static final float MOST = .8f;

  /** Mean height of the gap, rows: closed up to the first, parted from the second on. */
  private static final float CLOSED = 2;

  private static final float OPEN = 4;

  private static final int SMOOTH = 3;

  private final float sure;
  private final float[] bottom;

  private MoustacheGap(float[] window, LipSeam seam) {
    float[] red = MouthWindow.across(window, 0);
    float[] green = MouthWindow.across(window, 1);
    float[] found = new float[W];
    float[] known = new float[W];
    int columns = 0;
    int hairy = 0;
    double height = 0;
    for (int x = 0; x < W; x++) {
      if (Float.isNaN(seam.at(x))) {
        continue;
      }
      columns++;
      int row = Math.min(H - 1 - NEAR, Math.max(FAR, Math.round(seam.at(x))));
      float above = 0;
      for (int y = row - FAR; y <= row - NEAR; y++) {
        above = Math.max(above, redness(red, green, x, y));
      }
      float lip = 0;
      int reddest = row + NEAR;
      for (int y = row + NEAR; y <= Math.min(H - 1, row + BELOW); y++) {
        float r = redness(red, green, x, y);
        if (r > lip) {
          lip = r;
          reddest = y;
        }
      }
      int y = reddest;
      while (y > row && redness(red, green, x, y) > TEETH * lip) {
        y--;
      }
      found[x] = y - seam.at(x);
      known[x] = 1;
      if (above < HAIR * lip) {
        hairy++;
        height += Math.max(0, found[x]);
      }
    }
    float share = columns == 0 ? 0 : (float) hairy / columns;
    double mean = hairy == 0 ? 0 : height / hairy;
    sure =
        seam.sure()
            * MouthWindow.smooth((share - SOME) / (MOST - SOME))
            * MouthWindow.smooth((mean - CLOSED) / (OPEN - CLOSED));
    bottom = MouthWindow.evened(found, known, SMOOTH, 3 * SMOOTH);
    for (int x = 0; x < W; x++) {
      bottom[x] = known[x] == 0 ? Float.NaN : seam.at(x) + Math.max(0, bottom[x]);
    }
  }

  /**
   * Looks for it.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  static MoustacheGap of(float[] crop, LipSeam seam) {
    return new MoustacheGap(MouthWindow.cut(crop), seam);
  }

  /** How surely teeth show below a moustache: 0 … 1. */
  float sure() {
    return sure;
  }

  /** Row where the lower lip begins; NaN beyond the corners. */
  float bottom(int column) {
    return bottom[column];
  }

  private static float redness(float[] red, float[] green, int x, int y) {
    int i = y * W + x;
    return MouthWindow.redness(red[i], green[i]);
  }
}
