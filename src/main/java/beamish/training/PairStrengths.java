package beamish.training;

import java.util.Arrays;

/**
 * How strong each training pair's smile is, learned along with the networks: s = exp(a learned
 * number), mean 1 in each group. A pair with a flat smile finds a small s, so that strength 1 comes
 * to mean an ordinary, clear smile of its group: of everybody where all are one group, of this very
 * person where each is their own. Adam on the logarithms.
 */
public final class PairStrengths {
  private static final double RATE = .02;
  private static final double LIMIT = Math.log(2.5);
  private final float[] log;
  private final float[] first;
  private final float[] second;
  private final int[] group;

  /**
   * All 1 to begin with.
   *
   * @param group each pair's group, 0, 1 …
   */
  public PairStrengths(int[] group) {
    int pairs = group.length;
    this.group = group.clone();
    this.log = new float[pairs];
    this.first = new float[pairs];
    this.second = new float[pairs];
  }

  /** The strength of a pair, around 1. */
  public float of(int pair) {
    return (float) Math.exp(log[pair]);
  }

  /**
   * One step for a pair just seen.
   *
   * @param gradient loss gradient of the signed strength it was shown at
   * @param signed that strength
   * @param rate learning rate as a part of its greatest, 0 … 1
   */
  public void learn(int pair, float gradient, float signed, double rate) {
    double g = gradient * signed;
    first[pair] = (float) (.9 * first[pair] + .1 * g);
    second[pair] = (float) (.98 * second[pair] + .02 * g * g);
    log[pair] -= (float) (rate * RATE * first[pair] / (Math.sqrt(second[pair]) + 1e-7));
    log[pair] = (float) Math.min(LIMIT, Math.max(-LIMIT, log[pair]));
  }

  /** Scales all so that the mean of each group is 1. */
  public void centre() {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    double[] sum = new double[groups];
    int[] count = new int[groups];
    for (int i = 0; i < log.length; i++) {
      sum[group[i]] += Math.exp(log[i]);
      count[group[i]]++;
    }
    for (int i = 0; i < log.length; i++) {
      log[i] -= (float) Math.log(sum[group[i]] / count[group[i]]);
    }
  }

  /** The logarithms and both moments, for a checkpoint; live, not copies. */
  public float[][] state() {
    return new float[][] {log, first, second};
  }
}
