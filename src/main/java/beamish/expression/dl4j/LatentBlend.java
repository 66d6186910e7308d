package beamish.expression.dl4j;

/**
 * The slider: from codes {@code z [n][k]}, smile directions {@code d [n][k]} and strengths {@code t
 * [n][1]} to {@code [2n][k]}: first every blended code {@code z + t·d}, then every own code {@code
 * z}, so that one decoder reads both.
 */
final class LatentBlend implements PlainVertex.Formula {
  private float[][] inputs = {};
  private int n;
  private int k;

  /** Loss gradient of each strength, after a backward pass. */
  float[] strengthGradient = {};

  @Override
  public long[] outputShape(long[][] shapes) {
    return new long[] {2 * shapes[0][0], shapes[0][1]};
  }

  @Override
  public float[] forward(float[][] inputs, long[][] shapes) {
    this.inputs = inputs;
    n = (int) shapes[0][0];
    k = (int) shapes[0][1];
    float[] out = new float[2 * n * k];
    for (int i = 0; i < n * k; i++) {
      out[i] = inputs[0][i] + inputs[2][i / k] * inputs[1][i];
      out[n * k + i] = inputs[0][i];
    }
    return out;
  }

  @Override
  public float[][] backward(float[] gradient) {
    float[] dz = new float[n * k];
    float[] dd = new float[n * k];
    strengthGradient = new float[n];
    for (int i = 0; i < n * k; i++) {
      dz[i] = gradient[i] + gradient[n * k + i];
      dd[i] = gradient[i] * inputs[2][i / k];
      strengthGradient[i / k] += gradient[i] * inputs[1][i];
    }
    return new float[][] {dz, dd, strengthGradient};
  }
}
