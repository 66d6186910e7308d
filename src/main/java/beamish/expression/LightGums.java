package beamish.expression;

/**
 * Gums between the teeth and a dark upper lip. Gums are as red as lips, so colour does not tell
 * where they end, and below a dark lip they are the lighter ones: the deepest line of the mouth
 * runs elsewhere. But from them to such a lip it gets darker at once, as dark as the skin.
 */
final class LightGums {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  /** Rows above the edge in which a tooth may be seen yet, lighter than any gums. */
  private static final int TOOTH = 2;

  /** Rows of gums that a laugh shows, at most. */
  private static final int MOST = 16;

  private static final int LEAST = 4;

  /** Rows off a curve through all columns from which on it is something else that gets darker. */
  private static final float STRAY = 2;

  /** What is so much darker than the gums, within a few rows, is not gums. */
  private static final float DARKER = .7f;

  /** Part of the skin's lightness that a lip has at least; hair has less. */
  private static final float LIP = .75f;

  /** How much lighter than the skin they are at least: no lip is. */
  private static final float GUMS = 1.25f;

  /** Columns beside the mouth where there is skin. */
  private static final int BESIDE = 6;

  /** Part of the mouth's columns, of its middle half, in which they have to end so. */
  private static final float SURE = .7f;

  private LightGums() {}

  /**
   * Looks for them.
   *
   * @param window {@code [3][96][128]} cut from the photo
   * @param edge above the teeth in each column; NaN where there is none
   * @return where the lip ends; {@code edge} itself where no such gums are
   */
  static float[] end(float[] window, float[] edge) {
    int first = 0;
    int last = W - 1;
    while (first < W && Float.isNaN(edge[first])) {
      first++;
    }
    while (last > first && Float.isNaN(edge[last])) {
      last--;
    }
    if (first < BESIDE || last >= W - BESIDE || last - first < 2 * BESIDE) {
      return edge;
    }
    float[] light = MouthWindow.across(window, 0);
    float skin =
        (MouthWindow.at(light, first - BESIDE, edge[first])
                + MouthWindow.at(light, last + BESIDE, edge[last]))
            / 2;
    float[] rise = new float[W];
    float[] known = new float[W];
    float ends = 0;
    int quarter = (last - first) / 4;
    for (int x = first; x <= last; x++) {
      rise[x] = Float.isNaN(edge[x]) ? 0 : rows(light, x, edge[x], skin);
      known[x] = rise[x] >= LEAST ? 1 : 0;
      ends += x >= first + quarter && x <= last - quarter ? known[x] : 0;
    }
    return ends < SURE * 2 * quarter ? edge : risen(edge, rise, known, first, last);
  }

  /** The edge with what is known of the rows up to the lip, evenly from one column to the next. */
  private static float[] risen(float[] edge, float[] rise, float[] known, int first, int last) {
    float[] top = new float[W];
    for (int x = first; x <= last; x++) {
      top[x] = known[x] > 0 ? edge[x] - rise[x] : 0;
    }
    float[] curve = EvenCurve.through(top, known, first, last);
    float[] end = edge.clone();
    int before = first;
    for (int x = first + 1; x <= last; x++) {
      if (x == last || (known[x] > 0 && Math.abs(top[x] - curve[x]) < STRAY)) {
        // at both sides there are none
        float from = before == first ? 0 : rise[before];
        float to = x == last ? 0 : rise[x];
        for (int k = before + 1; k <= x; k++) {
          end[k] -= from + (to - from) * (k - before) / (x - before);
        }
        before = x;
      }
    }
    return end;
  }

  /**
   * Rows up to where it gets as dark as a lip; 0 where it does not, or where there is a dark line
   * before: where lip and teeth meet.
   */
  private static float rows(float[] light, int x, float edge, float skin) {
    float gums = 0;
    float darkest = Float.MAX_VALUE;
    for (int k = 0; k <= MOST; k++) {
      float here = MouthWindow.at(light, x, edge - k);
      if (here < DARKER * gums) {
        boolean lip = here >= LIP * skin && gums > GUMS * skin;
        return lip && darkest > DARKER * gums ? k : 0;
      }
      gums = k < TOOTH ? gums : Math.max(gums, here);
      darkest = Math.min(darkest, here);
    }
    return 0;
  }
}
