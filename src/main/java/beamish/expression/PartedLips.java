package beamish.expression;

import beamish.image.FloatImage;
import java.util.Arrays;

/**
 * Where the lips of a photo are parted, column by column of the mouth window: a gap as {@link
 * OwnTeeth} finds it, completed by the {@link LipSeam}, one below a moustache ({@link
 * MoustacheGap}), or a slit along the seam; its edges go on past teeth ({@link TeethBeyond}) and
 * gums ({@link LightGums}).
 *
 * <p>Rows and columns are the window's, pixel centres at whole numbers. Immutable.
 */
public final class PartedLips {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  /** Rows from a slit's seam to the lips: less than the search for a gap can tell. */
  private static final float SLIT = 2.2f;

  /** Rows that teeth may reach above the seam under a moustache, whose edge is ragged. */
  private static final float HAIR = 2;

  /** Rows from which on a gap is one. */
  private static final float LEAST = .3f;

  /** Rows between teeth and upper lip in which gums may show. */
  private static final float GUMS = 8;

  /** Columns in which the search for a gap lets it end. */
  private static final int NARROWS = 6;

  /**
   * Part of the columns with more teeth above the upper lip's edge: none surely up to the first,
   * surely some from the second on. Of 99 portraits one has more than a third, .54.
   */
  private static final float FEW = .33f;

  private static final float MANY = .5f;

  private final float sure;

  /** How surely what is above the gap is lip. */
  private final float lip;

  private final float[] upper = new float[W];
  private final float[] lower = new float[W];

  private PartedLips(float[] crop, OwnTeeth teeth, LipSeam seam) {
    MoustacheGap moustache = MoustacheGap.of(crop, seam);
    float otherwise = Math.max(seam.parted(), teeth.shown());
    sure = Math.max(otherwise, moustache.sure());
    Arrays.fill(upper, Float.NaN);
    Arrays.fill(lower, Float.NaN);
    if (moustache.sure() > otherwise) {
      for (int x = 0; x < W; x++) {
        upper[x] = seam.at(x) - HAIR;
        lower[x] = moustache.bottom(x);
      }
      lip = 0; // it is hair
    } else if (seam.parted() > teeth.shown()) {
      for (int x = 0; x < W; x++) {
        upper[x] = seam.at(x) - SLIT;
        lower[x] = seam.at(x) + SLIT;
      }
      float[] window = MouthWindow.cut(crop);
      lip = pastTeeth(window, upper, -1);
      pastTeeth(window, lower, 1);
    } else {
      lip = gap(MouthWindow.cut(crop), teeth, seam);
    }
  }

  /**
   * Puts together what is known of a photo's mouth.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1], which the others were found in
   */
  public static PartedLips of(float[] crop, OwnTeeth teeth, LipSeam seam) {
    return new PartedLips(crop, teeth, seam);
  }

  /** How surely they are parted: 0 closed … 1. */
  public float sure() {
    return sure;
  }

  /** How surely it is lip, not teeth or hair, above where the upper lip is taken to end: 0 … 1. */
  float upperSure() {
    return lip;
  }

  /** Where an edit shows the upper lip's end, see {@link MouthWindow#shown}. */
  float[] upperShown(FloatImage flow) {
    return MouthWindow.shown(upper, flow);
  }

  /** Where it shows the lower lip's begin. */
  float[] lowerShown(FloatImage flow) {
    return MouthWindow.shown(lower, flow);
  }

  /**
   * The gap reaches up to the seam, which is the upper lip's edge whether gums show or not; and
   * sideways to the corners, which are too dark for a search by colour.
   */
  private float gap(float[] window, OwnTeeth teeth, LipSeam seam) {
    int first = W;
    int last = -1;
    for (int x = 0; x < W; x++) {
      if (teeth.bottom(x) - teeth.top(x) > LEAST) {
        first = Math.min(first, x);
        last = x;
        upper[x] = teeth.top(x);
        lower[x] = teeth.bottom(x);
        if (!Float.isNaN(seam.at(x))) {
          upper[x] = Math.min(upper[x], Math.max(seam.at(x), upper[x] - seam.sure() * GUMS));
        }
      }
    }
    beginLowerLip(window);
    float sureLip = pastTeeth(window, upper, -1);
    pastGums(window);
    if (last - first > 4 * NARROWS) {
      narrow(seam, first + NARROWS, -1);
      narrow(seam, last - NARROWS, 1);
    }
    return sureLip;
  }

  private void beginLowerLip(float[] window) {
    move(lower, LowerLip.begin(window, cut(upper), cut(lower)));
    for (int x = 0; x < W; x++) {
      lower[x] = Math.max(upper[x], lower[x]);
    }
  }

  /** Moves a lip's edge beyond teeth; returns how surely no more of them follow. */
  private static float pastTeeth(float[] window, float[] lip, int side) {
    TeethBeyond teeth = new TeethBeyond(window, cut(lip), side);
    move(lip, teeth.end());
    return 1 - MouthWindow.smooth((teeth.more() - FEW) / (MANY - FEW));
  }

  private void pastGums(float[] window) {
    move(upper, LightGums.end(window, cut(upper)));
  }

  /** Rows of the window as rows of its cut. */
  private static float[] cut(float[] rows) {
    float[] cut = new float[W];
    for (int x = 0; x < W; x++) {
      cut[x] = rows[x] - MouthWindow.CUT;
    }
    return cut;
  }

  /** To rows of the cut. */
  private static void move(float[] edge, float[] cut) {
    for (int x = 0; x < W; x++) {
      edge[x] = cut[x] + MouthWindow.CUT;
    }
  }

  /** Lets the gap run out from a column to where the seam ends on that side. */
  private void narrow(LipSeam seam, int from, int step) {
    int end = from;
    while (end + step >= 0 && end + step < W && !Float.isNaN(seam.at(end + step))) {
      end += step;
    }
    float row = seam.at(end);
    for (int x = from; x != end; ) {
      x += step;
      float share = (float) (x - from) / (end - from);
      upper[x] = Math.min(seam.at(x), upper[from] + (row - upper[from]) * share);
      lower[x] = lower[from] + (row - lower[from]) * share;
    }
  }
}
