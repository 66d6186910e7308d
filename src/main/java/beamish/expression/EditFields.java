package beamish.expression;

import java.util.Arrays;

/**
 * From the decoder's raw answers to the fields of an edit, and the gradients back. The decoder is
 * read twice, at the blended code and at the face's own, and only the difference counts, so a
 * strength of 0 is exactly no edit whatever the weights are:
 *
 * <pre>
 *   flow    = .1 · (F(z_t) − F(z))              [2][64][64]   crop widths
 *   shading = .4 · tanh(2.5 · (S(z_t) − S(z)))  [3][64][64]
 *   alpha   = tanh(relu(4 · (A(z_t) − A(z))))   [1][64][64]
 *   colour  = of C(z_t), see WarmColour         [3][64][64]
 * </pre>
 *
 * <p>Raw motion is {@code [5][64][64]} (flow 2, shading 3); raw paint is {@code [4][64][64]} (alpha
 * 1, colour 3). Not thread-safe; one instance per sample under way.
 */
public final class EditFields {
  /** Raw motion channels: flow x, flow y, shading r, g, b. */
  public static final int MOTION_CHANNELS = 5;

  /** Raw paint channels: alpha, colour r, g, b. */
  public static final int PAINT_CHANNELS = 4;

  static final float FLOW_SCALE = .1f;
  private static final int N = EditGeometry.FIELD * EditGeometry.FIELD;

  /** {@code [2][64][64]}. */
  public final float[] flow = new float[2 * N];

  /** {@code [3][64][64]}. */
  public final float[] shading = new float[3 * N];

  /** {@code [64][64]}. */
  public final float[] alpha = new float[N];

  private final WarmColour warm = new WarmColour(N);

  /** {@code [3][64][64]}. */
  public final float[] colour = warm.colour;

  /** Fills the fields; offsets are where a sample starts in a batch. */
  public void decode(
      float[] motionBlended,
      int motionBlendedAt,
      float[] motionOwn,
      int motionOwnAt,
      float[] paintBlended,
      int paintBlendedAt,
      float[] paintOwn,
      int paintOwnAt) {
    for (int i = 0; i < 2 * N; i++) {
      flow[i] = FLOW_SCALE * (motionBlended[motionBlendedAt + i] - motionOwn[motionOwnAt + i]);
    }
    for (int i = 0; i < 3 * N; i++) {
      float d = motionBlended[motionBlendedAt + 2 * N + i] - motionOwn[motionOwnAt + 2 * N + i];
      shading[i] = .4f * (float) Math.tanh(2.5f * d);
    }
    for (int i = 0; i < N; i++) {
      float d = 4 * (paintBlended[paintBlendedAt + i] - paintOwn[paintOwnAt + i]);
      alpha[i] = d > 0 ? (float) Math.tanh(d) : 0;
    }
    warm.decode(paintBlended, paintBlendedAt + N);
  }

  /**
   * Gradients of the raw answers from gradients of the fields, for the values last decoded. The
   * flow, shading and alpha gradients of the own code are the negatives of the blended code's.
   */
  public void backward(
      FieldGradients d,
      float[] motionBlended,
      int motionBlendedAt,
      float[] motionOwn,
      int motionOwnAt,
      float[] paintBlended,
      int paintBlendedAt,
      float[] paintOwn,
      int paintOwnAt) {
    for (int i = 0; i < 2 * N; i++) {
      float g = FLOW_SCALE * d.flow[i];
      motionBlended[motionBlendedAt + i] = g;
      motionOwn[motionOwnAt + i] = -g;
    }
    for (int i = 0; i < 3 * N; i++) {
      float t = shading[i] / .4f;
      float g = d.shading[i] * (1 - t * t);
      motionBlended[motionBlendedAt + 2 * N + i] = g;
      motionOwn[motionOwnAt + 2 * N + i] = -g;
    }
    for (int i = 0; i < N; i++) {
      float g = alpha[i] > 0 ? 4 * d.alpha[i] * (1 - alpha[i] * alpha[i]) : 0;
      paintBlended[paintBlendedAt + i] = g;
      paintOwn[paintOwnAt + i] = -g;
    }
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < N; i++) {
        int o = (c + 1) * N + i;
        paintBlended[paintBlendedAt + o] =
            warm.backward(c, i, d.colour[i], d.colour[N + i], d.colour[2 * N + i]);
        paintOwn[paintOwnAt + o] = 0;
      }
    }
  }

  static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }

  /** Loss gradients with respect to the fields, same shapes; accumulated into by the renderers. */
  public static final class FieldGradients {
    public final float[] flow = new float[2 * N];
    public final float[] shading = new float[3 * N];
    public final float[] alpha = new float[N];
    public final float[] colour = new float[3 * N];

    /** Sets everything to zero. */
    public void clear() {
      Arrays.fill(flow, 0);
      Arrays.fill(shading, 0);
      Arrays.fill(alpha, 0);
      Arrays.fill(colour, 0);
    }
  }
}
