package beamish.training.lesson;

import beamish.expression.dl4j.BeamishGraphs;
import beamish.image.FloatImage;
import beamish.job.Cancellation;
import beamish.tensor.Tensor;
import beamish.training.Augmentation;
import beamish.training.TrainingPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One smile direction for everybody. A network takes each face's direction from its latent code,
 * and of few people it learns most of that by heart: what their directions have in common is what
 * it knows of strangers.
 */
final class CommonDirection {
  private static final String WEIGHTS = "direction.W";
  private static final String BIAS = "direction.b";
  private static final int VIEWS = 8;

  private CommonDirection() {}

  /**
   * A model's weights changed so that every face's direction is the mean of these people's, as long
   * as theirs are in the mean.
   *
   * @param direction of a crop, by these weights
   * @param pairs people trained on
   * @return the same tensors but for the direction's two; the given ones stay as they are
   */
  static List<Tensor> of(
      List<Tensor> weights,
      Function<FloatImage, float[]> direction,
      List<TrainingPair> pairs,
      Cancellation cancellation) {
    float[] mean = mean(direction, pairs, cancellation);
    List<Tensor> all = new ArrayList<>();
    for (Tensor t : weights) {
      all.add(
          switch (t.name()) {
            case WEIGHTS -> new Tensor(t.name(), t.shape(), new float[t.data().length]);
            case BIAS -> new Tensor(t.name(), t.shape(), mean);
            default -> t;
          });
    }
    return all;
  }

  /** Over views of calm and smiling photos, some of them mirrored. */
  private static float[] mean(
      Function<FloatImage, float[]> direction,
      List<TrainingPair> pairs,
      Cancellation cancellation) {
    SplittableRandom random = new SplittableRandom(1);
    double[] sum = new double[BeamishGraphs.LATENT];
    double lengths = 0;
    for (TrainingPair pair : pairs) {
      cancellation.check();
      for (int i = 0; i < VIEWS; i++) {
        byte[] photo = i % 2 == 0 ? pair.neutral() : pair.smiling();
        float[] own = direction.apply(Augmentation.draw(random).of(photo));
        double square = 0;
        for (int k = 0; k < sum.length; k++) {
          sum[k] += own[k];
          square += own[k] * own[k];
        }
        lengths += Math.sqrt(square);
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(d -> d * d).sum());
    float[] mean = new float[sum.length];
    for (int k = 0; length > 0 && k < mean.length; k++) {
      mean[k] = (float) (sum[k] * lengths / length / (VIEWS * pairs.size()));
    }
    return mean;
  }
}
