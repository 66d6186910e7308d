package beamish.expression.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.LayerHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which backend runs the networks, and whether its fast convolutions are really in use: DL4J falls
 * back without a word, and is then about ten times slower.
 *
 * @param backend ND4J's backend, {@code CPU} or {@code CUDA}
 * @param kernel class of the accelerated convolution that ran ({@code MKLDNNConvHelper}), or null
 *     where DL4J convolved by itself
 * @param threads threads that one operation of the backend may use
 */
public record HelperCheck(String backend, @Nullable String kernel, int threads) {

  /**
   * Runs a convolution of 8x8 pixels and asks its layer what did the work. Loads the natives if
   * nothing did before; on the model lane.
   */
  public static HelperCheck run() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .convolutionMode(ConvolutionMode.Same)
                        .build())
                .layer(new CnnLossLayer.Builder().build())
                .setInputType(InputType.convolutional(8, 8, 3))
                .build());
    network.init();
    network.output(Nd4j.ones(DataType.FLOAT, 1, 3, 8, 8));
    LayerHelper helper = network.getLayer(0).getHelper();
    String backend =
        Nd4j.getExecutioner().getEnvironmentInformation().getProperty("backend", "unknown");
    return new HelperCheck(
        backend,
        helper != null && helper.checkSupported() ? helper.getClass().getSimpleName() : null,
        Nd4j.getEnvironment().maxMasterThreads());
  }

  /** Whether convolutions run on the backend's own fast kernels (oneDNN or cuDNN). */
  public boolean isFast() {
    return kernel != null;
  }
}
