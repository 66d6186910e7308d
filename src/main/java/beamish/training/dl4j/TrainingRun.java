package beamish.training.dl4j;

import beamish.expression.EditGeometry;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.tensor.SafeTensors;
import beamish.tensor.Tensor;
import beamish.training.Augmentation;
import beamish.training.PairStrengths;
import beamish.training.ToneBalance;
import beamish.training.TrainingPair;
import beamish.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A training from pairs to averaged weights, in a budget of time, going on from its last checkpoint
 * after any stop.
 */
public final class TrainingRun {
  /** Samples a step. */
  public static final int BATCH = 8;

  private static final double PEAK_RATE = 1e-3;
  private static final int WARM_UP = 200;
  private static final double CRITIC_FROM = .45;
  private static final float CRITIC_WEIGHT = .008f;
  private static final double SMILING_SHARE = .7;
  private static final double CHECKPOINT_SECONDS = 60;
  private static final int CROP_SIZE = 3 * EditGeometry.CROP * EditGeometry.CROP;

  private final List<TrainingPair> pairs;
  private final Path checkpoint;
  private final long seed;
  private final GeneratorTrainer trainer;
  private final PairStrengths strengths;
  private final ToneBalance balance;
  private int iteration;
  private double seconds;

  /**
   * A fresh run.
   *
   * @param checkpoint the file that {@link #run} writes once a minute
   */
  public TrainingRun(List<TrainingPair> pairs, Path checkpoint, long seed) {
    this.pairs = pairs;
    this.checkpoint = checkpoint;
    this.seed = seed;
    this.trainer = new GeneratorTrainer(BATCH, seed);
    this.strengths = new PairStrengths(pairs.size());
    this.balance = new ToneBalance(pairs);
  }

  /**
   * Goes on from the checkpoint, if there is one.
   *
   * @throws Problem if it is damaged or of other pairs
   */
  public void resume() {
    if (!Files.exists(checkpoint)) {
      return;
    }
    Map<String, Tensor> state = SafeTensors.read(checkpoint);
    float[] clock = state(state, "clock", 2);
    trainer.restore(state);
    float[][] own = strengths.state();
    for (int i = 0; i < own.length; i++) {
      System.arraycopy(state(state, "strengths" + i, pairs.size()), 0, own[i], 0, pairs.size());
    }
    iteration = (int) clock[0];
    seconds = clock[1];
  }

  /** Starts from a published model's weights instead of from nothing. */
  public void start(Map<String, Tensor> weights) {
    trainer.start(weights);
  }

  private float[] state(Map<String, Tensor> state, String name, int length) {
    Tensor t = state.get(name);
    if (t == null || t.data().length != length) {
      throw new Problem(checkpoint + ": not a checkpoint of these photos; start without --resume");
    }
    return t.data();
  }

  /**
   * Trains until the budget is spent or the work is cancelled; either way the last state lies in
   * the checkpoint.
   *
   * @param minutes the whole budget, earlier runs included
   */
  public void run(double minutes, Cancellation cancellation, Consumer<TrainingProgress> listener)
      throws IOException {
    double saved = seconds;
    double loss = 0;
    double speed = 0;
    long last = System.nanoTime();
    while (seconds < minutes * 60 && !cancellation.isCancelled()) {
      double fraction = Math.min(1, seconds / (minutes * 60));
      double now = step(fraction);
      iteration++;
      long time = System.nanoTime();
      double took = (time - last) / 1e9;
      last = time;
      seconds += took;
      loss = loss == 0 ? now : .98 * loss + .02 * now;
      speed = speed == 0 ? BATCH / took : .95 * speed + .05 * BATCH / took;
      if (seconds - saved > CHECKPOINT_SECONDS) {
        save();
        saved = seconds;
      }
      listener.accept(
          new TrainingProgress(
              iteration, (long) iteration * BATCH, seconds, fraction, loss, speed));
    }
    save();
  }

  private double step(double fraction) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + iteration);
    float[] source = new float[BATCH * CROP_SIZE];
    float[] target = new float[BATCH * CROP_SIZE];
    float[] strength = new float[BATCH];
    int[] chosen = new int[BATCH];
    SplittableRandom[] dice = new SplittableRandom[BATCH];
    for (int i = 0; i < BATCH; i++) {
      chosen[i] = balance.draw(random);
      float s = strengths.of(chosen[i]);
      strength[i] = random.nextDouble() < SMILING_SHARE ? s : -s;
      dice[i] = random.split();
    }
    IntStream.range(0, BATCH)
        .parallel()
        .forEach(
            i -> {
              TrainingPair pair = pairs.get(chosen[i]);
              Augmentation view = Augmentation.draw(dice[i]);
              boolean smiles = strength[i] > 0;
              view.sample(smiles ? pair.neutral() : pair.smiling(), source, i * CROP_SIZE);
              view.sample(smiles ? pair.smiling() : pair.neutral(), target, i * CROP_SIZE);
            });
    double rate = rate(fraction);
    float critic = (float) Math.min(1, Math.max(0, (fraction - CRITIC_FROM) / .05)) * CRITIC_WEIGHT;
    GeneratorTrainer.Result result =
        trainer.step(
            new GeneratorTrainer.Batch(source, target, strength),
            rate * PEAK_RATE,
            critic,
            iteration);
    for (int i = 0; i < BATCH; i++) {
      strengths.learn(chosen[i], result.strengthGradient()[i], strength[i], rate);
    }
    strengths.centre();
    return result.loss();
  }

  /** Warm-up, then a cosine from 1 to .02. */
  private double rate(double fraction) {
    double warm = Math.min(1, (iteration + 1.0) / WARM_UP);
    return warm * (.02 + .98 * (1 + Math.cos(Math.PI * fraction)) / 2);
  }

  private void save() throws IOException {
    List<Tensor> all = new ArrayList<>(trainer.state());
    float[][] own = strengths.state();
    for (int i = 0; i < own.length; i++) {
      all.add(new Tensor("strengths" + i, new int[] {own[i].length}, own[i]));
    }
    all.add(new Tensor("clock", new int[] {2}, new float[] {iteration, (float) seconds}));
    SafeTensors.write(
        checkpoint, all, Map.of("seed", Long.toString(seed)), SafeTensors.Precision.F32);
  }

  /** Averaged weights, for publishing. */
  public List<Tensor> weights() {
    return trainer.weights();
  }

  /** Steps done so far, over all runs. */
  public int iteration() {
    return iteration;
  }

  /** Seconds trained so far, over all runs. */
  public double seconds() {
    return seconds;
  }

  /** Each pair's learned strength, in order. */
  public float[] strengths() {
    float[] s = new float[pairs.size()];
    for (int i = 0; i < s.length; i++) {
      s[i] = strengths.of(i);
    }
    return s;
  }
}
