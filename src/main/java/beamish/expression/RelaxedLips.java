package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.Point;

/**
 * Gives the lips of a mouth that closes the heights that such lips have. A smile draws lips thin;
 * how they come back, a network that learned from a few dozen pairs does not know of a stranger: it
 * draws the upper lip out in its middle alone, twofold and threefold, in streaks, and takes from
 * its sides and from the lower lip until little is left of them.
 *
 * <p>Rows and columns are the mouth window's, pixel centres at whole numbers.
 */
final class RelaxedLips {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int F = EditGeometry.FIELD;
  private static final double PIXEL = MouthWindow.PIXEL;

  /** Columns over which a lip's edge is evened out. */
  private static final int SMOOTH = 3;

  /**
   * How a lip is drawn.
   *
   * @param side where it lies of its edge: −1 above, 1 below
   * @param height at a corner of the mouth, as a part of that in the photo
   * @param middle by how much more it is in the middle, by the square of a sine between them
   * @param rows from its edge in which there is lip, at most
   * @param end rows from its edge to the nose or the chin: there nothing is moved
   * @param corner part of the mouth's width in which that begins
   */
  private record Lip(
      int side, double height, double middle, double rows, double end, double corner) {}

  /**
   * Neutral upper lips are 1.05 times as high as the same people's smiling ones at a tenth of the
   * mouth's width, then 1.1, 1.3, 1.5 and in the middle 1.6: the mean of the 26 people trained on
   * who show their teeth. Added is what {@link SealedLips} hides, a row and a half of some five.
   */
  private static final Lip UPPER = new Lip(-1, 1.38, .55, 12, 34, .1);

  /**
   * Lower lips are .84 times as high, all along. Nothing is added: the same people came out nearest
   * to their neutral photos without. Towards the corners a broad smile's lip is steep, and higher
   * than it is thick; there it is left to the network.
   */
  private static final Lip LOWER = new Lip(1, .85, 0, 16, 48, .35);

  private final FloatImage flow;
  private final double left;
  private final double width;

  private RelaxedLips(FloatImage flow, Point left, Point right) {
    this.flow = flow;
    this.left = MouthWindow.in(left).x();
    this.width = MouthWindow.in(right).x() - this.left;
  }

  /**
   * The flow of an edit, changed above the mouth and below it; the lips' inner edges stay.
   *
   * @param flow {@code [2][64][64]}, crop widths
   * @param lips of the photo
   * @param left mouth corner after the edit, in crop coordinates, as is {@code right}
   * @param share 0 not at all … 1
   */
  static FloatImage flow(FloatImage flow, PartedLips lips, Point left, Point right, float share) {
    RelaxedLips relaxed = new RelaxedLips(flow, left, right);
    FloatImage into = flow.copy();
    relaxed.draw(UPPER, lips.upperShown(flow), share * lips.upperSure(), into);
    relaxed.draw(LOWER, lips.lowerShown(flow), share, into);
    return into;
  }

  private void draw(Lip lip, float[] edge, float share, FloatImage into) {
    float[] known = new float[W];
    float[] all = new float[W];
    for (int x = 0; x < W; x++) {
      known[x] = Float.isNaN(edge[x]) ? 0 : 1;
      all[x] = 1;
    }
    float[] even = MouthWindow.evened(edge, known, SMOOTH, 3 * SMOOTH);
    // a gap may end before the mouth does, and there lips must not jump
    float[] near = MouthWindow.evened(known, all, SMOOTH, 3 * SMOOTH);
    for (int column = 0; column < F; column++) {
      double x = MouthWindow.in(new Point((column + .5) / F, 0)).x();
      double along = (x - left) / width;
      if (along > 0 && along < 1 && x >= 0 && x < W && near[(int) x] > 0) {
        float held = share * MouthWindow.smooth(Math.min(along, 1 - along) / lip.corner);
        held *= MouthWindow.smooth(near[(int) x]);
        double sine = Math.sin(Math.PI * along);
        double height = lip.height + lip.middle * sine * sine;
        draw(lip, column, x, even[(int) x], height, held, into);
      }
    }
  }

  private void draw(
      Lip lip, int column, double x, double edge, double height, float held, FloatImage into) {
    double begin = MouthWindow.photoRow(flow, x, edge);
    for (int row = 0; row < F; row++) {
      double off = lip.side * (MouthWindow.in(new Point(0, (row + .5) / F)).y() - edge);
      if (off > 0 && off < lip.end) {
        double in = lip.side * Math.min(off, lip.rows);
        double wrong = begin + in / height - MouthWindow.photoRow(flow, x, edge + in);
        float fades = MouthWindow.smooth((lip.end - off) / (lip.end - lip.rows));
        into.data()[(F + row) * F + column] += (float) (held * fades * wrong * PIXEL);
      }
    }
  }
}
