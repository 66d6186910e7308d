package beamish.expression.dl4j;

import java.util.SplittableRandom;

/**
 * Leaves out a random part of its input and scales up the rest, so that the mean stays. For graphs
 * that only train: it always acts.
 *
 * <p>Srivastava et al., "Dropout", 2014.
 */
final class Dropout implements PlainVertex.Formula {
  private final double kept;
  private SplittableRandom random = new SplittableRandom(0);
  private boolean[] left = {};

  /** Keeps this part of the numbers, (0, 1]. */
  Dropout(double kept) {
    this.kept = kept;
  }

  /** Sets the dice for the next forward pass. */
  void reseed(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public long[] outputShape(long[][] shapes) {
    return shapes[0];
  }

  @Override
  public float[] forward(float[][] inputs, long[][] shapes) {
    left = new boolean[inputs[0].length];
    for (int i = 0; i < left.length; i++) {
      left[i] = random.nextDouble() < kept;
    }
    return scaled(inputs[0]);
  }

  @Override
  public float[][] backward(float[] gradient) {
    return new float[][] {scaled(gradient)};
  }

  private float[] scaled(float[] values) {
    float[] out = new float[values.length];
    float scale = (float) (1 / kept);
    for (int i = 0; i < out.length; i++) {
      out[i] = left[i] ? values[i] * scale : 0;
    }
    return out;
  }
}
