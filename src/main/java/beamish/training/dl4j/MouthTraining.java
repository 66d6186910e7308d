package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.MouthLayout;
import beamish.face.dl4j.MouthNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Trains the mouth network and adds it to the landmark model's folder. */
public final class MouthTraining {
  private static final int BATCH = 16;

  /** Of each person held out. */
  private static final int VIEWS = 8;

  private static final int ANSWERS = 2 * MouthLayout.POINTS.size();

  private MouthTraining() {}

  /** What came out: the mean error of the held-out people's mouth corners, in eye distances. */
  public record Report(int steps, double cornerError) {}

  /**
   * Reads, trains for {@code minutes}, checks on the held-out people, writes: as {@link
   * LandmarkTraining#run}, into the folder that has the whole face's network already.
   *
   * @param out the landmark model's folder
   * @param resume whether to go on from the mouth's weights in it, instead of random ones
   * @throws Problem as there, and if {@code out} has no network for whole faces
   */
  public static Report run(
      Path neutral,
      Path smiling,
      Path validation,
      Path out,
      boolean resume,
      double minutes,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    try {
      LandmarkFolder.requireFace(out);
      LandmarkSamples.Split split =
          LandmarkSamples.read(neutral, smiling, validation, progress, cancellation);
      return learn(split, out, resume, minutes, seed, progress, cancellation);
    } catch (IOException e) {
      throw new Problem(out + ": training stopped: " + e.getMessage(), e);
    }
  }

  /** {@link #run} once the photos are read. */
  static Report learn(
      LandmarkSamples.Split split,
      Path out,
      boolean resume,
      double minutes,
      long seed,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    ComputationGraph net = resume ? MouthNet.read(out) : LandmarkGraph.mouth(seed);
    LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(seed));
    int steps =
        TimedFit.run(
            net,
            minutes,
            () -> batch(jitter, () -> jitter.any(split.training()), BATCH),
            () -> String.format(Locale.ROOT, "corners %.4f", check(net, split.validation(), seed)),
            progress,
            cancellation);
    Report report = new Report(steps, check(net, split.validation(), seed));
    LandmarkFolder.writeMouth(net, out, report, resume, minutes, seed);
    return report;
  }

  private static MultiDataSet batch(
      LandmarkJitter jitter, Supplier<LandmarkSample> samples, int size) {
    int n = LandmarkLayout.SIZE;
    float[] image = new float[size * n * n];
    float[] target = new float[size * ANSWERS];
    float[] mask = new float[size * ANSWERS];
    for (int i = 0; i < size; i++) {
      jitter.mouth(samples.get(), image, target, mask, i);
    }
    return new MultiDataSet(
        new INDArray[] {Nd4j.create(image, new long[] {size, 1, n, n}, 'c')},
        new INDArray[] {Nd4j.create(target, new long[] {size, ANSWERS}, 'c')},
        null,
        new INDArray[] {Nd4j.create(mask, new long[] {size, ANSWERS}, 'c')});
  }

  /** The mean error of mouth corners on views of the held-out people, in eye distances. */
  private static double check(ComputationGraph net, List<LandmarkSample> samples, long seed) {
    int count = VIEWS * samples.size();
    Iterator<LandmarkSample> all = Stream.generate(() -> samples).flatMap(List::stream).iterator();
    MultiDataSet views = batch(new LandmarkJitter(new SplittableRandom(seed)), all::next, count);
    INDArray out = net.output(views.getFeatures(0))[0];
    INDArray target = views.getLabels(0);
    INDArray known = views.getLabelsMaskArray(0);
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < count; i++) {
      for (int corner = 0; corner < 2; corner++) {
        double dx = out.getDouble(i, 2L * corner) - target.getDouble(i, 2L * corner);
        double dy = out.getDouble(i, 2L * corner + 1) - target.getDouble(i, 2L * corner + 1);
        sum += known.getDouble(i, 2L * corner) * Math.hypot(dx, dy);
        weight += known.getDouble(i, 2L * corner);
      }
    }
    return sum / Math.max(1, weight) / LandmarkGraph.SCALE * MouthLayout.SPAN / LandmarkLayout.EYES;
  }
}
