package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.LandmarkNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Trains the landmark network and writes it as a model folder. */
public final class LandmarkTraining {
  private static final int BATCH = 16;
  private static final int FACES = 13;

  private LandmarkTraining() {}

  /** What came out: mean pupil and corner errors of the held-out people, of the eye distance. */
  public record Report(int steps, double eyeError, double mouthError) {}

  /**
   * Reads, trains, checks on the held-out people, writes.
   *
   * @param progress told of each fiftieth
   * @throws Problem if there is nothing to read or the disk does not take the result
   */
  public static Report run(LandmarkPlan plan, Progress progress, Cancellation cancellation) {
    try {
      LandmarkSamples.Split split = LandmarkSamples.read(plan, progress, cancellation);
      long seed = plan.seed();
      ComputationGraph net =
          plan.resume() ? LandmarkNet.read(plan.out()) : LandmarkGraph.face(seed);
      LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(seed));
      int steps =
          TimedFit.run(
              net,
              plan.minutes(),
              () -> batch(jitter, split.training()),
              () -> {
                double[] e = check(net, split.validation(), seed);
                return String.format(
                    Locale.ROOT, "eyes %.4f, mouth %.4f, faces told apart %.3f", e[0], e[1], e[2]);
              },
              progress,
              cancellation);
      double[] errors = check(net, split.validation(), seed);
      Report report = new Report(steps, errors[0], errors[1]);
      LandmarkFolder.write(net, plan, report);
      return report;
    } catch (IOException e) {
      throw new Problem(plan.out() + ": training stopped: " + e.getMessage(), e);
    }
  }

  private static MultiDataSet batch(LandmarkJitter jitter, List<LandmarkSample> samples) {
    int n = LandmarkLayout.SIZE;
    int answers = 2 * LandmarkLayout.POINTS;
    float[] image = new float[BATCH * n * n];
    float[] target = new float[BATCH * answers];
    float[] mask = new float[BATCH * answers];
    float[] face = new float[BATCH];
    for (int i = 0; i < BATCH; i++) {
      LandmarkSample sample = jitter.any(samples);
      if (i < FACES) {
        jitter.face(sample, image, target, mask, i);
        face[i] = 1;
      } else {
        jitter.other(sample, image, i);
      }
    }
    return new MultiDataSet(
        new INDArray[] {Nd4j.create(image, new long[] {BATCH, 1, n, n}, 'c')},
        new INDArray[] {
          Nd4j.create(target, new long[] {BATCH, answers}, 'c'),
          Nd4j.create(face, new long[] {BATCH, 1}, 'c')
        },
        null,
        new INDArray[] {Nd4j.create(mask, new long[] {BATCH, answers}, 'c'), Nd4j.ones(BATCH, 1)});
  }

  /**
   * Mean errors of pupils and mouth corners on jittered views of the held-out people, as a part of
   * the eye distance, and how many views are told rightly face or not.
   */
  private static double[] check(ComputationGraph net, List<LandmarkSample> samples, long seed) {
    LandmarkJitter jitter = new LandmarkJitter(new SplittableRandom(seed));
    int n = LandmarkLayout.SIZE;
    int answers = 2 * LandmarkLayout.POINTS;
    int count = 4 * samples.size();
    float[] image = new float[2 * count * n * n];
    float[] target = new float[2 * count * answers];
    float[] mask = new float[2 * count * answers];
    for (int i = 0; i < count; i++) {
      LandmarkSample sample = samples.get(i % samples.size());
      jitter.face(sample, image, target, mask, i);
      jitter.other(sample, image, count + i);
    }
    INDArray[] out = net.output(Nd4j.create(image, new long[] {2L * count, 1, n, n}, 'c'));
    double[] sums = new double[3];
    double[] weights = new double[2];
    int right = 0;
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 4; p++) {
        int o = i * answers + 2 * p;
        double dx = out[0].getDouble(i, 2L * p) - target[o];
        double dy = out[0].getDouble(i, 2L * p + 1) - target[o + 1];
        sums[p / 2] += mask[o] * Math.hypot(dx, dy) / LandmarkGraph.SCALE / LandmarkLayout.EYES;
        weights[p / 2] += mask[o];
      }
      right += out[1].getDouble(i, 0) > .5 ? 1 : 0;
      right += out[1].getDouble((long) count + i, 0) < .5 ? 1 : 0;
    }
    return new double[] {
      sums[0] / Math.max(1, weights[0]), sums[1] / Math.max(1, weights[1]), right / (2. * count)
    };
  }
}
