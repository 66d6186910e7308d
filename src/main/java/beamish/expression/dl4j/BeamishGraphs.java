package beamish.expression.dl4j;

import beamish.expression.EditFields;
import beamish.expression.MouthPaint;
import beamish.job.Problem;
import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The networks of the {@code beamish-1} architecture. The same layers, by the same names, make the
 * training graph and the two halves that run in the editor, so weights move by name.
 *
 * <p>Shapes are NCHW; the crop comes in at 128 px, RGB in [0, 1].
 */
public final class BeamishGraphs {
  /** Numbers in a latent code. */
  public static final int LATENT = 128;

  /** Channels of the encoder at 128 px, before the skip features. */
  private static final int STEM = 16;

  /** Channels of the skip features at 64, 32, 16 and 8 px. */
  static final int[] SKIPS = {32, 64, 96, 128};

  private static final String[] SKIP_NAMES = {"skip64", "skip32", "skip16", "skip8"};

  /**
   * What training keeps of the features that make the code, and of the code that makes the
   * direction: without a loss on the way a network that saw few people knows each of them by heart,
   * and is shy with others.
   */
  private static final double KEPT_FEATURES = .8;

  private static final double KEPT_CODE = .9;

  private final GraphBuilder graph;
  private final boolean trains;
  private final List<Dropout> dropouts = new ArrayList<>();

  private BeamishGraphs(long seed, boolean trains) {
    this.trains = trains;
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.RELU)
            .updater(new NoOp())
            .activation(Activation.IDENTITY)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder();
  }

  /** Encoder and decoder in one, for training; the decoder reads blended codes, then own codes. */
  public static final class Generator {
    public final ComputationGraph graph;
    private final LatentBlend blend;
    private final List<Dropout> dropouts;

    Generator(ComputationGraph graph, LatentBlend blend, List<Dropout> dropouts) {
      this.graph = graph;
      this.blend = blend;
      this.dropouts = dropouts;
    }

    /** Sets the dice of the next forward pass's dropout. */
    public void reseed(long seed) {
      for (int i = 0; i < dropouts.size(); i++) {
        dropouts.get(i).reseed(seed * 31 + i);
      }
    }

    /** Loss gradient of each sample's strength, after a backward pass. */
    public float[] strengthGradient() {
      return blend.strengthGradient;
    }
  }

  /** A graph that tells the loss gradient of its input. */
  public static final class Probed {
    public final ComputationGraph graph;
    private final Probe probe;

    Probed(ComputationGraph graph, Probe probe) {
      this.graph = graph;
      this.probe = probe;
    }

    /** Loss gradient of the input, after a backward pass. */
    public float[] inputGradient() {
      return probe.gradient;
    }
  }

  /** In: crop {@code [n,3,128,128]}, t {@code [n,1]}; out: motion {@code [2n,5,64,64]}, paint. */
  public static Generator generator(long seed) {
    BeamishGraphs g = new BeamishGraphs(seed, true);
    g.graph.addInputs("crop", "t");
    String[] skips = g.encoder("crop");
    LatentBlend blend = new LatentBlend();
    g.graph.addVertex("blend", new PlainVertex(blend, 3), "code", "direction", "t");
    String[] twice = new String[skips.length];
    for (int i = 0; i < skips.length; i++) {
      twice[i] = "twice" + i;
      g.graph.addVertex(twice[i], new PlainVertex(new Twice(), 1), skips[i]);
    }
    g.decoder("blend", twice);
    g.graph.setOutputs("motion", "paint");
    return new Generator(g.build(), blend, g.dropouts);
  }

  /** In: crop {@code [n,3,128,128]}; out: code, direction, then the four skips, finest first. */
  public static ComputationGraph encoder() {
    BeamishGraphs g = new BeamishGraphs(0, false);
    g.graph.addInputs("crop");
    String[] s = g.encoder("crop");
    g.graph.setOutputs("code", "direction", s[0], s[1], s[2], s[3]);
    return g.build();
  }

  /** In: code {@code [n,128]} and the four skips; out: raw motion and raw paint. */
  public static ComputationGraph decoder() {
    BeamishGraphs g = new BeamishGraphs(0, false);
    String[] inputs = new String[1 + SKIP_NAMES.length];
    inputs[0] = "blended";
    System.arraycopy(SKIP_NAMES, 0, inputs, 1, SKIP_NAMES.length);
    g.graph.addInputs(inputs);
    g.decoder("blended", SKIP_NAMES);
    g.graph.setOutputs("motion", "paint");
    return g.build();
  }

  /** In: {@code [n,8,96,128]} of {@link MouthPaint}; out: raw {@code [n,4,96,128]}. */
  public static Probed mouth(long seed) {
    BeamishGraphs g = new BeamishGraphs(seed, true);
    Probe probe = new Probe();
    g.graph.addInputs("window");
    g.graph.addVertex("probe", new PlainVertex(probe, 1), "window");
    String m0 = g.conv("mouth0", "probe", MouthPaint.INPUT_CHANNELS, 24, 1);
    String m1 = g.conv("mouth1", m0, 24, 48, 2);
    String m2 = g.conv("mouth2", m1, 48, 72, 2);
    String m3 = g.conv("mouth3", m2, 72, 72, 1);
    String u1 = g.up("mouthUp1", m3, 72, 40);
    String d1 = g.conv("mouth4", g.concat("mouthCat1", u1, m1), 88, 40, 1);
    String u0 = g.up("mouthUp0", d1, 40, 24);
    String d0 = g.conv("mouth5", g.concat("mouthCat0", u0, m0), 48, 24, 1);
    g.head("mouth", d0, 24, MouthPaint.OUTPUT_CHANNELS, .02);
    g.graph.setOutputs("mouth");
    return new Probed(g.build(), probe);
  }

  /**
   * A patch critic on the mouth window: in {@code [n,6,96,128]} (picture 3, source 3), out {@code
   * [n,1,12,16]}. No norm: real and generated windows come in separate batches.
   */
  public static Probed critic(long seed) {
    BeamishGraphs g = new BeamishGraphs(seed, true);
    Probe probe = new Probe();
    g.graph.addInputs("window");
    g.graph.addVertex("probe", new PlainVertex(probe, 1), "window");
    int[] channels = {6, 32, 64, 96};
    String last = "probe";
    for (int i = 1; i < channels.length; i++) {
      String name = "critic" + i;
      g.graph.addLayer(
          name,
          convolution(channels[i - 1], channels[i], 3, 2).activation(Activation.LEAKYRELU).build(),
          last);
      last = name;
    }
    g.head("verdict", last, channels[channels.length - 1], 1, .02);
    g.graph.setOutputs("verdict");
    return new Probed(g.build(), probe);
  }

  private String[] encoder(String crop) {
    String[] e = new String[SKIPS.length];
    String last = conv("stem", crop, 3, STEM, 1);
    int in = STEM;
    for (int i = 0; i < SKIPS.length; i++) {
      last = conv("encoder" + i, last, in, SKIPS[i], 2);
      e[i] = last;
      in = SKIPS[i];
    }
    int flat = 8 * 8 * SKIPS[3];
    graph.addVertex(
        "flat", new PreprocessorVertex(new CnnToFeedForwardPreProcessor(8, 8, SKIPS[3])), last);
    graph.addLayer(
        "code",
        dense(flat, LATENT).weightInit(WeightInit.XAVIER).build(),
        lossy("flat", KEPT_FEATURES));
    graph.addLayer(
        "smile1",
        dense(LATENT, LATENT).activation(Activation.LEAKYRELU).build(),
        lossy("code", KEPT_CODE));
    graph.addLayer("direction", dense(LATENT, LATENT).build(), "smile1");
    return e;
  }

  /** Drops a part of {@code in} while training; {@code in} itself where the graph only runs. */
  private String lossy(String in, double kept) {
    if (!trains) {
      return in;
    }
    Dropout dropout = new Dropout(kept);
    dropouts.add(dropout);
    graph.addVertex(in + ".lossy", new PlainVertex(dropout, 1), in);
    return in + ".lossy";
  }

  private void decoder(String code, String[] skips) {
    graph.addLayer(
        "decoderIn", dense(LATENT, 8 * 8 * 64).activation(Activation.LEAKYRELU).build(), code);
    graph.addVertex(
        "decoderGrid",
        new PreprocessorVertex(new FeedForwardToCnnPreProcessor(8, 8, 64)),
        "decoderIn");
    String d8 = conv("decoder8", concat("cat8", "decoderGrid", skips[3]), 64 + SKIPS[3], 96, 1);
    String u16 = up("up16", d8, 96, 64);
    String d16 = conv("decoder16", concat("cat16", u16, skips[2]), 64 + SKIPS[2], 64, 1);
    String u32 = up("up32", d16, 64, 48);
    String d32 = conv("decoder32", concat("cat32", u32, skips[1]), 48 + SKIPS[1], 48, 1);
    String u64 = up("up64", d32, 48, 32);
    String d64 = conv("decoder64", concat("cat64", u64, skips[0]), 32 + SKIPS[0], 32, 1);
    head("motion", d64, 32, EditFields.MOTION_CHANNELS, .01);
    head("paint", d64, 32, EditFields.PAINT_CHANNELS, .02);
  }

  /** 3x3 convolution, group norm, leaky ReLU; returns the last vertex's name. */
  private String conv(String name, String in, int channelsIn, int channelsOut, int stride) {
    graph.addLayer(name, convolution(channelsIn, channelsOut, 3, stride).build(), in);
    graph.addVertex(name + ".norm", new PlainVertex(new NormActivation(channelsOut), 1), name);
    return name + ".norm";
  }

  /**
   * 1x1 convolution, then every pixel twice in both directions: 30 times faster than transposed.
   */
  private String up(String name, String in, int channelsIn, int channelsOut) {
    graph.addLayer(
        name, new ConvolutionLayer.Builder(1, 1).nIn(channelsIn).nOut(channelsOut).build(), in);
    graph.addLayer(name + ".x2", new Upsampling2D.Builder(2).build(), name);
    return name + ".x2";
  }

  private String concat(String name, String a, String b) {
    graph.addVertex(name, new MergeVertex(), a, b);
    return name;
  }

  /** Starts small, so that an untrained model leaves the photo nearly alone. */
  private void head(String name, String in, int channelsIn, int channelsOut, double deviation) {
    graph.addLayer(
        name,
        convolution(channelsIn, channelsOut, 3, 1)
            .weightInit(new NormalDistribution(0, deviation))
            .build(),
        in);
  }

  private static ConvolutionLayer.Builder convolution(int in, int out, int kernel, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nIn(in)
        .nOut(out)
        .stride(stride, stride)
        .padding(kernel / 2, kernel / 2);
  }

  private static DenseLayer.Builder dense(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out);
  }

  private ComputationGraph build() {
    ComputationGraph net = new ComputationGraph(graph.build());
    net.init();
    return net;
  }

  /**
   * Fills a network with a model's numbers.
   *
   * @param weights by {@code layer.W} and {@code layer.b}; may hold other networks' too
   * @param whose names the model in messages
   * @throws Problem if one is missing or of another shape
   */
  public static void fill(ComputationGraph net, Map<String, Tensor> weights, String whose) {
    net.paramTable()
        .forEach(
            (key, array) -> {
              int cut = key.lastIndexOf('_');
              String name = key.substring(0, cut) + "." + key.substring(cut + 1);
              Tensor t = weights.get(name);
              if (t == null || !Arrays.equals(Floats.axes(array), t.shape())) {
                throw new Problem(
                    whose
                        + ": tensor "
                        + name
                        + " is missing or of another shape; get the model anew");
              }
              array.assign(Floats.array(t.data(), array.shape()));
            });
  }
}
