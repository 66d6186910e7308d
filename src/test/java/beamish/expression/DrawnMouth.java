package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.Point;
import java.util.Arrays;

/** A mouth window with lips, drawn, for tests; rows and columns are the window's. */
final class DrawnMouth {
  static final int W = EditGeometry.MOUTH_COLUMNS;
  static final int H = EditGeometry.MOUTH_ROWS;
  static final Point LEFT = new Point(30, 45);
  static final Point RIGHT = new Point(98, 45);
  static final float[] SKIN = {.8f, .64f, .55f};
  static final float[] LIPS = {.7f, .4f, .4f};
  static final float[] TEETH = {.86f, .84f, .8f};

  private static final int N = EditGeometry.CROP;

  /** Where the mouth lies in {@link #crop}. */
  static final Landmarks FACE =
      new Landmarks(new Point(.32, .36), new Point(.68, .36), inCrop(LEFT), inCrop(RIGHT));

  private DrawnMouth() {}

  private static Point inCrop(Point window) {
    return new Point((window.x() + 64.5) / N, (window.y() + 141.5) / N);
  }

  /** A crop {@code [3][256][256]} of skin with a mouth window in it. */
  static float[] crop(float[] mouth) {
    float[] crop = new float[3 * N * N];
    for (int c = 0; c < 3; c++) {
      Arrays.fill(crop, c * N * N, (c + 1) * N * N, SKIN[c]);
      for (int y = 0; y < H; y++) {
        System.arraycopy(mouth, (c * H + y) * W, crop, (c * N + 141 + y) * N + 64, W);
      }
    }
    return crop;
  }

  /** The same mouth with a dark line from corner to corner, so far below theirs in the middle. */
  static float[] lined(float[] mouth, double below) {
    float[] lined = mouth.clone();
    for (int x = (int) LEFT.x(); x <= RIGHT.x(); x++) {
      double s = (2.0 * x - LEFT.x() - RIGHT.x()) / (RIGHT.x() - LEFT.x());
      int y = (int) Math.round(LEFT.y() + below * (1 - s * s));
      for (int c = 0; c < 3; c++) {
        lined[(c * H + y) * W + x] *= .5f;
      }
    }
    return lined;
  }

  /**
   * Lips from 9 rows above to 22 below the corners' line in the middle, parted from row {@code
   * from} to row {@code to} below it there.
   */
  static float[] parted(double from, double to, float[] skin, float[] lips, float[] teeth) {
    float[] colour = new float[3 * W * H];
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double s = (2.0 * x - LEFT.x() - RIGHT.x()) / (RIGHT.x() - LEFT.x());
        double bend = Math.max(0, 1 - s * s);
        double below = y - LEFT.y();
        boolean lip = bend > 0 && below > -9 * bend && below < 22 * bend;
        boolean gap = lip && below > from * bend && below < to * bend;
        float[] c = gap ? teeth : lip ? lips : skin;
        for (int k = 0; k < 3; k++) {
          colour[(k * H + y) * W + x] = c[k];
        }
      }
    }
    return colour;
  }

  static float[] parted(double from, double to) {
    return parted(from, to, SKIN, LIPS, TEETH);
  }

  /** The same mouth with a tooth in its middle, from one row below the corners' line to another. */
  static float[] toothed(float[] mouth, int from, int to) {
    float[] toothed = mouth.clone();
    fill(toothed, 60, 68, (int) LEFT.y() + from, (int) LEFT.y() + to + 1, TEETH);
    return toothed;
  }

  /** Fills columns and rows of a mouth window, the last column included. */
  static void fill(float[] mouth, int left, int right, int from, int to, float[] colour) {
    for (int k = 0; k < 3; k++) {
      for (int y = from; y < to; y++) {
        Arrays.fill(mouth, (k * H + y) * W + left, (k * H + y) * W + right + 1, colour[k]);
      }
    }
  }
}
