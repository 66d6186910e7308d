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
  private final Similarity pixelsToFields;
  private final FloatImage[] fields;
  private final int width;
  private final int height;
  private final double stretch;
  private final int stride;
  private final int columns;

  /** The latest rows with knots, the even one first. */
  private final Knots[] knots;

  /** {@code [channel][knot]} of a row being read. */
  private final float[][] column;

  /** {@code [channel][pixel of the row]}: every channel of the first field, then of the next. */
  final float[][] values;

  private final boolean[] zero;

  /**
   * Reads nothing yet.
   *
   * @param photoToFields photo pixels to the fields, which lie in (0, 0) … (1, {@code aspect}) edge
   *     to edge; beyond, their edges repeat
   * @param aspect the fields' height by their width
   */
  FieldRows(Region region, Similarity photoToFields, double aspect, FloatImage... fields) {
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
    this.column = new float[channels][columns];
    this.knots = new Knots[] {new Knots(channels), new Knots(channels)};
    this.values = new float[channels][region.width()];
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
      for (int i = 0; i < into.length; i++) {
        into[i] = a[i] + (b[i] - a[i]) * share;
      }
    }
  }

  private Knots knots(int row) {
    Knots slot = knots[row & 1];
    if (slot.row != row) {
      slot.row = row;
      double y = region.y() + row * stride + .5;
      for (int k = 0; k < columns; k++) {
        Point p = pixelsToFields.apply(new Point(region.x() + k * stride + .5, y));
        knot(p.x() * width - .5, p.y() * stretch - .5, k);
      }
      for (int c = 0; c < values.length; c++) {
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
      this.line = new float[channels][region.width()];
      this.zero = new boolean[channels];
    }

    boolean fill(int channel, float[] at) {
      float[] into = line[channel];
      float any = 0;
      for (int x = 0; x < into.length; x++) {
        int k = x / stride;
        into[x] = at[k] + (at[k + 1] - at[k]) * (x - k * stride) / stride;
        any += Math.abs(into[x]);
      }
      return any == 0;
    }
  }

  private void knot(double u, double v, int k) {
    float x = (float) Math.min(Math.max(u, 0), width - 1);
    float y = (float) Math.min(Math.max(v, 0), height - 1);
    int x0 = (int) x;
    int y0 = (int) y;
    float fx = x - x0;
    float fy = y - y0;
    int at = y0 * width + x0;
    int right = x0 < width - 1 ? 1 : 0;
    int below = y0 < height - 1 ? width : 0;
    int c = 0;
    for (FloatImage field : fields) {
      float[] p = field.data();
      for (int o = at; o < p.length; o += width * height) {
        float top = p[o] + (p[o + right] - p[o]) * fx;
        float bottom = p[o + below] + (p[o + below + right] - p[o + below]) * fx;
        column[c++][k] = top + (bottom - top) * fy;
      }
    }
  }
}
