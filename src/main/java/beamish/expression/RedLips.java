package beamish.expression;

import beamish.image.Luma;
import beamish.image.Point;

/**
 * Keeps the lower lip's hue below teeth that are shown. Where a network means teeth it lights up
 * green and blue more than red; teeth that come from a picture end sooner, and what lies below them
 * was left teal.
 */
final class RedLips {
  private static final int F = EditGeometry.FIELD;
  private static final int N = F * F;

  /** Rows of a gap that is one. */
  private static final float CLEARLY = 3;

  /** Rows below a gap up to which lips keep their hue, and over which that ends. */
  private static final float LIP = 12;

  private static final float END = 8;

  private RedLips() {}

  /**
   * Changes shading below a gap, in place: what is lit up more in green and blue than in red is lit
   * up as much evenly.
   *
   * @param shading {@code [3][64][64]} of the whole crop
   */
  static void keep(MouthGap gap, float[] shading) {
    for (int i = 0; i < N; i++) {
      int row = i / F;
      Point at = MouthWindow.in(new Point((i % F + .5) / F, (row + .5) / F));
      int x = (int) Math.rint(at.x());
      if (x < 0 || x >= EditGeometry.MOUTH_COLUMNS || at.y() < gap.top[x]) {
        continue;
      }
      float open = Math.min(1, (gap.bottom[x] - gap.top[x]) / CLEARLY);
      float near = open * MouthWindow.smooth(1 - (at.y() - gap.bottom[x] - LIP) / END);
      float red = shading[i];
      float light = Luma.of(shading, i, N);
      for (int c = 0; light > red && c < 3; c++) {
        shading[c * N + i] += near * (light - shading[c * N + i]);
      }
    }
  }
}
