package beamish.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.Figure;
import beamish.training.recipe.dl4j.GraphNet;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The losses that adversaries are trained by. */
class AdversariesTest {

  @Test
  void crossEntropiesHaveTheirGradients() {
    float[] logits = {.3f, -1.2f, 2, .1f, .2f, -.4f};
    float[] wanted = {0, 1, 0, 0, 0, 1};
    float[] gradient = new float[6];
    float[] truth = new float[6];
    Labels.classes(logits, wanted, 3, 1, gradient);
    Labels.truth(logits, true, 1, truth);
    for (int i = 0; i < 6; i++) {
      float[] more = logits.clone();
      more[i] += 1e-2f;
      float[] less = logits.clone();
      less[i] -= 1e-2f;
      double slope =
          Labels.classes(more, wanted, 3, 1, new float[6])
              - Labels.classes(less, wanted, 3, 1, new float[6]);
      assertThat(gradient[i]).isCloseTo((float) (slope / 2e-2), within(1e-3f));
      double real =
          Labels.truth(more, true, 1, new float[6]) - Labels.truth(less, true, 1, new float[6]);
      assertThat(truth[i]).isCloseTo((float) (real / 2e-2), within(1e-3f));
    }
  }

  /** Between points a distance of 2 apart a critic of slope 1 sees a difference of 2. */
  @Test
  void aCriticLearnsTheDistanceAndKeepsItsSlope() {
    Figure figure =
        Figure.parse("in point 2\ndense 32 leaky\ndense 32 leaky\nverdict: dense 1\nout verdict");
    RecipeSettings settings = RecipeSettings.PLAIN.with(Map.of("optimiser", "adam-adversarial"));
    GraphNet net = new GraphNet("critic", figure, settings, 3);
    Wasserstein critic = new Wasserstein(net);
    int n = 32;
    double far = 0;
    for (int step = 0; step < 600; step++) {
      SplittableRandom random = new SplittableRandom(step);
      float[] real = new float[2 * n];
      float[] made = new float[2 * n];
      for (int i = 0; i < n; i++) {
        real[2 * i] = made[2 * i] = (float) random.nextDouble(-1, 1);
        real[2 * i + 1] = 1;
        made[2 * i + 1] = -1;
      }
      far = critic.learn(real, made, n, new float[0], 2e-3, random);
    }
    // the penalty of weight 10 lets the slope be a twentieth steeper than 1
    assertThat(far).isBetween(1.7, 2.5);
    float[] pull = critic.opinion(new float[] {0, -1}, 1, new float[0], 1);
    assertThat(pull[1]).as("downhill is towards the real ones").isLessThan(-.5f);
  }
}
