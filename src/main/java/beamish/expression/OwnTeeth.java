package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.Point;

/**
 * Whether a face shows its own teeth already. Then an edit moves them and paints none: a second row
 * on top of one's own is what nobody forgives.
 */
public final class OwnTeeth {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int X = (int) Math.round(EditGeometry.MOUTH.x() * EditGeometry.CROP);
  private static final int Y = (int) Math.round(EditGeometry.MOUTH.y() * EditGeometry.CROP);

  /** Mean height of the gap between the lips, crop widths: closed up to the first, then open. */
  private static final double CLOSED = 1.2 / 256;

  private static final double OPEN = 2.4 / 256;

  /**
   * Redness between the lips, (red − green) / red, of teeth and of what is lip or beard after all.
   */
  private static final double TOOTH = .13;

  private static final double LIP = .16;

  private OwnTeeth() {}

  /**
   * How surely the lips are parted.
   *
   * @param crop {@code [3][256][256]}
   * @param face in crop coordinates
   * @return 0 closed … 1 parted
   */
  public static float shown(float[] crop, Landmarks face) {
    float[] window = new float[3 * W * H];
    for (int row = 0; row < 3 * H; row++) {
      int from = (row / H * EditGeometry.CROP + Y + row % H) * EditGeometry.CROP + X;
      System.arraycopy(crop, from, window, row * W, W);
    }
    MouthGap gap = new MouthGap();
    if (!gap.find(window, inWindow(face.leftMouth()), inWindow(face.rightMouth()))) {
      return 0;
    }
    double area = 0;
    for (int x = 0; x < W; x++) {
      area += (gap.bottom[x] - gap.top[x]) / EditGeometry.CROP / EditGeometry.CROP;
    }
    double height = area / face.mouthWidth();
    return ramp((height - CLOSED) / (OPEN - CLOSED))
        * ramp((LIP - redness(window, gap)) / (LIP - TOOTH));
  }

  private static double redness(float[] window, MouthGap gap) {
    double sum = 0;
    int n = 0;
    for (int x = 0; x < W; x++) {
      for (int y = (int) Math.ceil(gap.top[x] + .5); y < gap.bottom[x] - .5; y++) {
        float red = window[y * W + x];
        sum += (red - window[W * H + y * W + x]) / Math.max(.05f, red);
        n++;
      }
    }
    return n == 0 ? 1 : sum / n;
  }

  private static float ramp(double share) {
    float t = (float) Math.min(1, Math.max(0, share));
    return t * t * (3 - 2 * t);
  }

  private static Point inWindow(Point p) {
    return new Point(p.x() * EditGeometry.CROP - X - .5, p.y() * EditGeometry.CROP - Y - .5);
  }
}
