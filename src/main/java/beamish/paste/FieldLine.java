package beamish.paste;

import beamish.image.FloatImage;

/**
 * Fields of one size read along a straight line of photo pixels. They are far coarser than the
 * photo, so they are read (bilinearly) at knots a small part of a field's cell apart, and run
 * straight in between.
 */
final class FieldLine {
  /** Knots in a field's cell, at least. */
  private static final int KNOTS = 4;

  /** Photo pixels between knots, at most. */
  private static final int MOST = 16;

  private final FloatImage[] fields;
  private final int width;
  private final int height;
  private final float[] knots;

  /** {@code [channel][pixel]}: every channel of the first field, then of the next. */
  final float[][] values;

  /** For lines of up to {@code capacity} pixels. */
  FieldLine(int capacity, FloatImage... fields) {
    this.fields = fields;
    this.width = fields[0].width();
    this.height = fields[0].height();
    int channels = 0;
    for (FloatImage f : fields) {
      channels += f.channels();
    }
    this.values = new float[channels][capacity + MOST];
    this.knots = new float[channels];
  }

  /**
   * Reads a line.
   *
   * @param u where the first pixel lies in the fields, 0 … 1 from edge to edge; beyond, their edges
   *     repeat
   * @param v likewise
   * @param du step of u from pixel to pixel
   * @param dv likewise
   */
  void read(double u, double v, double du, double dv, int count) {
    double cells = Math.max(Math.abs(du) * width, Math.abs(dv) * height);
    int stride = Math.max(1, Math.min(MOST, (int) (1 / (KNOTS * cells))));
    for (int start = -stride; start < count; start += stride) {
      int end = start + stride;
      knot(u + end * du, v + end * dv);
      for (int c = 0; c < knots.length; c++) {
        float[] line = values[c];
        if (start >= 0) {
          float from = line[start];
          float step = (knots[c] - from) / stride;
          for (int i = 1; i < stride; i++) {
            line[start + i] = from + i * step;
          }
        }
        line[end] = knots[c];
      }
    }
  }

  private void knot(double u, double v) {
    float x = (float) Math.min(Math.max(u * width - .5, 0), width - 1);
    float y = (float) Math.min(Math.max(v * height - .5, 0), height - 1);
    int x0 = (int) x;
    int y0 = (int) y;
    float fx = x - x0;
    float fy = y - y0;
    int a = y0 * width + x0;
    int right = x0 < width - 1 ? 1 : 0;
    int below = y0 < height - 1 ? width : 0;
    int k = 0;
    for (FloatImage field : fields) {
      float[] p = field.data();
      for (int o = a; o < p.length; o += width * height) {
        float top = p[o] + (p[o + right] - p[o]) * fx;
        float bottom = p[o + below] + (p[o + below + right] - p[o + below]) * fx;
        knots[k++] = top + (bottom - top) * fy;
      }
    }
  }
}
