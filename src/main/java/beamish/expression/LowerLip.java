package beamish.expression;

import java.util.Arrays;

/**
 * Where the lower lip of an open mouth begins, column by column of the mouth window. A {@link
 * MouthGap} looks from the reddest row of the lip inwards, as gums are red too, and takes a lip
 * that glosses, or is curved, for part of the gap. Upper teeth have no gums below; so from what is
 * surely not red the first red row downwards is the lip's.
 */
final class LowerLip {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;

  /** Rows below a gap's end in which the lip is surely seen. */
  private static final int LIP = 8;

  /** Columns of a mouth that a curve can be laid through. */
  private static final int LEAST = 16;

  /** Rows off the curve from which on an edge is not the lip's, but that of its gloss. */
  private static final float STRAY = 2;

  private static final int SMOOTH = 2;

  private LowerLip() {}

  /**
   * Looks for it where a gap is known.
   *
   * @param window {@code [3][96][128]} cut from the photo
   * @param top first row of the gap in each column; NaN where there is none
   * @param bottom where it ends, more or less
   * @return the row where the lip begins; {@code bottom} where that cannot be told
   */
  static float[] begin(float[] window, float[] top, float[] bottom) {
    float[] redness = MouthWindow.redness(window);
    float level = level(redness, top, bottom);
    int first = W;
    int last = -1;
    float[] rows = new float[W];
    float[] weight = new float[W];
    for (int x = 0; x < W; x++) {
      rows[x] = Float.isNaN(top[x]) ? -1 : crossing(redness, x, top[x], level);
      if (rows[x] >= 0) {
        weight[x] = 1;
        first = Math.min(first, x);
        last = x;
      }
    }
    if (last - first < LEAST) {
      return bottom;
    }
    float[] curve = EvenCurve.through(rows, weight, first, last);
    for (int x = first; x <= last; x++) {
      weight[x] = weight[x] > 0 && Math.abs(rows[x] - curve[x]) < STRAY ? 1 : 0;
    }
    float[] even = MouthWindow.evened(rows, weight, SMOOTH, 3 * SMOOTH);
    float[] begin = bottom.clone();
    for (int x = first; x <= last; x++) {
      begin[x] = weight[x] > 0 ? even[x] : curve[x];
    }
    return begin;
  }

  /** Half way from what is between the lips to them, by the middle column of each. */
  private static float level(float[] redness, float[] top, float[] bottom) {
    float[] least = new float[W];
    float[] most = new float[W];
    int n = 0;
    for (int x = 0; x < W; x++) {
      if (top[x] < bottom[x]) {
        least[n] = Float.MAX_VALUE;
        int end = Math.min(H - 1, (int) bottom[x] + LIP);
        for (int y = Math.max(0, (int) top[x]); y <= end; y++) {
          least[n] = Math.min(least[n], redness[y * W + x]);
          most[n] = Math.max(most[n], redness[y * W + x]);
        }
        n++;
      }
    }
    Arrays.sort(least, 0, n);
    Arrays.sort(most, 0, n);
    return n == 0 ? 0 : (least[n / 2] + most[n / 2]) / 2;
  }

  /** The first row below what is not red; negative where there is none. */
  private static float crossing(float[] redness, int x, float top, float level) {
    int y = Math.max(1, (int) Math.ceil(top));
    while (y < H && redness[y * W + x] >= level) {
      y++;
    }
    while (y < H && redness[y * W + x] < level) {
      y++;
    }
    if (y >= H) {
      return -1;
    }
    float inner = redness[(y - 1) * W + x];
    float outer = redness[y * W + x];
    return y - 1 + (level - inner) / Math.max(1e-6f, outer - inner);
  }
}
