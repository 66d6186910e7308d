package beamish.expression;

import beamish.image.Point;

/**
 * Lets a gap run out towards the corners of the mouth. A branch sees it end where teeth do; but
 * smiling lips part nearly up to the corners, around the dark beside the teeth.
 */
final class GapCorners {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  /** Columns inside a gap's end from which on it runs out. */
  private static final int INSIDE = 5;

  /** How far of the way to the corner it goes. */
  private static final double FAR = .85;

  /** Rows that lips meet above or below the straight way there, at most. */
  private static final float BENT = 4;

  /** Columns over which that is evened out. */
  private static final int SMOOTH = 4;

  private GapCorners() {}

  /**
   * Widens both ends, in place.
   *
   * @param seam a row in each column where the lips meet; NaN where it is not known
   * @param sure how surely that is so, 0 … 1
   * @param left mouth corner in the window's pixels, as is {@code right}
   */
  static void of(MouthGap gap, float[] seam, float sure, Point left, Point right) {
    int first = gap.first();
    int last = gap.last();
    if (last - first > 2 * INSIDE) {
      runOut(gap, seam, sure, first + INSIDE, -1, left);
      runOut(gap, seam, sure, last - INSIDE, 1, right);
    }
  }

  private static void runOut(
      MouthGap gap, float[] seam, float sure, int from, int step, Point corner) {
    double end = from + FAR * (corner.x() - from);
    if ((end - from) * step < INSIDE) {
      return;
    }
    float height = gap.bottom[from] - gap.top[from];
    double slope = (corner.y() - gap.top[from]) / (corner.x() - from);
    float[] away = new float[W];
    float[] known = new float[W];
    for (int x = 0; x < W; x++) {
      double ahead = (x - from) * step;
      if (ahead >= 0 && x * step <= end * step && !Float.isNaN(seam[x])) {
        float off = (float) (seam[x] - gap.top[from] - slope * (x - from));
        away[x] = Math.min(BENT, Math.max(-BENT, off));
        known[x] = sure;
      }
    }
    away = MouthWindow.evened(away, known, SMOOTH, 3 * SMOOTH);
    for (int x = from + step; x > 0 && x < W - 1; x += step) {
      float left = (float) Math.max(0, (end - x) / (end - from));
      float top = (float) (gap.top[from] + slope * (x - from)) + away[x] - away[from] * left;
      float share = Math.min(1, (float) (x - from) * step / INSIDE);
      float own = (1 - share) * (gap.bottom[x] - gap.top[x]);
      gap.top[x] += share * (top - gap.top[x]);
      gap.bottom[x] = gap.top[x] + Math.max(own, height * left);
    }
  }
}
