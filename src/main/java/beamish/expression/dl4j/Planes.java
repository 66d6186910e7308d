package beamish.expression.dl4j;

import java.util.Arrays;

/**
 * Numbers {@code [n][k]} as flat pictures {@code [n][k][edge][edge]}: how a picture is labelled.
 */
final class Planes implements PlainVertex.Formula {
  private final int edge;

  Planes(int edge) {
    this.edge = edge;
  }

  @Override
  public long[] outputShape(long[][] shapes) {
    return new long[] {shapes[0][0], shapes[0][1], edge, edge};
  }

  @Override
  public float[] forward(float[][] inputs, long[][] shapes) {
    int plane = edge * edge;
    float[] out = new float[inputs[0].length * plane];
    for (int i = 0; i < inputs[0].length; i++) {
      Arrays.fill(out, i * plane, (i + 1) * plane, inputs[0][i]);
    }
    return out;
  }

  @Override
  public float[][] backward(float[] gradient) {
    int plane = edge * edge;
    float[] sums = new float[gradient.length / plane];
    for (int i = 0; i < gradient.length; i++) {
      sums[i / plane] += gradient[i];
    }
    return new float[][] {sums};
  }
}
