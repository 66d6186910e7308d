package beamish.training.dl4j;

import beamish.expression.EditFields;
import beamish.expression.EditGeometry;
import beamish.expression.FieldRenderer;
import beamish.expression.MouthPaint;
import beamish.expression.dl4j.BeamishGraphs;
import beamish.expression.dl4j.Floats;
import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One step of training the {@code beamish-1} networks: generator, mouth branch and critic. The
 * networks are DL4J's; the render between them and its gradients are ours. Not thread-safe.
 */
public final class GeneratorTrainer {
  private static final int CROP_SIZE = 3 * EditGeometry.CROP * EditGeometry.CROP;
  private static final int NET_SIZE = 3 * EditGeometry.NET * EditGeometry.NET;
  private static final int MOTION_SIZE =
      EditFields.MOTION_CHANNELS * EditGeometry.FIELD * EditGeometry.FIELD;
  private static final int PAINT_SIZE =
      EditFields.PAINT_CHANNELS * EditGeometry.FIELD * EditGeometry.FIELD;
  private static final int WINDOW = EditGeometry.MOUTH_COLUMNS * EditGeometry.MOUTH_ROWS;

  private final int batch;
  private final long seed;
  private final BeamishGraphs.Generator generator;
  private final BeamishGraphs.Probed mouth;
  private final MouthCritic critic;
  private final FlatAdam generatorAdam;
  private final FlatAdam mouthAdam;
  private final List<SampleStep> samples = new ArrayList<>();

  /** Fresh networks for batches of {@code batch} samples. */
  public GeneratorTrainer(int batch, long seed) {
    this.batch = batch;
    this.seed = seed;
    this.generator = BeamishGraphs.generator(seed);
    this.mouth = BeamishGraphs.mouth(seed + 1);
    this.critic = new MouthCritic(batch, seed + 2);
    this.generatorAdam = new FlatAdam(generator.graph, .9, .99);
    this.mouthAdam = new FlatAdam(mouth.graph, .9, .99);
    for (int i = 0; i < batch; i++) {
      samples.add(new SampleStep());
    }
  }

  /**
   * What a step was given.
   *
   * @param source {@code [n][3][256][256]} RGB in [0, 1]
   * @param target likewise
   * @param strength {@code [n]}
   */
  public record Batch(float[] source, float[] target, float[] strength) {}

  /**
   * What a step found.
   *
   * @param loss mean over the batch, without the critic's part
   * @param strengthGradient {@code [n]}: loss gradient of each strength
   */
  public record Result(double loss, float[] strengthGradient) {}

  /**
   * One step of gradient descent.
   *
   * @param learningRate of generator and mouth branch
   * @param criticWeight how much the critic's opinion counts; 0 leaves it out
   * @param iteration counted from 0
   */
  public Result step(Batch b, double learningRate, float criticWeight, int iteration) {
    float[] net = new float[batch * NET_SIZE];
    IntStream.range(0, batch)
        .parallel()
        .forEach(i -> FieldRenderer.halve(b.source, i * CROP_SIZE, net, i * NET_SIZE));
    INDArray crop = Floats.array(net, batch, 3, EditGeometry.NET, EditGeometry.NET);
    INDArray t = Floats.array(b.strength, batch, 1);
    generator.reseed(seed + iteration);
    Map<String, INDArray> answers =
        generator.graph.feedForward(new INDArray[] {crop, t}, true, false);
    float[] motion = Floats.read(required(answers, "motion"));
    float[] paint = Floats.read(required(answers, "paint"));

    float[] window = new float[batch * MouthPaint.INPUT_CHANNELS * WINDOW];
    IntStream.range(0, batch)
        .parallel()
        .forEach(i -> samples.get(i).render(i, batch, b, net, motion, paint, window));
    INDArray windows =
        Floats.array(
            window,
            batch,
            MouthPaint.INPUT_CHANNELS,
            EditGeometry.MOUTH_ROWS,
            EditGeometry.MOUTH_COLUMNS);
    float[] raw =
        Floats.read(
            required(mouth.graph.feedForward(new INDArray[] {windows}, true, false), "mouth"));
    double loss =
        IntStream.range(0, batch)
            .parallel()
            .mapToDouble(i -> samples.get(i).compare(i, batch, b, net, raw))
            .sum();
    if (criticWeight > 0) {
      critic.judge(samples, criticWeight, learningRate, iteration);
    }

    float[] rawGradient = new float[raw.length];
    IntStream.range(0, batch).parallel().forEach(i -> samples.get(i).mouthBackward(i, rawGradient));
    INDArray mouthGradient =
        mouth.graph.backpropGradient(Floats.array(rawGradient, windows4())).gradient();
    float[] windowGradient = mouth.inputGradient();
    float[] motionGradient = new float[motion.length];
    float[] paintGradient = new float[paint.length];
    IntStream.range(0, batch)
        .parallel()
        .forEach(
            i ->
                samples
                    .get(i)
                    .renderBackward(i, batch, windowGradient, motionGradient, paintGradient));
    INDArray gradient =
        generator
            .graph
            .backpropGradient(
                Floats.array(
                    motionGradient,
                    2L * batch,
                    EditFields.MOTION_CHANNELS,
                    EditGeometry.FIELD,
                    EditGeometry.FIELD),
                Floats.array(
                    paintGradient,
                    2L * batch,
                    EditFields.PAINT_CHANNELS,
                    EditGeometry.FIELD,
                    EditGeometry.FIELD))
            .gradient();
    generatorAdam.step(gradient, learningRate, iteration);
    mouthAdam.step(mouthGradient, learningRate, iteration);
    return new Result(loss, generator.strengthGradient());
  }

  private long[] windows4() {
    return new long[] {
      batch, MouthPaint.OUTPUT_CHANNELS, EditGeometry.MOUTH_ROWS, EditGeometry.MOUTH_COLUMNS
    };
  }

  static INDArray required(Map<String, INDArray> answers, String name) {
    INDArray a = answers.get(name);
    if (a == null) {
      throw new IllegalStateException("the graph has no " + name);
    }
    return a;
  }

  static int motionAt(int sample) {
    return sample * MOTION_SIZE;
  }

  static int paintAt(int sample) {
    return sample * PAINT_SIZE;
  }

  /** The whole state, for a checkpoint. */
  public List<Tensor> state() {
    List<Tensor> all = new ArrayList<>();
    put(all, "generator", generator.graph, generatorAdam);
    put(all, "mouth", mouth.graph, mouthAdam);
    put(all, "critic", critic.net(), critic.adam());
    return all;
  }

  /** Goes on from a {@link #state()}. */
  public void restore(Map<String, Tensor> state) {
    get(state, "generator", generator.graph, generatorAdam);
    get(state, "mouth", mouth.graph, mouthAdam);
    get(state, "critic", critic.net(), critic.adam());
  }

  /** Averaged weights of generator and mouth branch, named as in a published model. */
  public List<Tensor> weights() {
    List<Tensor> all = new ArrayList<>();
    all.addAll(NamedWeights.of(generator.graph, generatorAdam.average));
    all.addAll(NamedWeights.of(mouth.graph, mouthAdam.average));
    return all;
  }

  /**
   * Starts from a published model's {@link #weights()}.
   *
   * @throws beamish.job.Problem if one is missing or of another shape
   */
  public void start(Map<String, Tensor> weights) {
    BeamishGraphs.fill(generator.graph, weights, "the model to start from");
    BeamishGraphs.fill(mouth.graph, weights, "the model to start from");
    generatorAdam.startAverage();
    mouthAdam.startAverage();
  }

  private static void put(List<Tensor> all, String name, ComputationGraph net, FlatAdam adam) {
    all.add(flat(name + ".weights", net.params()));
    all.add(flat(name + ".average", adam.average));
    all.add(flat(name + ".moments", adam.moments));
  }

  private static void get(
      Map<String, Tensor> state, String name, ComputationGraph net, FlatAdam adam) {
    restore(state, name + ".weights", net.params());
    restore(state, name + ".average", adam.average);
    restore(state, name + ".moments", adam.moments);
  }

  private static Tensor flat(String name, INDArray a) {
    return new Tensor(name, new int[] {(int) a.length()}, Floats.read(a));
  }

  private static void restore(Map<String, Tensor> state, String name, INDArray into) {
    Tensor t = state.get(name);
    if (t == null || t.data().length != into.length()) {
      throw new IllegalArgumentException("the checkpoint lacks " + name);
    }
    Floats.write(t.data(), into);
  }
}
