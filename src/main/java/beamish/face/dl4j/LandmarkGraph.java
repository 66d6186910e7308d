package beamish.face.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The landmark networks: seven 3x3 convolutions, four of them halving the picture, one 1x1, one
 * hidden layer, answers. In: {@code image [n,1,96,96]}. Out, for a whole face: {@code points
 * [n,32]} (x, y as offsets from the mean face, times {@link #SCALE}) and {@code face [n,1]}, 0 … 1;
 * for a mouth: {@code points [n,8]} alone, offsets from the mean mouth likewise.
 */
public final class LandmarkGraph {
  /** Answers per unit of the square. */
  public static final float SCALE = 10;

  /** Channels out and stride of each 3x3 convolution. */
  private static final int[][] CONVOLUTIONS = {
    {16, 2}, {32, 2}, {32, 1}, {64, 2}, {64, 1}, {96, 2}, {96, 1}
  };

  private static final int REDUCED = 32;
  private static final int HIDDEN = 160;

  private LandmarkGraph() {}

  /** Builds the one for a whole face, with random weights. */
  public static ComputationGraph face(long seed) {
    GraphBuilder g = body(seed);
    points(g, LandmarkLayout.POINTS);
    g.addLayer(
        "face",
        new OutputLayer.Builder(LossFunction.XENT)
            .nOut(1)
            .activation(Activation.SIGMOID)
            .weightInit(WeightInit.XAVIER)
            .build(),
        "hidden");
    return initialised(g.setOutputs("points", "face"));
  }

  /** Builds the one for a mouth, with random weights. */
  public static ComputationGraph mouth(long seed) {
    GraphBuilder g = body(seed);
    points(g, MouthLayout.POINTS.size());
    return initialised(g.setOutputs("points"));
  }

  private static ComputationGraph initialised(GraphBuilder g) {
    ComputationGraph net = new ComputationGraph(g.build());
    net.init();
    return net;
  }

  private static GraphBuilder body(long seed) {
    GraphBuilder g =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.RELU)
            .updater(new Adam(1e-3))
            .graphBuilder()
            .addInputs("image")
            .setInputTypes(InputType.convolutional(LandmarkLayout.SIZE, LandmarkLayout.SIZE, 1));
    String last = "image";
    for (int i = 0; i < CONVOLUTIONS.length; i++) {
      int[] c = CONVOLUTIONS[i];
      String name = "conv" + (i + 1);
      g.addLayer(name, convolution(3, c[0], c[1]), last);
      last = name;
    }
    g.addLayer("reduce", convolution(1, REDUCED, 1), last);
    g.addLayer(
        "hidden",
        new DenseLayer.Builder().nOut(HIDDEN).activation(Activation.RELU).build(),
        "reduce");
    return g;
  }

  private static void points(GraphBuilder g, int count) {
    g.addLayer(
        "points",
        new OutputLayer.Builder(LossFunction.L1)
            .nOut(2 * count)
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.XAVIER)
            .build(),
        "hidden");
  }

  private static ConvolutionLayer convolution(int kernel, int out, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .stride(stride, stride)
        .padding(kernel / 2, kernel / 2)
        .nOut(out)
        .activation(Activation.RELU)
        .build();
  }
}
