package beamish.training.dl4j;

import beamish.expression.EditGeometry;
import beamish.expression.FieldRenderer;
import beamish.expression.dl4j.Floats;
import beamish.face.dl4j.LikenessGraph;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.training.Augmentation;
import beamish.training.LikenessLoss;
import beamish.training.TrainingPair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains the likeness network on pairs: a batch holds people's neutral and smiling photos, every
 * one under another view and light, and each vector has to find its partner.
 */
public final class LikenessTraining {
  private static final int PEOPLE = 16;
  private static final int PHOTOS = 2 * PEOPLE;
  private static final int CROP = 3 * EditGeometry.CROP * EditGeometry.CROP;
  private static final int INPUT = 3 * LikenessGraph.SIZE * LikenessGraph.SIZE;
  private static final double PEAK_RATE = 1e-3;
  private static final int WARM_UP = 100;
  private static final float LARGEST_NOISE = .04f;

  private final List<TrainingPair> pairs;
  private final long seed;
  private final ComputationGraph net;
  private final FlatAdam adam;
  private final float[] views = new float[PHOTOS * INPUT];

  /** A fresh network; at least sixteen pairs, each of another person. */
  public LikenessTraining(List<TrainingPair> pairs, long seed) {
    if (pairs.size() < PEOPLE) {
      throw new IllegalArgumentException("too few people");
    }
    this.pairs = pairs;
    this.seed = seed;
    this.net = LikenessGraph.build(seed);
    this.adam = new FlatAdam(net, .9, .99);
  }

  /**
   * Trains for a time and leaves the averaged weights in the network.
   *
   * @param progress is told the loss
   * @return the network at work, which is the caller's to close
   */
  public LikenessNet run(double minutes, Cancellation cancellation, Progress progress) {
    long start = System.nanoTime();
    double loss = 0;
    int step = 0;
    double part = 0;
    while (part < 1) {
      cancellation.check();
      double rate =
          Math.min(1, (step + 1.) / WARM_UP) * (.01 + .99 * (1 + Math.cos(Math.PI * part)) / 2);
      double now = step(step, rate * PEAK_RATE);
      loss = step == 0 ? now : .98 * loss + .02 * now;
      step++;
      part = (System.nanoTime() - start) / (minutes * 60e9);
      progress.report(
          Math.min(1, part), String.format(Locale.ROOT, "step %d, loss %.3f", step, loss));
    }
    net.params().assign(adam.average.reshape(net.params().shape()));
    return new LikenessNet(net);
  }

  double step(int iteration, double rate) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + iteration);
    int[] people = draw(random);
    SplittableRandom[] dice = new SplittableRandom[PHOTOS];
    Arrays.setAll(dice, i -> random.split());
    IntStream.range(0, PHOTOS).parallel().forEach(i -> view(people[i / 2], i, dice[i]));
    INDArray in = Floats.array(views, PHOTOS, 3, LikenessGraph.SIZE, LikenessGraph.SIZE);
    float[] vectors =
        Floats.read(
            GeneratorTrainer.required(
                net.feedForward(new INDArray[] {in}, true, false), "likeness"));
    float[] lengths = new float[PHOTOS];
    for (int i = 0; i < PHOTOS; i++) {
      lengths[i] = LikenessNet.scaleToOne(vectors, i * LikenessGraph.LENGTH);
    }
    float[] gradient = new float[vectors.length];
    double loss = LikenessLoss.of(vectors, PHOTOS, LikenessGraph.LENGTH, gradient);
    throughScaling(vectors, lengths, gradient);
    INDArray weights =
        net.backpropGradient(Floats.array(gradient, PHOTOS, LikenessGraph.LENGTH)).gradient();
    adam.step(weights, rate, iteration);
    return loss;
  }

  /** Different people, as many as a batch holds. */
  private int[] draw(SplittableRandom random) {
    int[] order = IntStream.range(0, pairs.size()).toArray();
    for (int i = 0; i < PEOPLE; i++) {
      int j = random.nextInt(i, order.length);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return Arrays.copyOf(order, PEOPLE);
  }

  private void view(int person, int photo, SplittableRandom random) {
    TrainingPair pair = pairs.get(person);
    float[] crop = new float[CROP];
    Augmentation.draw(random).sample(photo % 2 == 0 ? pair.neutral() : pair.smiling(), crop, 0);
    int at = photo * INPUT;
    FieldRenderer.halve(crop, 0, views, at);
    float noise = (float) random.nextDouble(LARGEST_NOISE);
    for (int i = at; i < at + INPUT; i++) {
      views[i] += noise * (float) random.nextGaussian();
    }
    LikenessNet.normalise(views, at);
  }

  /** From the gradient of vectors of length one to that of what they were before. */
  private static void throughScaling(float[] unit, float[] lengths, float[] gradient) {
    int n = LikenessGraph.LENGTH;
    for (int i = 0; i < lengths.length; i++) {
      double along = 0;
      for (int k = i * n; k < (i + 1) * n; k++) {
        along += (double) unit[k] * gradient[k];
      }
      for (int k = i * n; k < (i + 1) * n; k++) {
        gradient[k] = (float) ((gradient[k] - along * unit[k]) / lengths[i]);
      }
    }
  }

  /** Writes what was trained as a model folder; {@code area} is its check's result. */
  public void write(Path out, double minutes, double area) throws IOException {
    ObjectNode m = NetFolder.manifest("likeness-1", "Tells people apart");
    m.put("input", "crop [n,3,128,128] NCHW");
    m.put("inputRange", "RGB within the face, mean 0 and deviation 1 over each picture");
    NetFolder.putLondon(m);
    ObjectNode training = m.putObject("training");
    training.put("minutes", minutes);
    training.put("seed", seed);
    training.put("heldOutAreaUnderCurve", area);
    NetFolder.write(net, m, out);
  }
}
