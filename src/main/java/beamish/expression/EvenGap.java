package beamish.expression;

import beamish.image.Point;

/** Makes a {@link MouthGap} open as far on one side of the mouth as on the other. */
final class EvenGap {
  private static final int W = EditGeometry.MOUTH_COLUMNS;

  private EvenGap() {}

  /**
   * Mixes both edges with their mirror images, measured from the line through the mouth's corners.
   * Columns that are closed at both sides stay as they are; one that is closed at one side closes
   * half way, and the other opens, where its mirror image lies: a closed column's own row says
   * nothing.
   *
   * @param left mouth corner in the window's pixels, as is {@code right}
   * @param symmetry 0 leaves the gap … 1 makes its halves the same
   */
  static void of(MouthGap gap, Point left, Point right, double symmetry) {
    double slope = (right.y() - left.y()) / (right.x() - left.x());
    float[] line = new float[W];
    float[] middle = new float[W];
    float[] height = new float[W];
    for (int x = 0; x < W; x++) {
      line[x] = (float) (left.y() + slope * (x - left.x()));
      middle[x] = (gap.top[x] + gap.bottom[x]) / 2 - line[x];
      height[x] = gap.bottom[x] - gap.top[x];
    }
    for (int x = 0; x < W; x++) {
      double other = Math.min(Math.max(2 * gap.middle - x, 0), W - 1.001);
      int low = (int) other;
      boolean mirrored = height[low] > 0 && height[low + 1] > 0;
      if (height[x] > 0 || mirrored) {
        float there = mirrored ? at(middle, other) : middle[x];
        float here = height[x] > 0 ? middle[x] : there;
        double row = line[x] + here + (there - here) * symmetry / 2;
        double rows = height[x] + ((mirrored ? at(height, other) : 0) - height[x]) * symmetry / 2;
        gap.top[x] = (float) (row - rows / 2);
        gap.bottom[x] = (float) (row + rows / 2);
      }
    }
  }

  private static float at(float[] edge, double x) {
    int low = (int) x;
    return edge[low] + (edge[low + 1] - edge[low]) * (float) (x - low);
  }
}
