package beamish.expression;

import beamish.image.Point;

/** Makes a {@link MouthGap} open as far on one side of the mouth as on the other. */
final class EvenGap {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  private EvenGap() {}

  /**
   * Mixes both edges with their mirror images, measured from the line through the mouth's corners.
   * Columns that are closed at both sides stay as they are.
   *
   * @param left mouth corner in the window's pixels, as is {@code right}
   * @param symmetry 0 leaves the gap … 1 makes its halves the same
   */
  static void of(MouthGap gap, Point left, Point right, double symmetry) {
    double slope = (right.y() - left.y()) / (right.x() - left.x());
    float[] top = new float[W];
    float[] bottom = new float[W];
    for (int x = 0; x < W; x++) {
      float line = (float) (left.y() + slope * (x - left.x()));
      top[x] = gap.top[x] - line;
      bottom[x] = gap.bottom[x] - line;
    }
    for (int x = 0; x < W; x++) {
      double other = Math.min(Math.max(2 * gap.middle - x, 0), W - 1.001);
      float mirroredTop = at(top, other);
      float mirroredBottom = at(bottom, other);
      if (bottom[x] > top[x] || mirroredBottom > mirroredTop) {
        gap.top[x] += (float) ((mirroredTop - top[x]) * symmetry / 2);
        gap.bottom[x] += (float) ((mirroredBottom - bottom[x]) * symmetry / 2);
      }
    }
  }

  private static float at(float[] edge, double x) {
    int low = (int) x;
    return edge[low] + (edge[low + 1] - edge[low]) * (float) (x - low);
  }
}
