package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.Point;

/**
 * The lower lip below parted teeth. A flow is smooth and cannot tear lips apart: the seam between
 * them is drawn out over many rows, which show as streaks below the teeth, while the lip's upper
 * rows stay behind the teeth. Part of the drawn out rows belongs to the open mouth; over the rest,
 * and so far below as there are hidden rows, the lip is spread evenly from the seam on.
 *
 * <p>Rows and columns are the mouth window's. One instance serves one sample at a time.
 */
final class DrawnLip {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int F = EditGeometry.FIELD;
  private static final double PIXEL = MouthWindow.PIXEL;

  /** Rows of the photo in a row of the edit, below which a row is drawn out. */
  private static final double THIN = .5;

  /** Of the gap's own height, how far below it rows can be drawn out. */
  private static final float MOST = 1.2f;

  /** Part of the drawn out rows that the open mouth takes. */
  private static final float OPENED = .15f;

  /**
   * Rows below those drawn out over which the lip is spread; as many more as the gap is lowered by,
   * or the lip would be squeezed to nothing.
   */
  private static final float LIP = 5;

  /** Rows of a sample of the flow. */
  private static final float CELL = 4;

  /** Rows from which on a gap, or what is drawn out, is surely there. */
  private static final float CLEARLY = 3;

  /** Columns over which all is evened out. */
  private static final int SMOOTH = 5;

  private final FloatImage flow;
  private final MouthGap gap;

  /** Rows below the gap that are drawn out. */
  private float[] reach = new float[W];

  /** The photo's row of the seam, which the gap hangs from. */
  private float[] seam = new float[W];

  /** The photo's rows of the lip that lie behind the gap. */
  private float[] hidden = new float[W];

  /** The photo's rows between seam and lip, where a tooth shows in a slit. */
  private final float[] tooth = new float[W];

  /**
   * Measures an edit.
   *
   * @param gap below the upper lip
   * @param photo where its lips meet
   * @param flow {@code [2][64][64]} of the whole crop, crop widths
   */
  DrawnLip(MouthGap gap, LipSeam photo, FloatImage flow) {
    this.flow = flow;
    this.gap = gap;
    float[] weight = new float[W];
    for (int x = 0; x < W; x++) {
      if (gap.bottom[x] > gap.top[x]) {
        measure(x);
        Point top = MouthWindow.inCrop(x, gap.top[x]);
        tooth[x] = photo.tooth((int) Math.rint(x + MouthWidening.at(flow, 0, top) / PIXEL));
        weight[x] = 1;
      }
    }
    reach = MouthWindow.evened(reach, weight, SMOOTH, 3 * SMOOTH);
    seam = MouthWindow.evened(seam, weight, SMOOTH, 3 * SMOOTH);
    hidden = MouthWindow.evened(hidden, weight, SMOOTH, 3 * SMOOTH);
  }

  private void measure(int x) {
    float height = gap.bottom[x] - gap.top[x];
    double most = Math.min(H - 3., gap.bottom[x] + MOST * height);
    for (double y = gap.bottom[x]; y < most; y++) {
      if (photoRow(x, y + .5) - photoRow(x, y - .5) < THIN) {
        reach[x] = (float) (y + 1 - gap.bottom[x]);
      }
    }
    seam[x] = (float) photoRow(x, gap.top[x]);
    hidden[x] = (float) Math.max(0, photoRow(x, gap.bottom[x]) - seam[x]);
  }

  /**
   * Lets the gap reach down and spreads the lip below it, in place.
   *
   * @param rows that the gap is to be lowered by, see {@link MouthGap#lower}, but is not yet
   */
  void open(float rows) {
    float[] until = new float[W];
    for (int x = 0; x < W; x++) {
      gap.bottom[x] += OPENED * sure(gap.bottom[x] - gap.top[x]) * reach[x];
    }
    float[] bottom = gap.lowered(rows);
    for (int x = 0; x < W; x++) {
      float more = bottom[x] - gap.bottom[x];
      until[x] = bottom[x] + (1 - OPENED) * reach[x] + LIP + hidden[x] + more;
    }
    float[] changed = flow.data().clone();
    for (int row = 0; row < F; row++) {
      for (int column = 0; column < F; column++) {
        Point at = MouthWindow.in(new Point((column + .5) / F, (row + .5) / F));
        double x = at.x();
        double y = at.y();
        int k = (int) Math.rint(x);
        if (k >= 0 && k < W && y > bottom[k] - CELL && y < until[k]) {
          double down = Math.max(0, (y - bottom[k]) / (until[k] - bottom[k]));
          double lip = seam[k] + tooth[k];
          double even = lip + (photoRow(k, until[k]) - lip) * down;
          double more = sure(bottom[k] - gap.top[k]) * Math.min(1, drawn(k, bottom[k]) / CLEARLY);
          changed[(F + row) * F + column] += (float) (more * (even - photoRow(x, y)) * PIXEL);
        }
      }
    }
    System.arraycopy(changed, 0, flow.data(), 0, changed.length);
  }

  /** Rows that the lip is to be moved by, roughly. */
  private double drawn(int x, float bottom) {
    return Math.max(Math.max(reach[x], hidden[x]), Math.max(tooth[x], bottom - gap.bottom[x]));
  }

  private static float sure(float height) {
    return Math.min(1, Math.max(0, (height - 1) / CLEARLY));
  }

  private double photoRow(double x, double y) {
    return MouthWindow.photoRow(flow, x, y);
  }
}
