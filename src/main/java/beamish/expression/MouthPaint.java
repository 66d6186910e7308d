package beamish.expression;

import beamish.image.FloatImage;
import java.util.Arrays;

/**
 * The second step of an edit, in the mouth window: what the mouth branch reads and how its raw
 * answer becomes an alpha that replaces and a colour.
 *
 * <pre>
 *   alpha  = sigmoid(raw0 − 2) · (1 − exp(−4·|t|)) · ramp
 *   colour = of raw1..3, see WarmColour
 *   out    = first · (1 − alpha) + colour · alpha
 * </pre>
 *
 * <p>The branch reads {@code [8][96][128]}: warped 3, first 3, alpha 1, t 1. The ramp is zero at
 * the window's border and five pixels inwards, one a tenth further in. One instance serves one
 * sample at a time.
 */
public final class MouthPaint {
  /** Channels the mouth branch reads. */
  public static final int INPUT_CHANNELS = 8;

  /** Channels it answers. */
  public static final int OUTPUT_CHANNELS = 4;

  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int P = W * H;

  /**
   * Pixels at the window's border that are left alone: there the branch sees only half a picture.
   */
  private static final int MARGIN = 5;

  private static final float[] RAMP = ramp();

  /** {@code [96][128]}. */
  public final float[] alpha = new float[P];

  private final WarmColour warm = new WarmColour(P);

  /** {@code [3][96][128]}. */
  public final float[] colour = warm.colour;

  /** {@code [3][96][128]}, filled by {@link #compose}. */
  public final float[] out = new float[3 * P];

  private float gate;

  private static float[] ramp() {
    float[] ramp = new float[P];
    float band = W / 10f;
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        float edge = Math.min(Math.min(x, W - 1 - x), Math.min(y, H - 1 - y));
        float t = Math.min(1, Math.max(0, (edge - MARGIN) / band));
        ramp[y * W + x] = t * t * (3 - 2 * t);
      }
    }
    return ramp;
  }

  /** Writes the branch's input for a window render into {@code into} at {@code at}. */
  public static void input(FieldRenderer window, float strength, float[] into, int at) {
    System.arraycopy(window.warped, 0, into, at, 3 * P);
    System.arraycopy(window.first, 0, into, at + 3 * P, 3 * P);
    System.arraycopy(window.alpha, 0, into, at + 6 * P, P);
    Arrays.fill(into, at + 7 * P, at + 8 * P, strength);
  }

  /** Fills alpha and colour from the branch's raw {@code [4][96][128]} answer. */
  public void decode(float[] raw, int at, float strength) {
    gate = (float) (1 - Math.exp(-4 * Math.abs(strength)));
    for (int i = 0; i < P; i++) {
      alpha[i] = EditFields.sigmoid(raw[at + i] - 2) * gate * RAMP[i];
    }
    warm.decode(raw, at + P);
  }

  /** A copy of {@link #alpha}, {@code [1][96][128]}. */
  public FloatImage alphaImage() {
    return new FloatImage(1, H, W, alpha.clone());
  }

  /** A copy of {@link #colour}, {@code [3][96][128]}. */
  public FloatImage colourImage() {
    return new FloatImage(3, H, W, colour.clone());
  }

  /** Fills {@link #out} over the window's first step. */
  public void compose(float[] first) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < P; i++) {
        int q = c * P + i;
        out[q] = first[q] * (1 - alpha[i]) + colour[q] * alpha[i];
      }
    }
  }

  /**
   * Gradients of what was last decoded and composed.
   *
   * @param dOut loss gradient of {@link #out}
   * @param dAlpha further loss gradient of {@link #alpha}, {@code [96][128]}
   * @param first what was composed over
   * @param target what the colour should be by itself, {@code [3][96][128]}
   * @param colourWeight weight of the cross-entropy between colour and target, for one sample of
   *     one pixel: without it a small alpha learns to pair with extreme colours, which adds to the
   *     lips instead of replacing them and ends in green teeth
   * @param raw receives the raw answer's gradient at {@code rawAt}
   * @param dFirst receives, added, the gradient of {@code first}
   */
  public void backward(
      float[] dOut,
      float[] dAlpha,
      float[] first,
      float[] target,
      float colourWeight,
      float[] raw,
      int rawAt,
      float[] dFirst) {
    for (int i = 0; i < P; i++) {
      float full = gate * RAMP[i];
      float s = full > 0 ? alpha[i] / full : 0;
      float g = dAlpha[i];
      for (int c = 0; c < 3; c++) {
        int q = c * P + i;
        g += dOut[q] * (colour[q] - first[q]);
        raw[rawAt + P + q] =
            alpha[i] * warm.backward(c, i, dOut[i], dOut[P + i], dOut[2 * P + i])
                + colourWeight * warm.towards(c, i, target[q]);
        dFirst[q] += dOut[q] * (1 - alpha[i]);
      }
      raw[rawAt + i] = g * full * s * (1 - s);
    }
  }
}
