package beamish.tensor;

import java.util.Arrays;

/**
 * A named float32 array.
 *
 * @param name unique in its file
 * @param shape axis lengths, outermost first; empty for a scalar
 * @param data row-major ("C" order); handed over, not copied
 */
public record Tensor(String name, int[] shape, float[] data) {

  /** Checks that the shape holds as many numbers as there are. */
  public Tensor {
    long n = 1;
    for (int axis : shape) {
      n = Math.multiplyExact(n, axis);
    }
    if (n != data.length) {
      throw new IllegalArgumentException(
          name + ": " + data.length + " numbers for " + Arrays.toString(shape));
    }
  }
}
