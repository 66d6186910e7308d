package beamish.expression.dl4j;

import beamish.expression.Figure;
import beamish.expression.Figure.Shape;
import beamish.expression.Figure.Vertex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A {@link Figure} as a DL4J graph, for running or for training by gradients from outside. Not
 * thread-safe.
 */
public final class FigureGraph {
  /** First weights of a convolution whose answer has limits, to their usual size. */
  private static final double LIMITED_START = .1;

  private final Figure figure;
  private final String prefix;
  private final boolean trains;
  private final GraphBuilder builder;
  private final Map<String, Probe> probes = new LinkedHashMap<>();
  private final List<String> statistics = new ArrayList<>();

  /** The network. */
  public final ComputationGraph graph;

  /**
   * Builds it with random weights.
   *
   * @param name stands before the names of its weights, with a dot; empty for none
   * @param trains whether its inputs' gradients are wanted
   */
  public FigureGraph(Figure figure, String name, long seed, boolean trains) {
    this.figure = figure;
    this.prefix = name.isEmpty() ? "" : name + ".";
    this.trains = trains;
    this.builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.RELU)
            .updater(new NoOp())
            .activation(Activation.IDENTITY)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder();
    figure.vertices().forEach(this::add);
    String[] outputs = new String[figure.outputs().size()];
    for (int i = 0; i < outputs.length; i++) {
      // a vertex of its own, because a gradient from outside replaces that of later layers
      outputs[i] = "out" + i;
      builder.addVertex(outputs[i], new ScaleVertex(1), vertex(figure.outputs().get(i)));
    }
    builder.setOutputs(outputs);
    this.graph = new ComputationGraph(builder.build());
    graph.init();
  }

  private String vertex(String name) {
    return prefix + name;
  }

  private Shape shape(String name) {
    return Objects.requireNonNull(figure.shapeOf(name));
  }

  private void add(Vertex v) {
    String name = vertex(v.name());
    switch (v.op()) {
      case IN -> {
        builder.addInputs(v.name() + ".in");
        if (trains) {
          Probe probe = new Probe();
          probes.put(v.name(), probe);
          builder.addVertex(name, new PlainVertex(probe, 1), v.name() + ".in");
        } else {
          builder.addVertex(name, new ScaleVertex(1), v.name() + ".in");
        }
      }
      case CONV -> convolution(v);
      case DENSE -> dense(v);
      case UP ->
          builder.addLayer(name, new Upsampling2D.Builder(2).build(), vertex(v.inputs().get(0)));
      case MERGE -> builder.addVertex(name, new MergeVertex(), read(v));
      case ADD -> {
        String sum = v.activation().isEmpty() ? name : name + ".sum";
        builder.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), read(v));
        if (!v.activation().isEmpty()) {
          builder.addLayer(name, new ActivationLayer(activation(v)), sum);
        }
      }
      case PLANES ->
          builder.addVertex(
              name, new PlainVertex(new Planes(v.shape().rows()), 1), vertex(v.inputs().get(0)));
      case SCALE -> {
        builder.addVertex(name + ".factor", new ScaleVertex(v.factor()), read(v));
        builder.addVertex(name, new ShiftVertex(v.offset()), name + ".factor");
      }
    }
  }

  private String[] read(Vertex v) {
    return v.inputs().stream().map(this::vertex).toArray(String[]::new);
  }

  private void convolution(Vertex v) {
    int channels = shape(v.inputs().get(0)).channels();
    ConvolutionLayer.Builder layer =
        new ConvolutionLayer.Builder(v.kernel(), v.kernel())
            .nIn(channels)
            .nOut(v.shape().channels())
            .stride(v.stride(), v.stride())
            .padding((v.kernel() - 1) / 2, (v.kernel() - 1) / 2);
    // a picture starts grey: saturated from the start, it would never learn
    boolean limited = v.activation().equals("sigmoid") || v.activation().equals("tanh");
    double factor = limited ? LIMITED_START : v.factor();
    if (factor != 1) {
      double usual = Math.sqrt(2. / (channels * v.kernel() * v.kernel()));
      layer.weightInit(new NormalDistribution(0, factor * usual));
    }
    activated(v, layer, vertex(v.inputs().get(0)));
  }

  private void dense(Vertex v) {
    Shape in = shape(v.inputs().get(0));
    String from = vertex(v.inputs().get(0));
    String name = vertex(v.name());
    if (in.isPicture()) {
      builder.addVertex(
          name + ".flat",
          new PreprocessorVertex(
              new CnnToFeedForwardPreProcessor(in.rows(), in.columns(), in.channels())),
          from);
      from = name + ".flat";
    }
    Shape out = v.shape();
    DenseLayer.Builder layer =
        new DenseLayer.Builder().nIn(in.size()).nOut(out.size()).weightInit(WeightInit.XAVIER);
    if (!out.isPicture()) {
      activated(v, layer, from);
      return;
    }
    builder.addLayer(name + ".dense", layer.activation(activation(v)).build(), from);
    builder.addVertex(
        name,
        new PreprocessorVertex(
            new FeedForwardToCnnPreProcessor(out.rows(), out.columns(), out.channels())),
        name + ".dense");
  }

  /** The layer, its norm and its activation; the last of them has the line's name. */
  private void activated(
      Vertex v, org.deeplearning4j.nn.conf.layers.FeedForwardLayer.Builder<?> layer, String from) {
    String name = vertex(v.name());
    if (!v.norm()) {
      layer.activation(activation(v));
      builder.addLayer(name, layer.build(), from);
      return;
    }
    builder.addLayer(name + ".linear", layer.build(), from);
    int channels = v.shape().channels();
    String norm = v.activation().isEmpty() ? name : name + ".norm";
    builder.addLayer(
        norm,
        new BatchNormalization.Builder().nIn(channels).nOut(channels).build(),
        name + ".linear");
    statistics.add(norm + "_mean");
    statistics.add(norm + "_var");
    statistics.add(norm + "_log10stdev");
    if (!v.activation().isEmpty()) {
      builder.addLayer(name, new ActivationLayer(activation(v)), norm);
    }
  }

  private static IActivation activation(Vertex v) {
    return switch (v.activation()) {
      case "leaky" -> new ActivationLReLU(.2);
      case "leaky.01" -> new ActivationLReLU(.01);
      case "relu" -> Activation.RELU.getActivationFunction();
      case "elu" -> Activation.ELU.getActivationFunction();
      case "tanh" -> Activation.TANH.getActivationFunction();
      case "sigmoid" -> Activation.SIGMOID.getActivationFunction();
      default -> Activation.IDENTITY.getActivationFunction();
    };
  }

  /** What it draws. */
  public Figure figure() {
    return figure;
  }

  /**
   * Answers, as the network is.
   *
   * @param inputs in the figure's order, {@code n} samples each, row-major
   */
  public float[][] answer(float[]... inputs) {
    INDArray[] out = graph.output(false, arrays(inputs));
    float[][] answers = new float[out.length][];
    for (int i = 0; i < out.length; i++) {
      answers[i] = Floats.read(out[i]);
    }
    return answers;
  }

  /** Answers, and keeps what {@link #backward} needs. */
  public float[][] forward(float[]... inputs) {
    Map<String, INDArray> all = graph.feedForward(arrays(inputs), true, false);
    float[][] answers = new float[figure.outputs().size()][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = Floats.read(Objects.requireNonNull(all.get("out" + i)));
    }
    return answers;
  }

  /** The flat gradient of the weights, from those of the answers last given. */
  public INDArray backward(float[]... gradients) {
    INDArray[] epsilons = new INDArray[gradients.length];
    for (int i = 0; i < epsilons.length; i++) {
      Shape s = shape(figure.outputs().get(i));
      epsilons[i] = Floats.array(gradients[i], s.of(gradients[i].length / s.size()));
    }
    return graph.backpropGradient(epsilons).gradient();
  }

  /** Loss gradients of the inputs, after {@link #backward}. */
  public float[][] inputGradients() {
    return probes.values().stream().map(p -> p.gradient).toArray(float[][]::new);
  }

  /** The parameters that follow the batches' statistics and are not learned by gradients. */
  public List<String> statistics() {
    return List.copyOf(statistics);
  }

  private INDArray[] arrays(float[][] inputs) {
    INDArray[] arrays = new INDArray[inputs.length];
    for (int i = 0; i < arrays.length; i++) {
      Shape s = shape(figure.inputs().get(i));
      arrays[i] = Floats.array(inputs[i], s.of(inputs[i].length / s.size()));
    }
    return arrays;
  }
}
