package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Closes a mouth that is open in the photo, as taking a smile away does. A network that learned
 * from a few dozen mouths paints a mean of lips over the teeth, smooth and without a line where
 * they meet. So the photo's own lips are drawn over what is between them until their edges meet.
 * The flow, which is coarse and smooth, cannot tear them apart at the seam; there the photo is read
 * at the crop's scale, and lips that touch get the shadow that such lips have.
 *
 * <p>Rows and columns are the mouth window's, pixel centres at whole numbers. One instance is one
 * edit of one face.
 */
public final class SealedLips {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int F = EditGeometry.FIELD;
  private static final double PIXEL = MouthWindow.PIXEL;

  /** Rows at a lip's edge that are not wholly lip. */
  private static final float MARGIN = 1.5f;

  /**
   * Where in what is left of a gap its lips meet at last: the lower one comes up farther. The 26
   * people trained on who show their teeth are nearest to their neutral photos so (.645, half way
   * down .660); while teeth show, they are with lips that both come as far.
   */
  private static final float MEET = .3f;

  /** Rows above and below over which lips give way: to the nose, and to the chin. */
  private static final float UP = 28;

  private static final float DOWN = 44;

  /** Rows that the flow needs to jump: it is told at every fourth row. */
  private static final float JUMP = 4;

  /** Rows beside a lip's edge that are read at the crop's scale, and over which that fades. */
  private static final float READ = 3;

  private static final float FADE = 3;

  /** Rows that lips are moved from which on the flow surely lags behind. */
  private static final float LAGS = 3;

  /**
   * How much darker it is where lips touch than a few rows beside it, in red, green and blue, and
   * the width of that line: the mean of the 72 neutral training photos.
   */
  private static final float[] SHADOW = {.24f, .37f, .33f};

  private static final float SHADOW_ROWS = 1.1f;

  /** Rows left open from which on lips do not touch. */
  private static final float APART = 4;

  /** Columns over which all is evened out. */
  private static final int SMOOTH = 3;

  /** Row where the lips meet, or will. */
  private float[] meet = new float[W];

  /** Rows that stay open above it and below. */
  private float[] openAbove = new float[W];

  private float[] openBelow = new float[W];

  /** Rows by which the upper lip is drawn down, and the lower one up. */
  private float[] down = new float[W];

  private float[] up = new float[W];

  private final FloatImage flow;

  /**
   * Measures an edit.
   *
   * @param lips of the photo
   * @param flow {@code [2][64][64]} of the edit, crop widths
   * @param left mouth corner after the edit, in crop coordinates, as is {@code right}
   * @param share how far to close them: 0 not at all … 1
   */
  public SealedLips(PartedLips lips, FloatImage flow, Point left, Point right, float share) {
    this.flow = RelaxedLips.flow(flow, lips, left, right, share * share);
    float[] tops = lips.upperShown(this.flow);
    float[] bottoms = lips.lowerShown(this.flow);
    float[] known = new float[W];
    float where = .5f + share * (MEET - .5f);
    for (int x = 0; x < W; x++) {
      float top = tops[x];
      float bottom = bottoms[x];
      if (bottom > top) {
        known[x] = 1;
        meet[x] = top + where * (bottom - top);
        openAbove[x] = (1 - share) * (meet[x] - top);
        openBelow[x] = (1 - share) * (bottom - meet[x]);
        float margin = share * MARGIN * Math.min(1, (bottom - top) / 2);
        down[x] = meet[x] - openAbove[x] - top + margin;
        up[x] = bottom - meet[x] - openBelow[x] + margin;
      }
    }
    meet = MouthWindow.evened(meet, known, SMOOTH, 3 * SMOOTH);
    // beyond the gap nothing is moved
    float[] all = new float[W];
    Arrays.fill(all, 1);
    openAbove = MouthWindow.evened(openAbove, all, SMOOTH, 3 * SMOOTH);
    openBelow = MouthWindow.evened(openBelow, all, SMOOTH, 3 * SMOOTH);
    down = MouthWindow.evened(down, all, SMOOTH, 3 * SMOOTH);
    up = MouthWindow.evened(up, all, SMOOTH, 3 * SMOOTH);
  }

  /** The edit's flow with the lips drawn together. */
  public FloatImage flow() {
    FloatImage closed = flow.copy();
    for (int row = 0; row < F; row++) {
      for (int column = 0; column < F; column++) {
        Point at = new Point((column + .5) / F, (row + .5) / F);
        Point in = MouthWindow.in(at);
        if (in.x() > 0 && in.x() < W - 1) {
          double away = away((float) in.x(), (float) in.y(), JUMP) * PIXEL;
          Point from = new Point(at.x(), at.y() + away);
          closed.data()[row * F + column] = (float) MouthWidening.at(flow, 0, from);
          closed.data()[(F + row) * F + column] = (float) (MouthWidening.at(flow, 1, from) + away);
        }
      }
    }
    return closed;
  }

  /**
   * How many rows below a place lies what is to be shown there.
   *
   * @param jump rows in which that may change from the upper lip to the lower one, at least
   */
  private float away(float x, float y, float jump) {
    float off = y - read(meet, x);
    float above = Math.max(jump / 2, read(openAbove, x));
    float below = Math.max(jump / 2, read(openBelow, x));
    float upper = -read(down, x) * MouthWindow.smooth(1 + (off + above) / UP);
    float lower = read(up, x) * MouthWindow.smooth(1 - (off - below) / DOWN);
    float share = Math.min(1, Math.max(0, (off + above) / Math.max(1e-3f, above + below)));
    return upper + (lower - upper) * share;
  }

  /**
   * Paints what the flow cannot show, in place.
   *
   * @param crop {@code [3][256][256]} of the photo
   * @param shading {@code [3][64][64]} of the edit
   * @param alpha {@code [1][n·96][n·128]}: what is painted already, painted over
   * @param colour {@code [3][n·96][n·128]}
   */
  public void paint(float[] crop, FloatImage shading, FloatImage alpha, FloatImage colour) {
    FloatImage photo = new FloatImage(3, EditGeometry.CROP, EditGeometry.CROP, crop);
    float step = (float) W / alpha.width();
    IntStream.range(0, alpha.height())
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < alpha.width(); column++) {
                float x = (column + .5f) * step - .5f;
                float y = (row + .5f) * step - .5f;
                float painted = painted(x, y);
                if (painted > MouthWindow.FAINTEST) {
                  int at = row * alpha.width() + column;
                  float before = alpha.data()[at];
                  alpha.data()[at] = 1 - (1 - before) * (1 - painted);
                  lay(photo, shading, x, y, painted / alpha.data()[at], colour, at);
                }
              }
            });
  }

  /** Lays the photo's own lip that is shown at a place over a pixel. */
  private void lay(
      FloatImage photo,
      FloatImage shading,
      float x,
      float y,
      float over,
      FloatImage colour,
      int at) {
    Point here = MouthWindow.inCrop(x, y);
    Point moved = MouthWindow.inCrop(x, y + away(x, y, 0));
    Point from =
        new Point(
            moved.x() + MouthWidening.at(flow, 0, moved),
            moved.y() + MouthWidening.at(flow, 1, moved));
    double dark = dark(x, y);
    for (int c = 0; c < 3; c++) {
      double lit = MouthWidening.at(photo, c, from) + MouthWidening.at(shading, c, here);
      float lip = (float) Math.min(1, Math.max(0, lit * (1 - SHADOW[c] * dark)));
      int o = c * colour.width() * colour.height() + at;
      colour.data()[o] += (lip - colour.data()[o]) * over;
    }
  }

  /** How far a place lies in the shadow of lips that touch. */
  private double dark(float x, float y) {
    float off = (y - read(meet, x)) / SHADOW_ROWS;
    float touch = MouthWindow.smooth(1 - (read(openAbove, x) + read(openBelow, x)) / APART);
    return moved(x) * touch * Math.exp(-.5 * off * off);
  }

  /** How much of a place is read at the crop's scale. */
  private float painted(float x, float y) {
    float off = y - read(meet, x);
    float edge = Math.min(Math.abs(off + read(openAbove, x)), Math.abs(off - read(openBelow, x)));
    return moved(x) * MouthWindow.smooth(1 - (edge - READ) / FADE);
  }

  /** How surely lips are moved in a column. */
  private float moved(float x) {
    return Math.min(1, Math.max(0, (read(down, x) + read(up, x)) / LAGS));
  }

  private static float read(float[] line, float x) {
    float at = Math.min(W - 1.001f, Math.max(0, x));
    int low = (int) at;
    return line[low] + (line[low + 1] - line[low]) * (at - low);
  }
}
