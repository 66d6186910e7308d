package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.tensor.Tensor;

/**
 * A row of upper teeth between lips, as a camera sees it from the front: what a model shows where
 * an edit parts the lips. The mean of many people's, laid tooth on tooth, or one person's own.
 *
 * <p>Columns run from the picture's left to its right, the middle of the mouth in the middle; rows
 * follow the edge that bites, which lies at {@link #EDGE_ROW} in every column.
 *
 * @param colour {@code [3][ROWS][COLUMNS]} RGB in [0, 1], lips and the dark of the corners included
 */
public record TeethPicture(FloatImage colour) {
  /** The tensor's name in a model's weights. */
  public static final String TENSOR = "teeth";

  public static final int COLUMNS = 288;
  public static final int ROWS = 96;

  /** Crop widths from pixel to pixel. */
  public static final double STEP = .00125;

  /** The row of the edge that bites. */
  public static final double EDGE_ROW = 76;

  /** What is fine in it, standard deviation in pixels. */
  private static final double FINE = 3;

  /** Checks the shape. */
  public TeethPicture {
    if (colour.channels() != 3 || colour.height() != ROWS || colour.width() != COLUMNS) {
      throw new IllegalArgumentException(
          "teeth of " + colour.channels() + "x" + colour.height() + "x" + colour.width());
    }
  }

  /** From a model's weights. */
  public static TeethPicture of(Tensor tensor) {
    int[] shape = tensor.shape();
    if (shape.length != 3) {
      throw new IllegalArgumentException("teeth of " + shape.length + " axes");
    }
    return new TeethPicture(new FloatImage(shape[0], shape[1], shape[2], tensor.data()));
  }

  /** For a model's weights. */
  public Tensor tensor() {
    return new Tensor(TENSOR, new int[] {3, ROWS, COLUMNS}, colour.data());
  }

  /**
   * With other fine contrast.
   *
   * @param more by what part it is to be stronger; below 0 weaker
   */
  TeethPicture sharpened(float more) {
    return new TeethPicture(GaussianBlur.unsharp(colour, FINE, more));
  }

  /**
   * What lies between this picture and another one.
   *
   * @param share 0 this one … 1 the other one
   */
  TeethPicture towards(TeethPicture other, float share) {
    return new TeethPicture(colour.towards(other.colour, share));
  }

  /**
   * Bilinear; beyond the picture its edge repeats.
   *
   * @param right of the middle, crop widths
   * @param below the edge that bites, crop widths
   * @param into receives RGB
   */
  void sample(double right, double below, float[] into) {
    float x = (float) Math.min(Math.max(right / STEP + COLUMNS / 2. - .5, 0), COLUMNS - 1.001);
    float y = (float) Math.min(Math.max(below / STEP + EDGE_ROW - .5, 0), ROWS - 1.001);
    int x0 = (int) x;
    int y0 = (int) y;
    float fx = x - x0;
    float fy = y - y0;
    float[] p = colour.data();
    for (int c = 0; c < 3; c++) {
      int o = (c * ROWS + y0) * COLUMNS + x0;
      float top = p[o] + (p[o + 1] - p[o]) * fx;
      float bottom = p[o + COLUMNS] + (p[o + COLUMNS + 1] - p[o + COLUMNS]) * fx;
      into[c] = top + (bottom - top) * fy;
    }
  }
}
