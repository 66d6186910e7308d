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

  /** Mean height of the gap between the lips, crop widths: closed up to the first, then open. */
  private static final double CLOSED = 1.2 / 256;

  private static final double OPEN = 2.4 / 256;

  /**
   * How red it is between the lips, as a part of the lips' own redness, whatever the light: surely
   * teeth up to {@link #SURE} less than the limit, and none above it. Of the London set's closed
   * mouths none is below .56 or seems higher than 2.2 pixels; its open ones are below .5, those of
   * portraits in warm light below .6.
   */
  private static final double LIMIT = .56;

  /** The limit where the gap is too high to be an illusion. */
  private static final double LIMIT_IF_HIGH = .64;

  private static final double SURE = .08;
  private static final double HIGH = 2.2 / 256;

  /** Rows beside the gap that are lip. */
  private static final int LIP = 5;

  /** How surely the lips are parted: 0 closed … 1 parted. */
  private final float shown;

  /**
   * Of the cut window, in each column: first row of what is between the lips, and where it ends.
   */
  private final float[] top;

  private final float[] bottom;

  private OwnTeeth(float[] window, Landmarks face) {
    MouthGap gap = new MouthGap();
    float found = gap.find(window, inCut(face.leftMouth()), inCut(face.rightMouth()));
    shown = found == 0 ? 0 : found * surely(window, gap, face);
    top = gap.top;
    bottom = gap.bottom;
  }

  /**
   * Looks for them.
   *
   * @param crop {@code [3][256][256]}
   * @param face in crop coordinates
   */
  public static OwnTeeth of(float[] crop, Landmarks face) {
    return new OwnTeeth(MouthWindow.cut(crop), face);
  }

  /**
   * How surely the lips are parted, so far that the gap can be told by its own colour; {@link
   * LipSeam#parted} tells slits.
   *
   * @return 0 closed … 1 parted
   */
  public float shown() {
    return shown;
  }

  /** First row between the lips in a column of the mouth window; {@link #bottom} where none is. */
  float top(int column) {
    return top[column] + MouthWindow.CUT;
  }

  /** Row where the lower lip begins. */
  float bottom(int column) {
    return bottom[column] + MouthWindow.CUT;
  }

  private static float surely(float[] window, MouthGap gap, Landmarks face) {
    double area = 0;
    for (int x = 0; x < W; x++) {
      area += (gap.bottom[x] - gap.top[x]) / EditGeometry.CROP / EditGeometry.CROP;
    }
    double height = area / face.mouthWidth();
    double limit =
        LIMIT + (LIMIT_IF_HIGH - LIMIT) * MouthWindow.smooth((height - HIGH) / (OPEN - CLOSED));
    return MouthWindow.smooth((height - CLOSED) / (OPEN - CLOSED))
        * MouthWindow.smooth((limit - redness(window, gap)) / SURE);
  }

  /** Between the lips, as a part of the lips'. */
  private static double redness(float[] window, MouthGap gap) {
    double inside = 0;
    int insides = 0;
    double lips = 0;
    int lipPixels = 0;
    for (int x = 0; x < W; x++) {
      float top = gap.top[x];
      float bottom = gap.bottom[x];
      for (int y = 0; y < H && bottom - top > 1; y++) {
        float red = window[y * W + x];
        double redness = MouthWindow.redness(red, window[W * H + y * W + x]);
        if (y > top + .5f && y < bottom - .5f) {
          inside += redness;
          insides++;
        } else if ((y < top - 1 && y > top - LIP) || (y > bottom + 1 && y < bottom + LIP)) {
          lips += redness;
          lipPixels++;
        }
      }
    }
    return insides == 0 || lips <= 0 ? 1 : inside / insides / (lips / lipPixels);
  }

  /** In the cut, which begins at a whole pixel. */
  private static Point inCut(Point p) {
    return new Point(
        p.x() * EditGeometry.CROP - MouthWindow.LEFT - .5,
        p.y() * EditGeometry.CROP - MouthWindow.TOP - .5);
  }
}
