package beamish.expression;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Teeth beyond what was taken for a lip's edge. The deepest line of a mouth that shows a few of its
 * teeth runs above them, or below, and a {@link LipSeam} with it. Onwards from there the first row
 * as red as a lip is the lip's.
 */
final class TeethBeyond {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  /** Rows that such teeth reach on, at most, and rows of a lip. */
  private static final int TEETH = 8;

  private static final int LIP = 6;

  /** Rows beyond the edge where there is skin. */
  private static final int SKIN = 16;

  /**
   * How red it is beside the seam at least, as a part of the lip's redness, where nothing but lip
   * is: see {@link LipSeam}.
   */
  private static final float ALL_LIP = .7f;

  /** What is so much darker than the skin is not lip, whatever its hue. */
  private static final float DARK = .3f;

  /** What is less red than this part of the skin's redness is a tooth. */
  private static final float TOOTH = .6f;

  private static final int SMOOTH = 2;

  private final float[] light;
  private final float[] redness;
  private final float[] edge;
  private final int side;

  /** How red a lip is at least; 0 where nothing but lip is seen. */
  private final float level;

  private final float dark;
  private final float skin;

  /** Rows from the edge to the lip. */
  private final float[] rows = new float[W];

  /**
   * Looks for them.
   *
   * @param window {@code [3][96][128]} cut from the photo
   * @param edge of the lip in each column, more or less; NaN where there is none
   * @param side −1 for the upper lip, 1 for the lower one
   */
  TeethBeyond(float[] window, float[] edge, int side) {
    this.light = MouthWindow.across(window, 0);
    this.redness = MouthWindow.redness(window);
    this.edge = edge;
    this.side = side;
    this.dark = DARK * median(x -> at(light, x, SKIN));
    float inner = median(this::leastRed);
    float lip = median(this::mostRed);
    level = inner < ALL_LIP * lip ? (inner + lip) / 2 : 0;
    skin = median(x -> at(redness, x, SKIN));
    for (int x = 0; x < W; x++) {
      rows[x] = Float.isNaN(edge[x]) ? 0 : rows(x);
    }
  }

  /** Where the lip ends: at the edge or rows on; NaN where there is none. */
  float[] end() {
    float[] known = new float[W];
    for (int x = 0; x < W; x++) {
      known[x] = Float.isNaN(edge[x]) ? 0 : 1;
    }
    float[] even = MouthWindow.evened(rows, known, SMOOTH, 3 * SMOOTH);
    float[] end = edge.clone();
    for (int x = 0; x < W; x++) {
      end[x] += side * even[x];
    }
    return end;
  }

  /**
   * In which part of the columns teeth show within a lip's rows of the edge yet, beyond where the
   * lip was taken to end: as behind a tongue between two rows of them, or where no lip was found.
   */
  float more() {
    int more = 0;
    int columns = 0;
    for (int x = 0; x < W; x++) {
      if (!Float.isNaN(edge[x])) {
        columns++;
        more += toothFrom(x, (int) Math.ceil(rows[x])) ? 1 : 0;
      }
    }
    return (float) more / Math.max(1, columns);
  }

  private boolean toothFrom(int x, int from) {
    for (int k = from; k <= LIP; k++) {
      if (at(redness, x, k) < TOOTH * skin) {
        return true;
      }
    }
    return false;
  }

  /** Rows from the edge to what is red; 0 where nothing is. */
  private float rows(int x) {
    for (int k = 0; k <= TEETH; k++) {
      float red = at(redness, x, k);
      if (red >= level && at(light, x, k) >= dark) {
        float before = Math.min(level, at(redness, x, k - 1));
        return k == 0 ? 0 : k - (red - level) / Math.max(1e-6f, red - before);
      }
    }
    return 0;
  }

  private float at(float[] picture, int x, int beyond) {
    return MouthWindow.at(picture, x, edge[x] + side * beyond);
  }

  private float leastRed(int x) {
    float least = Float.MAX_VALUE;
    for (int k = 0; k < TEETH; k++) {
      least = at(light, x, k) < dark ? least : Math.min(least, at(redness, x, k));
    }
    return least;
  }

  private float mostRed(int x) {
    float most = 0;
    for (int k = 0; k < TEETH + LIP; k++) {
      most = at(light, x, k) < dark ? most : Math.max(most, at(redness, x, k));
    }
    return most;
  }

  /** The middle column's number. */
  private float median(IntToDoubleFunction number) {
    double[] sorted =
        IntStream.range(0, W)
            .filter(x -> !Float.isNaN(edge[x]))
            .mapToDouble(number)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : (float) sorted[sorted.length / 2];
  }
}
