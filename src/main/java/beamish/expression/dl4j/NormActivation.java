package beamish.expression.dl4j;

import java.util.stream.IntStream;

/**
 * Group normalisation without scale and shift, then leaky ReLU: DL4J has no group norm, and batch
 * norm would make a face's edit depend on its neighbours in the batch. The convolution before it
 * has a bias, which survives because a group spans several channels.
 *
 * <p>Wu and He, "Group Normalization", ECCV 2018, with eight channels a group.
 */
final class NormActivation implements PlainVertex.Formula {
  private static final float SLOPE = .2f;
  private static final float EPSILON = 1e-5f;
  private final int groups;
  private float[] normalised = {};
  private float[] scale = {};
  private float[] answer = {};
  private float[] gradient = {};

  NormActivation(int channels) {
    this.groups = Math.max(1, channels / 8);
  }

  @Override
  public long[] outputShape(long[][] inputShapes) {
    return inputShapes[0];
  }

  @Override
  public float[] forward(float[][] inputs, long[][] shapes) {
    float[] x = inputs[0];
    int blocks = (int) shapes[0][0] * groups;
    int size = x.length / blocks;
    if (answer.length != x.length) {
      answer = new float[x.length];
      normalised = new float[x.length];
      gradient = new float[x.length];
      scale = new float[blocks];
    }
    IntStream.range(0, blocks).parallel().forEach(b -> forward(x, b, size));
    return answer;
  }

  private void forward(float[] x, int block, int size) {
    int from = block * size;
    double sum = 0;
    double squares = 0;
    // four lanes each, so that the loop is not one chain of additions
    float[] s = new float[8];
    for (int i = from; i < from + size; i += 1024) {
      int end = Math.min(i + 1024, from + size);
      sums(x, i, end, s);
      sum += s[0] + s[1] + s[2] + s[3];
      squares += s[4] + s[5] + s[6] + s[7];
    }
    float mean = (float) (sum / size);
    float variance = (float) Math.max(0, squares / size - (double) mean * mean);
    float k = (float) (1 / Math.sqrt(variance + EPSILON));
    scale[block] = k;
    for (int i = from; i < from + size; i++) {
      float n = (x[i] - mean) * k;
      normalised[i] = n;
      answer[i] = Math.max(n, SLOPE * n);
    }
  }

  private static void sums(float[] x, int from, int to, float[] s) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      float p = x[i];
      float q = x[i + 1];
      float r = x[i + 2];
      float t = x[i + 3];
      a += p;
      b += q;
      c += r;
      d += t;
      e += p * p;
      f += q * q;
      g += r * r;
      h += t * t;
    }
    for (; i < to; i++) {
      a += x[i];
      e += x[i] * x[i];
    }
    s[0] = a;
    s[1] = b;
    s[2] = c;
    s[3] = d;
    s[4] = e;
    s[5] = f;
    s[6] = g;
    s[7] = h;
  }

  @Override
  public float[][] backward(float[] dy) {
    int blocks = scale.length;
    int size = dy.length / blocks;
    IntStream.range(0, blocks).parallel().forEach(b -> backward(dy, b, size));
    return new float[][] {gradient};
  }

  private void backward(float[] dy, int block, int size) {
    int from = block * size;
    double sum = 0;
    double dot = 0;
    for (int i = from; i < from + size; i += 1024) {
      int end = Math.min(i + 1024, from + size);
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      int j = i;
      for (; j + 1 < end; j += 2) {
        float n0 = normalised[j];
        float n1 = normalised[j + 1];
        float g0 = n0 > 0 ? dy[j] : SLOPE * dy[j];
        float g1 = n1 > 0 ? dy[j + 1] : SLOPE * dy[j + 1];
        gradient[j] = g0;
        gradient[j + 1] = g1;
        a += g0;
        b += g1;
        c += g0 * n0;
        d += g1 * n1;
      }
      for (; j < end; j++) {
        float n0 = normalised[j];
        float g0 = n0 > 0 ? dy[j] : SLOPE * dy[j];
        gradient[j] = g0;
        a += g0;
        c += g0 * n0;
      }
      sum += a + b;
      dot += c + d;
    }
    float mean = (float) (sum / size);
    float meanDot = (float) (dot / size);
    float k = scale[block];
    for (int i = from; i < from + size; i++) {
      gradient[i] = k * (gradient[i] - mean - normalised[i] * meanDot);
    }
  }
}
