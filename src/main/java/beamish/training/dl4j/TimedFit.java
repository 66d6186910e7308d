package beamish.training.dl4j;

import beamish.job.Cancellation;
import beamish.job.Progress;
import java.util.Locale;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Fits a small network for so many minutes, at a rate that falls along half a cosine. */
final class TimedFit {
  private static final double RATE = 1e-3;

  /** How many steps go by until the rate is reached. */
  private static final double WARM = 200;

  /** After how many it is set anew. */
  private static final int EACH = 20;

  private static final int REPORTS = 50;

  private TimedFit() {}

  /**
   * Fits {@code net}.
   *
   * @param batches draws the next one
   * @param check says how far it has come, on those who are held out
   * @return how many steps it went
   */
  static int run(
      ComputationGraph net,
      double minutes,
      Supplier<MultiDataSet> batches,
      Supplier<String> check,
      Progress progress,
      Cancellation cancellation) {
    long start = System.nanoTime();
    long length = (long) (minutes * 60e9);
    int steps = 0;
    int told = 0;
    double loss = 0;
    while (System.nanoTime() - start < length) {
      cancellation.check();
      double part = Math.min(1, (double) (System.nanoTime() - start) / length);
      if (steps % EACH == 0) {
        double warm = Math.min(1, (steps + EACH) / WARM);
        net.setLearningRate(RATE * warm * (.01 + .99 * (.5 + .5 * Math.cos(Math.PI * part))));
      }
      net.fit(batches.get());
      steps++;
      loss += net.score();
      if ((int) (part * REPORTS) > told) {
        told = (int) (part * REPORTS);
        progress.report(
            part,
            String.format(
                Locale.ROOT, "step %d, loss %.3f, held out: %s", steps, loss / steps, check.get()));
      }
    }
    return steps;
  }
}
