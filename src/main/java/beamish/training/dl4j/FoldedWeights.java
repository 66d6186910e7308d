package beamish.training.dl4j;

import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch normalisation folded into the convolution before it: {@code W' = W·γ/√(σ²+ε)}, {@code b' =
 * β − μ·γ/√(σ²+ε)}.
 */
final class FoldedWeights {
  /** DL4J's default ε. */
  private static final double EPSILON = 1e-5;

  private FoldedWeights() {}

  /** Copies a normalised network's weights into the same network without normalisation. */
  static void fold(ComputationGraph normalised, ComputationGraph plain) {
    Set<String> names = normalised.paramTable().keySet();
    for (String name : plain.paramTable().keySet()) {
      String layer = name.substring(0, name.lastIndexOf('_'));
      float[] data =
          names.contains(layer + "n_gamma")
              ? folded(normalised, layer, name.endsWith("_W"))
              : numbers(normalised, name);
      plain.setParam(name, Nd4j.create(data, plain.getParam(name).shape(), 'c'));
    }
  }

  private static float[] folded(ComputationGraph net, String layer, boolean weights) {
    float[] gain = numbers(net, layer + "n_gamma");
    float[] variance = numbers(net, layer + "n_var");
    for (int i = 0; i < gain.length; i++) {
      gain[i] /= (float) Math.sqrt(variance[i] + EPSILON);
    }
    if (!weights) {
      float[] bias = numbers(net, layer + "n_beta");
      float[] mean = numbers(net, layer + "n_mean");
      for (int i = 0; i < bias.length; i++) {
        bias[i] -= mean[i] * gain[i];
      }
      return bias;
    }
    float[] data = numbers(net, layer + "_W");
    int each = data.length / gain.length;
    for (int i = 0; i < data.length; i++) {
      data[i] *= gain[i / each];
    }
    return data;
  }

  private static float[] numbers(ComputationGraph net, String name) {
    return net.getParam(name).dup('c').data().asFloat();
  }
}
