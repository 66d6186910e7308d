package beamish.expression;

/**
 * Colours that lips, gums and teeth can have: neither greener nor bluer than they are red. A
 * network that may paint any colour learns to lay a thin turquoise over dark lips, which shows as
 * green teeth where the paint is thicker.
 *
 * <pre>
 *   r = sigmoid(4 · raw0),  g = min(r, sigmoid(4 · raw1)),  b = min(r, sigmoid(4 · raw2))
 * </pre>
 *
 * <p>One instance serves one sample at a time.
 */
final class WarmColour {
  private static final float STEEPNESS = 4;
  private final int pixels;

  /** {@code [3][pixels]}, before the limit. */
  private final float[] free;

  /** {@code [3][pixels]} RGB in [0, 1]. */
  final float[] colour;

  WarmColour(int pixels) {
    this.pixels = pixels;
    this.free = new float[3 * pixels];
    this.colour = new float[3 * pixels];
  }

  /** Fills {@link #colour} from {@code [3][pixels]} raw numbers at {@code at}. */
  void decode(float[] raw, int at) {
    for (int i = 0; i < 3 * pixels; i++) {
      free[i] = EditFields.sigmoid(STEEPNESS * raw[at + i]);
    }
    for (int i = 0; i < 3 * pixels; i++) {
      colour[i] = Math.min(free[i], free[i % pixels]);
    }
  }

  /**
   * Raw gradient of channel {@code c} at pixel {@code i} from the colour's three gradients there.
   */
  float backward(int c, int i, float red, float green, float blue) {
    float own = c == 1 ? green : blue;
    if (c == 0) {
      own = red + (limited(1, i) ? green : 0) + (limited(2, i) ? blue : 0);
    } else if (limited(c, i)) {
      own = 0;
    }
    float s = free[c * pixels + i];
    return STEEPNESS * own * s * (1 - s);
  }

  /** Raw gradient of the cross-entropy between the colour before the limit and a target. */
  float towards(int c, int i, float target) {
    return STEEPNESS * (free[c * pixels + i] - target);
  }

  private boolean limited(int c, int i) {
    return free[c * pixels + i] > free[i];
  }
}
