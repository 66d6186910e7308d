package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.MouthLayout;
import beamish.face.dl4j.MouthNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
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
   * Reads, trains, checks on the held-out people, writes, beside the whole face's network that is
   * in the folder already.
   *
   * @param progress told of each fiftieth
   * @throws Problem if that is not there, there is nothing to read, or the disk does not take the
   *     result
   */
  public static Report run(LandmarkPlan plan, Progress progress, Cancellation cancellation) {
    try {
      LandmarkFolder.requireFace(plan.out());
      return learn(
          LandmarkSamples.read(plan, progress, cancellation), plan, progress, cancellation);
    } catch (IOException e) {
      throw new Problem(plan.out() + ": training stopped: " + e.getMessage(), e);
    }
  }

  /** {@link #run} once the photos are read. */
  static Report learn(
      LandmarkSamples.Split split, LandmarkPlan plan, Progress progress, Cancellation cancellation)
      throws IOException {
    long seed = plan.seed();
    ComputationGraph net = plan.resume() ? MouthNet.read(plan.out()) : LandmarkGraph.mouth(seed);
    LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(seed));
    int steps =
        TimedFit.run(
            net,
            plan.minutes(),
            () -> batch(jitter, () -> jitter.any(split.training()), BATCH),
            () -> String.format(Locale.ROOT, "corners %.4f", check(net, split.validation(), seed)),
            progress,
            cancellation);
    Report report = new Report(steps, check(net, split.validation(), seed));
    LandmarkFolder.writeMouth(net, plan, report);
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
