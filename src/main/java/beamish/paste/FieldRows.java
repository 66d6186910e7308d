package beamish.paste;

import beamish.image.FloatImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.paste.PasteBack.Region;

/**
 * Fields of one size, read over the rows of a rectangle of photo pixels. They are coarser than the
 * photo, so they are read (bilinearly) at knots a part of a field's cell apart in both directions,
 * and run straight in between. Rows are best read in order. Not thread-safe.
 */
final class FieldRows {
  /** Knots in a field's cell: a few more than the field has numbers, since a crop may be turned. */
  private static final double KNOTS = 1.5;

  private final Region region;

  /** The first number of a row; those before it are beyond the region. */
  private final int begin;

  private final Similarity pixelsToFields;
  private final FloatImage[] fields;
  private final int width;
  private final int height;
  private final double stretch;
  private final int stride;
  private final int columns;

  /** Of each pixel of a row, the knot before it, and how far it is towards the next. */
  private final int[] before;

  private final float[] share;

  /** The latest rows with knots, the even one first. */
  private final Knots[] knots;

  /** Of each knot of a row, the field's number above and left of it, and how far it is beyond. */
  private final int[] cell;

  private final float[] inX;
  private final float[] inY;

  /** {@code [channel][knot]} of a row being read. */
  private final float[][] column;

  /** {@code [channel][pixel of the row]}: every channel of the first field, then of the next. */
  final float[][] values;

  private final boolean[] zero;

  /**
   * Reads nothing yet.
   *
   * @param origin photo column of a row's first number, so that rows of several regions lie above
   *     one another
   * @param photoToFields photo pixels to the fields, which lie in (0, 0) … (1, {@code aspect}) edge
   *     to edge; beyond, their edges repeat
   * @param aspect the fields' height by their width
   */
  FieldRows(
      Region region, int origin, Similarity photoToFields, double aspect, FloatImage... fields) {
    this.begin = Math.max(0, region.x() - origin);
    int end = Math.max(begin, region.end() - origin);
    this.region = region;
    this.fields = fields;
    this.width = fields[0].width();
    this.height = fields[0].height();
    this.pixelsToFields = photoToFields;
    this.stretch = height / aspect;
    int channels = 0;
    for (FloatImage f : fields) {
      channels += f.channels();
    }
    this.stride = stride(photoToFields, fields[0]);
    this.columns = region.width() / stride + 2;
    this.before = new int[end];
    this.share = new float[end];
    for (int i = begin; i < end; i++) {
      int x = origin + i - region.x();
      before[i] = x / stride;
      share[i] = (float) (x % stride) / stride;
    }
    this.cell = new int[columns];
    this.inX = new float[columns];
    this.inY = new float[columns];
    this.column = new float[channels][columns];
    this.knots = new Knots[] {new Knots(channels), new Knots(channels)};
    this.values = new float[channels][end];
    this.zero = new boolean[channels];
  }

  /** Photo pixels from knot to knot, in fields like {@code field} that are one wide. */
  static int stride(Similarity photoToFields, FloatImage field) {
    return (int) Math.max(1, Math.round(1 / (KNOTS * photoToFields.scale() * field.width())));
  }

  /** Whether the row read last has nothing but zeros in a channel. */
  boolean isZero(int channel) {
    return zero[channel];
  }

  /**
   * Reads a row.
   *
   * @param y photo row, within the region
   */
  void read(int y) {
    int row = (y - region.y()) / stride;
    Knots above = knots(row);
    Knots below = knots(row + 1);
    float share = (float) (y - region.y() - row * stride) / stride;
    for (int c = 0; c < values.length; c++) {
      zero[c] = above.zero[c] && below.zero[c];
      float[] a = above.line[c];
      float[] b = below.line[c];
      float[] into = values[c];
      for (int i = begin; i < into.length; i++) {
        into[i] = a[i] + (b[i] - a[i]) * share;
      }
    }
  }

  private Knots knots(int row) {
    Knots slot = knots[row & 1];
    if (slot.row != row) {
      slot.row = row;
      place(region.y() + row * stride + .5);
      int c = 0;
      for (FloatImage field : fields) {
        for (int o = 0; o < field.data().length; o += width * height) {
          knots(field.data(), o, column[c++]);
        }
      }
      for (c = 0; c < values.length; c++) {
        slot.zero[c] = slot.fill(c, column[c]);
      }
    }
    return slot;
  }

  /** A row with knots: every channel along all its pixels, and whether it is zero all along. */
  private final class Knots {
    private final float[][] line;
    private final boolean[] zero;
    private int row = -1;

    Knots(int channels) {
      this.line = new float[channels][before.length];
      this.zero = new boolean[channels];
    }

    boolean fill(int channel, float[] at) {
      float[] into = line[channel];
      for (int x = begin; x < into.length; x++) {
        int k = before[x];
        into[x] = at[k] + (at[k + 1] - at[k]) * share[x];
      }
      for (float value : at) {
        if (value != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Where a row's knots lie in the fields. */
  private void place(double y) {
    int lastX = Math.max(0, width - 2);
    int lastY = Math.max(0, height - 2);
    for (int k = 0; k < columns; k++) {
      Point p = pixelsToFields.apply(new Point(region.x() + k * stride + .5, y));
      float u = (float) Math.min(Math.max(p.x() * width - .5, 0), width - 1);
      float v = (float) Math.min(Math.max(p.y() * stretch - .5, 0), height - 1);
      int x0 = Math.min(lastX, (int) u);
      int y0 = Math.min(lastY, (int) v);
      cell[k] = y0 * width + x0;
      inX[k] = u - x0;
      inY[k] = v - y0;
    }
  }

  /** One channel, which begins at {@code p[o]}, at all the knots of a row. */
  private void knots(float[] p, int o, float[] into) {
    int right = width > 1 ? 1 : 0;
    int below = height > 1 ? width : 0;
    for (int k = 0; k < columns; k++) {
      int at = o + cell[k];
      float top = p[at] + (p[at + right] - p[at]) * inX[k];
      float bottom = p[at + below] + (p[at + below + right] - p[at + below]) * inX[k];
      into[k] = top + (bottom - top) * inY[k];
    }
  }
}
