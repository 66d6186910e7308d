package beamish.training;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws training pairs so that rare skin tones are seen more often than they are photographed: the
 * faces' brightness is cut into equal bands, and every band has the same chance. Labels are not
 * needed.
 */
public final class ToneBalance {
  private static final int BANDS = 6;
  private final double[] upTo;

  /** For these pairs, by their neutral photos. */
  public ToneBalance(List<TrainingPair> pairs) {
    int n = pairs.size();
    double[] tone = new double[n];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      tone[i] = brightness(pairs.get(i).neutral());
      least = Math.min(least, tone[i]);
      most = Math.max(most, tone[i]);
    }
    int[] band = new int[n];
    int[] count = new int[BANDS];
    for (int i = 0; i < n; i++) {
      band[i] = (int) Math.min(BANDS - 1, BANDS * (tone[i] - least) / (most - least + 1e-9));
      count[band[i]]++;
    }
    upTo = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += 1.0 / count[band[i]];
      upTo[i] = sum;
    }
  }

  /** A pair's index. */
  public int draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int i = 0;
    while (i < upTo.length - 1 && upTo[i] <= at) {
      i++;
    }
    return i;
  }

  /** Mean green of the face's middle, cheeks to brows: 0 … 255. */
  private static double brightness(byte[] cached) {
    int n = TrainingPair.SIZE;
    int from = (int) ((.3 - TrainingPair.START) / TrainingPair.SPAN * n);
    int to = (int) ((.7 - TrainingPair.START) / TrainingPair.SPAN * n);
    long sum = 0;
    for (int y = from; y < to; y++) {
      for (int x = from; x < to; x++) {
        sum += cached[n * n + y * n + x] & 0xff;
      }
    }
    return (double) sum / ((to - from) * (to - from));
  }
}
