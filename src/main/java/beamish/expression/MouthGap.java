package beamish.expression;

import beamish.image.Point;
import java.util.Arrays;

/**
 * Where the lips part in a picture of the mouth window, column by column. Lips are redder than what
 * is between them, whatever the skin; so in each column the least red row near the line between the
 * mouth corners is looked for, and from there the lips upwards and downwards.
 *
 * <p>Rows and columns are the window's, pixel centres at whole numbers. One instance serves one
 * sample at a time.
 */
final class MouthGap {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;

  /** How far above and below the line of the corners the gap may lie in the middle, rows. */
  private static final int ABOVE = 3;

  private static final int BELOW = 16;

  /** How far above the line of the corners the upper lip is reddest at most: nostrils are too. */
  private static final int HIGHEST = 10;

  /** How far from the gap's least red row its lips may be, rows. */
  private static final int REACH = 18;

  /** Redness that a lip must have more for each row that it is farther. */
  private static final float FARTHER = .004f;

  /** Redness that a gap's edges differ from it: none below the first, all from the second on. */
  private static final float CLOSED = .07f;

  private static final float OPEN = .18f;

  /** Share of the mouth's width that a gap takes: none up to the first, one from the second on. */
  private static final double NARROW = .2;

  private static final double WIDE = .35;

  /** Rows that it is moved to the lips' seam, at most. */
  private static final float FAR = 8;

  /** Where in its height a gap closes. */
  private static final float MIDDLE = .55f;

  private static final int SMOOTH = 4;

  /** How wide an arch is at least, as a part of the mouth: lips part nearly up to the corners. */
  private static final double NARROWEST = .8;

  private float[] redness = {};
  private final float[] contrast = new float[W];

  /** First and last column in which it was looked for. */
  private int from;

  private int to;

  /** First row of the gap in each column. */
  final float[] top = new float[W];

  /** Row where it ends; {@code top} where there is none. */
  final float[] bottom = new float[W];

  /** Column of the middle between the mouth corners. */
  double middle;

  /**
   * Looks for the gap.
   *
   * @param colour {@code [3][96][128]}
   * @param left mouth corner in the window's pixels, as is {@code right}
   * @return how surely there is one: 0 … 1
   */
  float find(float[] colour, Point left, Point right) {
    middle = (left.x() + right.x()) / 2;
    Arrays.fill(top, H / 2f);
    Arrays.fill(bottom, H / 2f);
    Arrays.fill(contrast, 0);
    from = Math.max(1, (int) Math.ceil(left.x()) + 2);
    to = Math.min(W - 2, (int) right.x() - 2);
    if (to - from < W / 8) {
      return 0;
    }
    // evened out along the rows: what is painted between lips is fluted
    redness = MouthWindow.redness(colour);
    double sag = sag(left, right);
    for (int x = from; x <= to; x++) {
      double line = line(left, right, x);
      column(x, line + sag * bend(left, right, x), (int) (line - HIGHEST));
    }
    smooth();
    int parted = 0;
    for (int x = from; x <= to; x++) {
      parted += bottom[x] - top[x] >= 1 ? 1 : 0;
    }
    return (float)
        Math.min(1, Math.max(0, ((double) parted / (to - from) - NARROW) / (WIDE - NARROW)));
  }

  /** The first column in which it is higher than a row; {@value #W} where there is none. */
  int first() {
    int x = 0;
    while (x < W && bottom[x] - top[x] <= 1) {
      x++;
    }
    return x;
  }

  /** The last one; −1 where there is none. */
  int last() {
    int x = W - 1;
    while (x >= 0 && bottom[x] - top[x] <= 1) {
      x--;
    }
    return x;
  }

  /** Rows where it is highest. */
  double height() {
    double most = 0;
    for (int x = 0; x < W; x++) {
      most = Math.max(most, bottom[x] - top[x]);
    }
    return most;
  }

  /** Where it would end in each column if lowered by so many rows where it is highest. */
  float[] lowered(float rows) {
    double most = height();
    float[] lower = bottom.clone();
    for (int x = 0; most >= 1 && x < W; x++) {
      lower[x] += (float) (rows * (bottom[x] - top[x]) / most);
    }
    return lower;
  }

  /** Lets it end there. */
  void lower(float rows) {
    System.arraycopy(lowered(rows), 0, bottom, 0, W);
  }

  /** The smaller of the gap's halves, left and right of the middle, as a part of the larger one. */
  float balance() {
    float[] half = new float[2];
    for (int x = 0; x < W; x++) {
      half[x < middle ? 0 : 1] += bottom[x] - top[x];
    }
    float larger = Math.max(half[0], half[1]);
    return larger > 0 ? Math.min(half[0], half[1]) / larger : 1;
  }

  /**
   * Gives the gap the heights of an ellipse of the same area, as far to one side and as wide, or
   * nearly as wide as the mouth: between lips there are neither steps nor notches, but a branch
   * that is not sure of a few columns leaves both. Area, mean and variance of the columns are those
   * of the heights; an ellipse's variance is a quarter of half its width squared.
   */
  void arch() {
    double area = 0;
    double first = 0;
    double second = 0;
    for (int x = from; x <= to; x++) {
      double height = bottom[x] - top[x];
      area += height;
      first += height * x;
      second += height * x * x;
    }
    if (area < 1) {
      return;
    }
    double centre = first / area;
    double half = 2 * Math.sqrt(Math.max(0, second / area - centre * centre));
    half = Math.min(1, Math.max(NARROWEST, 2 * half / (to - from))) * (to - from) / 2;
    centre = Math.min(to - half, Math.max(from + half, centre));
    double[] height = new double[W];
    double sum = 0;
    for (int x = from; x <= to; x++) {
      double off = (x - centre) / half;
      height[x] = Math.sqrt(Math.max(0, 1 - off * off));
      sum += height[x];
    }
    for (int x = from; x <= to; x++) {
      double mid = top[x] + MIDDLE * (bottom[x] - top[x]);
      double arched = height[x] * area / sum;
      top[x] = (float) (mid - MIDDLE * arched);
      bottom[x] = (float) (top[x] + arched);
    }
  }

  /**
   * Moves the gap to where the lips meet, which its upper edge is then. Where only one half of it
   * was open, the other was laid at its mirror image, and lips are not that even.
   *
   * @param seam a row in each column; NaN where it is not known: there it goes with its neighbours
   * @param share 0 not at all … 1
   */
  void hang(float[] seam, float share) {
    float[] away = new float[W];
    float[] known = new float[W];
    for (int x = 0; x < W; x++) {
      if (bottom[x] > top[x] && !Float.isNaN(seam[x])) {
        away[x] = Math.min(FAR, Math.max(-FAR, seam[x] - top[x]));
        known[x] = 1;
      }
    }
    float[] beside = MouthWindow.evened(away, known, SMOOTH, 2 * SMOOTH);
    for (int x = 0; x < W; x++) {
      float rows = share * (known[x] > 0 ? away[x] : beside[x]);
      top[x] += rows;
      bottom[x] += rows;
    }
  }

  /** Closes the gap to a share of its height. */
  void narrow(float share) {
    for (int x = 0; x < W; x++) {
      float mid = top[x] + MIDDLE * (bottom[x] - top[x]);
      top[x] = mid + (top[x] - mid) * share;
      bottom[x] = mid + (bottom[x] - mid) * share;
    }
  }

  private static double line(Point left, Point right, double x) {
    return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
  }

  /** One in the middle, falling to zero at the corners. */
  private static double bend(Point left, Point right, double x) {
    double s = 2 * (x - left.x()) / (right.x() - left.x()) - 1;
    return Math.max(0, 1 - s * s);
  }

  /** How far below the line of the corners the gap's least red row lies, in the middle. */
  private double sag(Point left, Point right) {
    double best = Double.MAX_VALUE;
    double at = 0;
    for (int offset = -ABOVE; offset <= BELOW; offset++) {
      double sum = 0;
      for (int x = from; x <= to; x++) {
        double b = bend(left, right, x);
        int y = (int) Math.round(line(left, right, x) + offset * b);
        sum += b * redness[Math.min(H - 1, Math.max(0, y)) * W + x];
      }
      // what lies below the lower lip is not red either
      double cost = sum * (1 + .01 * Math.abs(offset - 4));
      if (cost < best) {
        best = cost;
        at = offset;
      }
    }
    return at;
  }

  private void column(int x, double seed, int highest) {
    int centre = least(x, seed);
    float own = redness[centre * W + x];
    int up = most(x, centre, -1, Math.min(centre, Math.max(1, highest)));
    int down = most(x, centre, 1, H - 2);
    float above = redness[up * W + x];
    float below = redness[down * W + x];
    contrast[x] = Math.min(above, below) - own;
    top[x] = crossing(x, centre, up, (own + above) / 2);
    bottom[x] = crossing(x, centre, down, (own + below) / 2);
  }

  private int least(int x, double seed) {
    int at = (int) Math.min(H - 2., Math.max(1, Math.rint(seed)));
    for (int y = Math.max(1, at - 4); y <= Math.min(H - 2, (int) Math.round(seed) + 4); y++) {
      if (redness[y * W + x] < redness[at * W + x]) {
        at = y;
      }
    }
    return at;
  }

  /** The row of a lip, from the gap upwards or downwards, no farther than {@code last}. */
  private int most(int x, int gap, int step, int last) {
    int at = gap;
    for (int y = gap; (last - y) * step >= 0 && Math.abs(y - gap) <= REACH; y += step) {
      float here = redness[y * W + x] - FARTHER * Math.abs(y - gap);
      if (here > redness[at * W + x] - FARTHER * Math.abs(at - gap)) {
        at = y;
      }
    }
    return at;
  }

  /** The last row from the gap to a lip where redness passes a level: teeth have gums between. */
  private float crossing(int x, int gap, int lip, float level) {
    int step = lip > gap ? 1 : -1;
    for (int y = lip; y != gap; y -= step) {
      float outer = redness[y * W + x];
      float inner = redness[(y - step) * W + x];
      if (inner < level) {
        float share = (level - inner) / Math.max(1e-6f, outer - inner);
        return y - step + step * Math.min(1, Math.max(0, share));
      }
    }
    return gap;
  }

  /** Runs both edges smooth, the clearer columns leading, and closes the gap where it is none. */
  private void smooth() {
    float[] above = EvenCurve.through(top, contrast, from, to);
    float[] below = EvenCurve.through(bottom, contrast, from, to);
    float[] open = openness();
    for (int x = from; x <= to; x++) {
      float t = above[x];
      float b = Math.max(t, below[x]);
      float mid = t + MIDDLE * (b - t);
      top[x] = mid + (t - mid) * open[x];
      bottom[x] = mid + (b - mid) * open[x];
    }
  }

  /** How clearly each column is open. */
  private float[] openness() {
    float[] open = new float[W];
    for (int x = from; x <= to; x++) {
      double clear = 0;
      double share = 0;
      for (int k = Math.max(from, x - 3 * SMOOTH); k <= Math.min(to, x + 3 * SMOOTH); k++) {
        double near = Math.exp(-.5 * (k - x) * (k - x) / (double) (SMOOTH * SMOOTH));
        clear += near * contrast[k];
        share += near;
      }
      float inner = Math.min(1, Math.min(x - from, to - x) / 6f);
      open[x] =
          MouthWindow.smooth((clear / share - CLOSED) / (OPEN - CLOSED))
              * (float) Math.sqrt(inner * (2 - inner));
    }
    return open;
  }
}
