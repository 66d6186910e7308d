package beamish.training.dl4j;

import beamish.expression.EditGeometry;
import beamish.job.Problem;
import beamish.tensor.Tensor;
import beamish.training.Augmentation;
import beamish.training.PairStrengths;
import beamish.training.Recipe;
import beamish.training.ToneBalance;
import beamish.training.TrainingPair;
import beamish.training.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A training's steps, from pairs to averaged weights. Each step's chance depends on seed and
 * iteration alone, so a run that goes on from its {@link #state()} does what it would have done.
 * Not thread-safe.
 */
public final class TrainingRun {
  /** Samples a step. */
  public static final int BATCH = 8;

  private static final double CRITIC_FROM = .45;
  private static final double SMILING_SHARE = .7;

  /** Pairs show what a smile changes; photos without a counterpart may be many more. */
  private static final double MOST_REBUILT = 1 / 3.;

  private static final int CROP_SIZE = 3 * EditGeometry.CROP * EditGeometry.CROP;

  private final TrainingSet set;
  private final int pairs;
  private final int rehearsed;

  /** What is rehearsed, then what is rebuilt. */
  private final List<TrainingSet.Made> made;

  private final Recipe recipe;
  private final long seed;
  private final GeneratorTrainer trainer;
  private final PairStrengths strengths;
  private final ToneBalance balance;
  private int iteration;

  /** A fresh run. */
  public TrainingRun(TrainingSet set, Recipe recipe, long seed) {
    this.set = set;
    this.pairs = set.pairs().size();
    this.rehearsed = set.rehearsal().size();
    this.made =
        Stream.<TrainingSet.Made>concat(set.rehearsal().stream(), set.rebuilt().stream()).toList();
    this.recipe = recipe;
    this.seed = seed;
    this.trainer = new GeneratorTrainer(BATCH, seed);
    this.strengths = new PairStrengths(set.groups());
    this.balance = new ToneBalance(set.pairs());
  }

  /** Starts from a published model's weights instead of from nothing. */
  public void start(Map<String, Tensor> weights) {
    trainer.start(weights);
  }

  /** The whole state, for a checkpoint. */
  public List<Tensor> state() {
    List<Tensor> all = new ArrayList<>(trainer.state());
    float[][] own = strengths.state();
    for (int i = 0; i < own.length; i++) {
      all.add(new Tensor("strengths" + i, new int[] {own[i].length}, own[i].clone()));
    }
    all.add(new Tensor("iteration", new int[] {1}, new float[] {iteration}));
    all.add(new Tensor("pairs", new int[] {2}, names()));
    return all;
  }

  /** Tells these pairs from others: a checksum of their names in two halves, exact in a float. */
  private float[] names() {
    int sum = set.pairs().stream().map(TrainingPair::name).toList().hashCode();
    return new float[] {sum >>> 16, sum & 0xffff};
  }

  /**
   * Goes on from a {@link #state()}.
   *
   * @param whose names the checkpoint in messages
   * @throws Problem if it is of other pairs or another network
   */
  public void restore(Map<String, Tensor> state, String whose) {
    try {
      float[] clock = state(state, "iteration", 1);
      if (!Arrays.equals(state(state, "pairs", 2), names())) {
        throw new IllegalArgumentException("the checkpoint is of other pairs");
      }
      float[][] own = strengths.state();
      for (int i = 0; i < own.length; i++) {
        float[] kept = state(state, "strengths" + i, own[i].length);
        System.arraycopy(kept, 0, own[i], 0, kept.length);
      }
      trainer.restore(state);
      iteration = (int) clock[0];
    } catch (IllegalArgumentException e) {
      throw new Problem(
          whose + ": not a checkpoint of these photos; train anew in another folder", e);
    }
  }

  private static float[] state(Map<String, Tensor> state, String name, int length) {
    Tensor t = state.get(name);
    if (t == null || t.data().length != length) {
      throw new IllegalArgumentException("the checkpoint lacks " + name);
    }
    return t.data();
  }

  /**
   * One step.
   *
   * @param fraction of the budget that is spent, 0 … 1
   * @return the batch's mean loss
   */
  public double step(double fraction) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + iteration);
    float[] source = new float[BATCH * CROP_SIZE];
    float[] target = new float[BATCH * CROP_SIZE];
    float[] strength = new float[BATCH];
    int[] chosen = new int[BATCH];
    SplittableRandom[] dice = new SplittableRandom[BATCH];
    for (int i = 0; i < BATCH; i++) {
      chosen[i] = choose(random);
      float s = strength(chosen[i]);
      boolean turned = random.nextDouble() >= SMILING_SHARE && chosen[i] < pairs + rehearsed;
      strength[i] = turned ? -s : s;
      dice[i] = random.split();
    }
    IntStream.range(0, BATCH)
        .parallel()
        .forEach(
            i -> {
              TrainingPair pair = pair(chosen[i]);
              Augmentation view = Augmentation.draw(dice[i]);
              boolean smiles = strength[i] > 0;
              view.sample(smiles ? pair.neutral() : pair.smiling(), source, i * CROP_SIZE);
              view.sample(smiles ? pair.smiling() : pair.neutral(), target, i * CROP_SIZE);
            });
    double rate = rate(fraction);
    float critic =
        (float) Math.min(1, Math.max(0, (fraction - CRITIC_FROM) / .05)) * recipe.criticWeight();
    GeneratorTrainer.Result result =
        trainer.step(
            new GeneratorTrainer.Batch(source, target, strength),
            rate * recipe.peakRate(),
            critic,
            iteration);
    for (int i = 0; i < BATCH; i++) {
      if (chosen[i] < pairs) {
        strengths.learn(chosen[i], result.strengthGradient()[i], strength[i], rate);
      }
    }
    strengths.centre();
    iteration++;
    return result.loss();
  }

  /** A pair's number; from the count of the pairs on, one to rehearse, then one to rebuild. */
  private int choose(SplittableRandom random) {
    if (rehearsed > 0 && random.nextDouble() < recipe.rehearsal()) {
      return pairs + random.nextInt(rehearsed);
    }
    int rebuilt = set.rebuilt().size();
    double share = Math.min(MOST_REBUILT, (double) rebuilt / (pairs + rebuilt));
    if (rebuilt > 0 && random.nextDouble() < share) {
      return pairs + rehearsed + random.nextInt(rebuilt);
    }
    return recipe.balanced() ? balance.draw(random) : random.nextInt(pairs);
  }

  private TrainingPair pair(int chosen) {
    return chosen < pairs ? set.pairs().get(chosen) : made.get(chosen - pairs).pair();
  }

  private float strength(int chosen) {
    return chosen < pairs ? strengths.of(chosen) : made.get(chosen - pairs).strength();
  }

  /** Warm-up, then a cosine from 1 to .02. */
  private double rate(double fraction) {
    double warm = Math.min(1, (iteration + 1.0) / recipe.warmUp());
    return warm * (.02 + .98 * (1 + Math.cos(Math.PI * fraction)) / 2);
  }

  /** Averaged weights, for publishing. */
  public List<Tensor> weights() {
    return trainer.weights();
  }

  /** Steps done so far, over all runs. */
  public int iteration() {
    return iteration;
  }

  /** Crops seen so far, over all runs. */
  public long crops() {
    return (long) iteration * BATCH;
  }
}
