package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.Point;

/**
 * The mouth window as a picture of its own, {@code [channel][96][128]} at the crop's scale: what
 * all that looks at lips needs. Rows and columns count from the window's corner, pixel centres at
 * whole numbers.
 */
final class MouthWindow {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int P = W * H;

  /** Crop widths of a pixel. */
  static final double PIXEL = EditGeometry.MOUTH.width() / W;

  /** Column and row of the crop at which a cut begins: whole ones, up to half a pixel off. */
  static final int LEFT = (int) Math.round(EditGeometry.MOUTH.x() * EditGeometry.CROP);

  static final int TOP = (int) Math.round(EditGeometry.MOUTH.y() * EditGeometry.CROP);

  /** Rows of the window above the first one of a cut. */
  static final float CUT = (float) (TOP - EditGeometry.MOUTH.y() * EditGeometry.CROP);

  /** Columns to either side over which pixels are evened out: lips have creases. */
  private static final int ACROSS = 3;

  /** Less of a paint cannot be seen, nor divided by. */
  static final float FAINTEST = 1e-3f;

  private MouthWindow() {}

  /** Cut out of a crop {@code [3][256][256]}, without resampling. */
  static float[] cut(float[] crop) {
    float[] window = new float[3 * P];
    for (int line = 0; line < 3 * H; line++) {
      int at = (line / H * EditGeometry.CROP + TOP + line % H) * EditGeometry.CROP + LEFT;
      System.arraycopy(crop, at, window, line * W, W);
    }
    return window;
  }

  /** A point in crop coordinates as column and row. */
  static Point in(Point crop) {
    return new Point(
        (crop.x() - EditGeometry.MOUTH.x()) / PIXEL - .5,
        (crop.y() - EditGeometry.MOUTH.y()) / PIXEL - .5);
  }

  /** A column and row in crop coordinates. */
  static Point inCrop(double column, double row) {
    return new Point(
        EditGeometry.MOUTH.x() + (column + .5) * PIXEL,
        EditGeometry.MOUTH.y() + (row + .5) * PIXEL);
  }

  /** A channel evened out along its rows. */
  static float[] across(float[] picture, int channel) {
    float[] even = new float[P];
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        float sum = 0;
        for (int k = -ACROSS; k <= ACROSS; k++) {
          sum += picture[channel * P + y * W + Math.min(W - 1, Math.max(0, x + k))];
        }
        even[y * W + x] = sum / (2 * ACROSS + 1);
      }
    }
    return even;
  }

  /** How red it is, {@code [96][128]}, of colours evened out along the rows. */
  static float[] redness(float[] picture) {
    float[] red = across(picture, 0);
    float[] green = across(picture, 1);
    float[] redness = new float[P];
    for (int i = 0; i < P; i++) {
      redness[i] = redness(red[i], green[i]);
    }
    return redness;
  }

  /**
   * A number a column, evened out by a Gauss curve; 0 where nothing near has any weight.
   *
   * @param weight of each column; what weighs nothing may be anything
   * @param width of the curve, columns
   * @param reach columns to either side that count
   */
  static float[] evened(float[] values, float[] weight, int width, int reach) {
    float[] even = new float[W];
    for (int x = 0; x < W; x++) {
      float sum = 0;
      float share = 0;
      for (int k = Math.max(0, x - reach); k <= Math.min(W - 1, x + reach); k++) {
        if (weight[k] > 0) {
          float near = weight[k] * (float) Math.exp(-.5 * (k - x) * (k - x) / (width * width));
          sum += near * values[k];
          share += near;
        }
      }
      even[x] = share > 0 ? sum / share : 0;
    }
    return even;
  }

  /**
   * Where an edit shows a line of the photo: a row in each column of the edited window; NaN where
   * it does not.
   *
   * @param line a row in each column of the photo's window; NaN where there is none
   * @param flow {@code [2][64][64]} of the edit, crop widths
   */
  static float[] shown(float[] line, FloatImage flow) {
    float[] shown = new float[W];
    for (int x = 0; x < W; x++) {
      shown[x] = Float.NaN;
      float last = Float.NaN;
      for (int y = 0; y < H; y++) {
        Point p = inCrop(x, y);
        int column = (int) Math.rint(x + MouthWidening.at(flow, 0, p) / PIXEL);
        float row = column < 0 || column >= W ? Float.NaN : line[column];
        double below = y + MouthWidening.at(flow, 1, p) / PIXEL - row;
        if (last < 0 && below >= 0) {
          shown[x] = (float) (y - below / (below - last));
        }
        last = (float) below;
      }
    }
    return shown;
  }

  /** Which row of the photo's window an edit's flow shows at a place. */
  static double photoRow(FloatImage flow, double x, double y) {
    return y + MouthWidening.at(flow, 1, inCrop(x, y)) / PIXEL;
  }

  /** A column of a picture {@code [96][128]} between two rows; beyond it its edge repeats. */
  static float at(float[] picture, int x, float row) {
    float y = Math.min(H - 1.001f, Math.max(0, row));
    int low = (int) y;
    float above = picture[low * W + x];
    return above + (picture[(low + 1) * W + x] - above) * (y - low);
  }

  /** By what part a pixel is less green than red: lips more than skin, skin more than teeth. */
  static float redness(float red, float green) {
    return (red - green) / Math.max(.05f, red);
  }

  /** From 0 to 1 without a kink, and the same beyond. */
  static float smooth(double share) {
    float t = (float) Math.min(1, Math.max(0, share));
    return t * t * (3 - 2 * t);
  }
}
