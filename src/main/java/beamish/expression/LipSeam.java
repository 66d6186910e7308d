package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Arrays;

/**
 * The line along which the lips of a photo meet, column by column of the mouth window: the deepest
 * valley of light from one mouth corner to the other, which every mouth has, whatever the skin. A
 * mouth branch is less sure of a stranger's lips and may take the lower one for a gap.
 *
 * <p>Rows and columns are the window's, pixel centres at whole numbers. Immutable.
 */
public final class LipSeam {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int P = W * H;

  /** Rows from a valley to the lips beside it. */
  private static final int NEAREST = 2;

  private static final int FARTHEST = 6;

  /** Rows above and below the line of the corners that are looked at. */
  private static final int ABOVE = 7;

  private static final int BELOW = 10;

  private static final int ROWS = ABOVE + BELOW + 1;

  /** What a row up or down from column to column costs, in depths. */
  private static final float STEEP = .06f;

  /** Columns over which the path is evened out. */
  private static final int SMOOTH = 4;

  /** Mean depth of a valley: no seam up to the first, surely one from the second on. */
  private static final float SHALLOW = .05f;

  private static final float DEEP = .12f;

  /** Rows from the seam in which something else than lip may show, and in which there is lip. */
  private static final int BETWEEN = 3;

  private static final int LIP = 7;

  /**
   * How red it is there at least, as a part of the lips' redness: surely not lip up to the first,
   * nor from the second on but for a lighter band, and lip from the fourth on. Of the London set's
   * mouths that are closed, or hardly parted, one has .72 and the others .87 or more; portraits
   * that show a little of their teeth have .31 to .76.
   */
  private static final float PALE = .68f;

  private static final float PALISH = .71f;

  private static final float LIP_LIKE = .8f;

  private static final float LIKE_LIPS = .86f;

  /**
   * By what part a band of teeth is lighter than the dark lines above and below: nothing up to the
   * first, surely one from the second on. The same closed lips have .06 at most.
   */
  private static final float DARK_BAND = .09f;

  private static final float LIGHT_BAND = .15f;

  /** Rows from the seam to such a band, at most. */
  private static final int BAND = 4;

  /** How red lips are at least, as a part of the lower one's redness; a tooth in a slit is less. */
  private static final float LEAST_RED = .6f;

  /** Rows below the seam that such a tooth reaches at most, and that lips beside it may be red. */
  private static final int TOOTH = 6;

  private static final int RIM = 2;

  /** Rows from a tooth's last pale row to lip, and columns over which its edge is evened out. */
  private static final float EDGE = 1.5f;

  private static final int SIDE = 2;

  private final int from;
  private final int to;
  private final float[] row = new float[W];
  private float[] tooth = new float[W];
  private final float sure;
  private final float parted;

  private LipSeam(float[] window, Point left, Point right) {
    from = Math.max(1, (int) Math.ceil(left.x()) + 1);
    to = Math.min(W - 2, (int) right.x() - 1);
    Arrays.fill(row, Float.NaN);
    if (to - from < W / 8) {
      sure = 0;
      parted = 0;
      return;
    }
    float[] red = MouthWindow.across(window, 0);
    float[] green = MouthWindow.across(window, 1);
    float depth = trace(valleys(green), left, right);
    sure = MouthWindow.smooth((depth - SHALLOW) / (DEEP - SHALLOW));
    float between = between(red, green);
    float band = MouthWindow.smooth((band(green) - DARK_BAND) / (LIGHT_BAND - DARK_BAND));
    float pale = 1 - MouthWindow.smooth((between - PALE) / (PALISH - PALE));
    float palish = 1 - MouthWindow.smooth((between - LIP_LIKE) / (LIKE_LIPS - LIP_LIKE));
    parted = sure * Math.max(pale, palish * band);
    tooth = tooth(red, green);
  }

  /**
   * Looks for it.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  public static LipSeam of(float[] crop, Landmarks face) {
    return new LipSeam(
        MouthWindow.cut(crop), MouthWindow.in(face.leftMouth()), MouthWindow.in(face.rightMouth()));
  }

  /** How surely there is one: 0 not at all … 1. */
  float sure() {
    return sure;
  }

  /** How surely something else than lips shows along it, as teeth do: 0 … 1. */
  public float parted() {
    return parted;
  }

  /**
   * Where an edit shows it: a row in each column of the edited window; NaN beyond the corners.
   *
   * @param flow {@code [2][64][64]} of the edit, crop widths
   */
  float[] shown(FloatImage flow) {
    return MouthWindow.shown(row, flow);
  }

  /** Its row in a column of the photo; NaN beyond the corners. */
  float at(int column) {
    return row[column];
  }

  /** Rows from the seam to the lower lip in a column of the photo: 0 but where a tooth shows. */
  float tooth(int column) {
    return tooth[Math.min(W - 1, Math.max(0, column))];
  }

  /** By what part each pixel is darker than the lips above and below it. */
  private static float[] valleys(float[] light) {
    float[] valley = new float[P];
    for (int y = FARTHEST; y < H - FARTHEST; y++) {
      for (int x = 0; x < W; x++) {
        float above = 0;
        float below = 0;
        for (int k = NEAREST; k <= FARTHEST; k++) {
          above = Math.max(above, light[(y - k) * W + x]);
          below = Math.max(below, light[(y + k) * W + x]);
        }
        float lips = Math.min(above, below);
        valley[y * W + x] = Math.max(0, (lips - light[y * W + x]) / Math.max(.05f, lips));
      }
    }
    return valley;
  }

  /** Finds the path along the deepest valley, by dynamic programming; returns its mean depth. */
  private float trace(float[] valley, Point left, Point right) {
    int columns = to - from + 1;
    float[][] sum = new float[columns][ROWS];
    int[][] came = new int[columns][ROWS];
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < ROWS; r++) {
        float best = c == 0 ? 0 : Float.NEGATIVE_INFINITY;
        for (int s = Math.max(0, r - 1); c > 0 && s <= Math.min(ROWS - 1, r + 1); s++) {
          float reached = sum[c - 1][s] - STEEP * Math.abs(r - s);
          if (reached > best) {
            best = reached;
            came[c][r] = s;
          }
        }
        sum[c][r] = best + depth(valley, left, right, from + c, r);
      }
    }
    int r = 0;
    for (int s = 1; s < ROWS; s++) {
      r = sum[columns - 1][s] > sum[columns - 1][r] ? s : r;
    }
    float total = 0;
    float[] path = new float[W];
    float[] known = new float[W];
    for (int c = columns - 1; c >= 0; c--) {
      path[from + c] = (float) (line(left, right, from + c) + r - ABOVE);
      known[from + c] = 1;
      total += depth(valley, left, right, from + c, r);
      r = came[c][r];
    }
    System.arraycopy(MouthWindow.evened(path, known, SMOOTH, 3 * SMOOTH), from, row, from, columns);
    return total / columns;
  }

  private static float depth(float[] valley, Point left, Point right, int x, int r) {
    int y = (int) Math.round(line(left, right, x)) + r - ABOVE;
    return y < 0 || y >= H ? 0 : valley[y * W + x];
  }

  private static double line(Point left, Point right, double x) {
    return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
  }

  /** How red it is at least along the seam's middle, as a part of the less red lip's redness. */
  private float between(float[] red, float[] green) {
    double between = 0;
    double lips = 0;
    int edge = (to - from) / 5;
    for (int x = from + edge; x <= to - edge; x++) {
      int y = Math.min(H - 1 - LIP, Math.max(LIP, Math.round(row[x])));
      float least = Float.MAX_VALUE;
      for (int k = -BETWEEN; k <= BETWEEN; k++) {
        least = Math.min(least, redness(red, green, (y + k) * W + x));
      }
      float above = 0;
      float below = 0;
      for (int k = BETWEEN; k <= LIP; k++) {
        above = Math.max(above, redness(red, green, (y - k) * W + x));
        below = Math.max(below, redness(red, green, (y + k) * W + x));
      }
      between += least;
      lips += Math.min(above, below);
    }
    return lips <= 0 ? 1 : (float) (between / lips);
  }

  /** In the seam's middle: towards the corners it is pale where the lower lip ends. */
  private float[] tooth(float[] red, float[] green) {
    int edge = (to - from) / 5;
    double lip = 0;
    for (int x = from + edge; x <= to - edge; x++) {
      float most = 0;
      for (int k = BETWEEN; k <= LIP; k++) {
        most = Math.max(most, redness(red, green, below(x, k)));
      }
      lip += most / (to - edge - from - edge + 1);
    }
    float[] rows = new float[W];
    for (int x = from + edge; x <= to - edge; x++) {
      int last = -1;
      for (int k = 0; k <= TOOTH && k - last <= RIM + 1; k++) {
        last = redness(red, green, below(x, k)) < LEAST_RED * lip ? k : last;
      }
      for (int c = x - SIDE; last > 0 && c <= x + SIDE; c++) {
        rows[c] = Math.max(rows[c], last + EDGE);
      }
    }
    float[] all = new float[W];
    Arrays.fill(all, 1);
    return MouthWindow.evened(rows, all, SIDE, 3 * SIDE);
  }

  /** The pixel so many rows below the seam. */
  private int below(int x, int rows) {
    return Math.min(H - 1, Math.max(0, Math.round(row[x]) + rows)) * W + x;
  }

  /** By what part a band beside the seam is lighter than the seam and the next line beyond it. */
  private float band(float[] light) {
    double sum = 0;
    int edge = (to - from) / 5;
    for (int x = from + edge; x <= to - edge; x++) {
      int y = Math.min(H - 1 - LIP, Math.max(LIP, Math.round(row[x])));
      float most = 0;
      for (int side = -1; side <= 1; side += 2) {
        for (int k = 1; k <= BAND; k++) {
          float band = light[(y + side * k) * W + x];
          for (int m = k + 1; m <= LIP; m++) {
            float line = Math.max(light[y * W + x], light[(y + side * m) * W + x]);
            most = Math.max(most, (band - line) / Math.max(.05f, band));
          }
        }
      }
      sum += most;
    }
    return (float) (sum / Math.max(1, to - edge - from - edge + 1));
  }

  private static float redness(float[] red, float[] green, int i) {
    return MouthWindow.redness(red[i], green[i]);
  }
}
