package beamish.expression;

import beamish.image.Point;

/**
 * Keeps the lips together where an edit would part them over teeth. A flow that parts lips draws
 * the lower one down; where nothing is shown between them it has to stay at the upper one, or it
 * stretches to fill the gap.
 */
public final class ClosedLips {
  private static final int F = EditGeometry.FIELD;
  private static final int N = F * F;

  /** How far below the line of the corners a smile's lips meet, crop widths. */
  private static final double SAG = .02;

  /** Half the height of the lips, crop widths. */
  private static final double LIPS = .05;

  /** In sizes of the lips: up to it they are all there, twice as far away nothing is of them. */
  private static final double REACH = .8;

  /** How far below the line the lower lip's skin ends, and where the chin does, crop widths. */
  private static final double LOWER_LIP = .09;

  private static final double CHIN = .22;

  /** Rows of the photo in a row of the edit above the line, at least: an upper lip gets thinner. */
  private static final float LEAST = .65f;

  /** How steeply that begins at the corners. */
  private static final float BEGIN = 2;

  private ClosedLips() {}

  /**
   * Changes an edit's fields in place, from where its mouth branch has seen them: the flow below
   * the mouth's line follows the upper lip, and what lightens or paints the lips as teeth goes.
   *
   * @param left mouth corner after the edit, in crop coordinates, as is {@code right}
   * @param teeth 0 for all of it … 1 for nothing
   */
  public static void close(EditFields fields, Point left, Point right, double teeth) {
    float share = (float) (1 - teeth);
    float[] seam = seam(fields.flow, left, right);
    for (int i = 0; i < N; i++) {
      int column = i % F;
      int row = i / F;
      double across = 2 * along(left, right, column) - 1;
      double below = (row + .5) / F - line(left, right, column);
      double held = smooth(1 - across * across) * smooth((CHIN - below) / (CHIN - LOWER_LIP));
      if (below > 0) {
        fields.flow[N + i] += share * (float) held * (seam[column] - fields.flow[N + i]);
      }
    }
    gather(fields.flow, left, right, share);
    fade(fields, left, right, share);
  }

  /**
   * Where a flow parts lips above their line it draws the upper one out instead, and below it a
   * chin that drops as if they were parted draws the skin out: no row is drawn out more than {@link
   * #LEAST} allows, and what is too much is gathered from further up, or further down.
   */
  private static void gather(float[] flow, Point left, Point right, float share) {
    for (int column = 0; column < F; column++) {
      double across = 2 * along(left, right, column) - 1;
      float held = share * (float) smooth(BEGIN * (1 - across * across));
      int line = (int) Math.min(F - 2, line(left, right, column) * F - .5);
      for (int row = line; held > 0 && row >= 0; row--) {
        int i = N + row * F + column;
        float most = flow[i + F] + (1 - LEAST) / F;
        flow[i] += held * Math.min(0, most - flow[i]);
      }
      for (int row = line + 1; held > 0 && row < F; row++) {
        int i = N + row * F + column;
        float least = flow[i - F] - (1 - LEAST) / F;
        flow[i] += held * Math.max(0, least - flow[i]);
      }
    }
  }

  /**
   * Takes away, in place, what shades and paints the lips.
   *
   * @param share 0 nothing … 1 all of it
   */
  public static void fade(EditFields fields, Point left, Point right, float share) {
    for (int i = 0; i < N; i++) {
      int row = i / F;
      double across = 2 * along(left, right, i % F) - 1;
      double below = (row + .5) / F - line(left, right, i % F);
      double away = Math.hypot(across, (below - SAG) / LIPS);
      float keep = 1 - share * (float) smooth(2 - away / REACH);
      for (int c = 0; c < 3; c++) {
        fields.shading[c * N + i] *= keep;
      }
      fields.alpha[i] *= 1 - share;
    }
  }

  /** How far up or down each column of the line between the corners comes from. */
  private static float[] seam(float[] flow, Point left, Point right) {
    float[] seam = new float[F];
    for (int column = 0; column < F; column++) {
      double row = Math.min(Math.max(line(left, right, column) * F - .5, 0), F - 1.001);
      int low = (int) row;
      int at = N + low * F + column;
      seam[column] = flow[at] + (flow[at + F] - flow[at]) * (float) (row - low);
    }
    return seam;
  }

  /** 0 at the left corner … 1 at the right one. */
  private static double along(Point left, Point right, int column) {
    return ((column + .5) / F - left.x()) / (right.x() - left.x());
  }

  private static double line(Point left, Point right, int column) {
    return left.y() + along(left, right, column) * (right.y() - left.y());
  }

  private static double smooth(double share) {
    double t = Math.min(1, Math.max(0, share));
    return t * t * (3 - 2 * t);
  }
}
