package beamish.expression;

import beamish.expression.EditFields.FieldGradients;
import beamish.expression.ExpressionEdit.CropWindow;

/**
 * Renders the first step of an edit on a regular grid over a part of crop space, with gradients:
 *
 * <pre>
 *   warped = source(u + flow.x, v + flow.y)
 *   first  = (warped + shading) · (1 − alpha) + colour · alpha
 * </pre>
 *
 * Fields are sampled bilinearly at the grid's pixel centres; the source is a square crop, sampled
 * bilinearly, its edge pixels repeating. Keeps what the backward pass needs, so one instance serves
 * one sample at a time.
 */
public final class FieldRenderer {
  private final int columns;
  private final int rows;
  private final int pixels;
  private final Axis axisX;
  private final Axis axisY;
  private final float[] u;
  private final float[] v;

  /** {@code [3][rows][columns]}: the source moved by the flow. */
  public final float[] warped;

  /** {@code [3][rows][columns]}: the first step's result. */
  public final float[] first;

  /** {@code [rows][columns]}: the alpha on this grid. */
  public final float[] alpha;

  private final float[] shaded;
  private final float[] colour;
  private final float[] gradX;
  private final float[] gradY;
  private final float[] rowBuffer;

  /** A grid of {@code columns} x {@code rows} square pixels over {@code window}. */
  public FieldRenderer(CropWindow window, int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.pixels = columns * rows;
    this.u = centres(window.x(), window.width(), columns);
    this.v = centres(window.y(), window.height(), rows);
    this.axisX = new Axis(u, EditGeometry.FIELD);
    this.axisY = new Axis(v, EditGeometry.FIELD);
    this.warped = new float[3 * pixels];
    this.first = new float[3 * pixels];
    this.alpha = new float[pixels];
    this.shaded = new float[3 * pixels];
    this.colour = new float[3 * pixels];
    this.gradX = new float[3 * pixels];
    this.gradY = new float[3 * pixels];
    this.rowBuffer = new float[columns];
  }

  private static float[] centres(double start, double length, int n) {
    float[] c = new float[n];
    for (int i = 0; i < n; i++) {
      c[i] = (float) (start + (i + .5) * length / n);
    }
    return c;
  }

  /**
   * Fills {@link #warped}, {@link #first} and {@link #alpha}.
   *
   * @param source {@code [3][size][size]} at {@code sourceAt}
   */
  public void forward(float[] source, int sourceAt, int size, EditFields fields) {
    float[] flowX = new float[pixels];
    float[] flowY = new float[pixels];
    upsample(fields.flow, 0, axisX, axisY, flowX, 0);
    upsample(fields.flow, EditGeometry.FIELD * EditGeometry.FIELD, axisX, axisY, flowY, 0);
    upsample(fields.alpha, 0, axisX, axisY, alpha, 0);
    for (int c = 0; c < 3; c++) {
      int m = EditGeometry.FIELD * EditGeometry.FIELD;
      upsample(fields.shading, c * m, axisX, axisY, shaded, c * pixels);
      upsample(fields.colour, c * m, axisX, axisY, colour, c * pixels);
    }
    int plane = size * size;
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < columns; k++) {
        int o = r * columns + k;
        float rawX = (u[k] + flowX[o]) * size - .5f;
        float rawY = (v[r] + flowY[o]) * size - .5f;
        float x = Math.min(Math.max(rawX, 0), size - 1.001f);
        float y = Math.min(Math.max(rawY, 0), size - 1.001f);
        // where the edge pixels repeat, moving further changes nothing
        float insideX = x == rawX ? size : 0;
        float insideY = y == rawY ? size : 0;
        int x0 = (int) x;
        int y0 = (int) y;
        float fx = x - x0;
        float fy = y - y0;
        int at = sourceAt + y0 * size + x0;
        for (int c = 0; c < 3; c++) {
          int i = at + c * plane;
          float a = source[i];
          float b = source[i + 1];
          float d = source[i + size];
          float e = source[i + size + 1];
          float top = a + (b - a) * fx;
          float bottom = d + (e - d) * fx;
          int q = c * pixels + o;
          warped[q] = top + (bottom - top) * fy;
          gradX[q] = ((b - a) * (1 - fy) + (e - d) * fy) * insideX;
          gradY[q] = (bottom - top) * insideY;
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      for (int o = 0; o < pixels; o++) {
        int q = c * pixels + o;
        shaded[q] += warped[q];
        first[q] = shaded[q] * (1 - alpha[o]) + colour[q] * alpha[o];
      }
    }
  }

  /**
   * Adds to {@code into} the field gradients of the render last made.
   *
   * @param dFirst loss gradient of {@link #first}
   * @param dWarped further loss gradient of {@link #warped}, from whatever else read it; or empty
   * @param dAlpha further loss gradient of {@link #alpha}; or empty
   */
  public void backward(float[] dFirst, float[] dWarped, float[] dAlpha, FieldGradients into) {
    float[] flowX = new float[pixels];
    float[] flowY = new float[pixels];
    float[] alphaGrad = dAlpha.length == 0 ? new float[pixels] : dAlpha.clone();
    float[] shadeGrad = new float[pixels];
    float[] colourGrad = new float[pixels];
    int m = EditGeometry.FIELD * EditGeometry.FIELD;
    for (int c = 0; c < 3; c++) {
      for (int o = 0; o < pixels; o++) {
        int q = c * pixels + o;
        float g = dFirst[q];
        alphaGrad[o] += g * (colour[q] - shaded[q]);
        colourGrad[o] = g * alpha[o];
        float s = g * (1 - alpha[o]);
        shadeGrad[o] = s;
        float w = dWarped.length == 0 ? s : s + dWarped[q];
        flowX[o] += w * gradX[q];
        flowY[o] += w * gradY[q];
      }
      scatter(shadeGrad, axisX, axisY, into.shading, c * m);
      scatter(colourGrad, axisX, axisY, into.colour, c * m);
    }
    scatter(alphaGrad, axisX, axisY, into.alpha, 0);
    scatter(flowX, axisX, axisY, into.flow, 0);
    scatter(flowY, axisX, axisY, into.flow, m);
  }

  private void upsample(float[] field, int at, Axis ax, Axis ay, float[] out, int outAt) {
    for (int r = 0; r < rows; r++) {
      int low = at + ay.low[r] * ax.size;
      int high = at + ay.high[r] * ax.size;
      float w = ay.weight[r];
      for (int k = 0; k < columns; k++) {
        int l = ax.low[k];
        int h = ax.high[k];
        float f = ax.weight[k];
        float top = field[low + l] + (field[low + h] - field[low + l]) * f;
        float bottom = field[high + l] + (field[high + h] - field[high + l]) * f;
        out[outAt + r * columns + k] = top + (bottom - top) * w;
      }
    }
  }

  private void scatter(float[] grad, Axis ax, Axis ay, float[] field, int at) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(grad, r * columns, rowBuffer, 0, columns);
      int low = at + ay.low[r] * ax.size;
      int high = at + ay.high[r] * ax.size;
      float w = ay.weight[r];
      for (int k = 0; k < columns; k++) {
        float g = rowBuffer[k];
        float right = g * ax.weight[k];
        float left = g - right;
        int l = ax.low[k];
        int h = ax.high[k];
        field[low + l] += left * (1 - w);
        field[low + h] += right * (1 - w);
        field[high + l] += left * w;
        field[high + h] += right * w;
      }
    }
  }

  /** From 256 px to 128 px by the mean of four, {@code [3][256][256]} to {@code [3][128][128]}. */
  public static void halve(float[] from, int at, float[] to, int toAt) {
    int n = EditGeometry.CROP;
    int h = n / 2;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < h; y++) {
        int i = at + c * n * n + 2 * y * n;
        for (int x = 0; x < h; x++) {
          to[toAt + (c * h + y) * h + x] =
              (from[i] + from[i + 1] + from[i + n] + from[i + n + 1]) / 4;
          i += 2;
        }
      }
    }
  }

  /** Bilinear taps of grid positions (crop coordinates) into a field of {@code size} samples. */
  private static final class Axis {
    final int size;
    final int[] low;
    final int[] high;
    final float[] weight;

    Axis(float[] positions, int size) {
      this.size = size;
      this.low = new int[positions.length];
      this.high = new int[positions.length];
      this.weight = new float[positions.length];
      for (int i = 0; i < positions.length; i++) {
        float x = Math.min(Math.max(positions[i] * size - .5f, 0), size - 1);
        low[i] = (int) x;
        high[i] = Math.min(low[i] + 1, size - 1);
        weight[i] = x - low[i];
      }
    }
  }
}
