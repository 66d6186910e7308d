package beamish.face.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The likeness network: six 3x3 convolutions, five of them halving the picture, and one dense
 * layer. In: {@code crop [n,3,128,128]}, RGB, mean 0 and deviation 1 over each picture; out: {@code
 * likeness [n,64]}, not yet of length one.
 */
public final class LikenessGraph {
  /** Edge of the input, pixels. */
  public static final int SIZE = 128;

  /** Numbers of the answer. */
  public static final int LENGTH = 64;

  /** Channels out and stride of each convolution. */
  private static final int[][] CONVOLUTIONS = {
    {24, 2}, {40, 2}, {64, 2}, {80, 2}, {96, 2}, {96, 1}
  };

  private LikenessGraph() {}

  /** Builds it with random weights; it has no updater and no loss of its own. */
  public static ComputationGraph build(long seed) {
    GraphBuilder g =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.RELU)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs("crop")
            .setInputTypes(InputType.convolutional(SIZE, SIZE, 3));
    String last = "crop";
    for (int i = 0; i < CONVOLUTIONS.length; i++) {
      String name = "conv" + (i + 1);
      g.addLayer(
          name,
          new ConvolutionLayer.Builder(3, 3)
              .stride(CONVOLUTIONS[i][1], CONVOLUTIONS[i][1])
              .padding(1, 1)
              .nOut(CONVOLUTIONS[i][0])
              .activation(Activation.LEAKYRELU)
              .build(),
          last);
      last = name;
    }
    g.addLayer(
        "likeness",
        new DenseLayer.Builder()
            .nOut(LENGTH)
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.XAVIER)
            .build(),
        last);
    ComputationGraph net = new ComputationGraph(g.setOutputs("likeness").build());
    net.init();
    return net;
  }
}
