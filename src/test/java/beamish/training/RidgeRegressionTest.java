package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.training.RidgeRegression.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final int PEOPLE = 9;
  private final Random random = new Random(3);

  private float[][] random(int columns) {
    float[][] rows = new float[PEOPLE][columns];
    for (float[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** y = first component + noise. */
  private float[][] noisy(float[][] x, double noise) {
    float[][] y = new float[PEOPLE][2];
    for (int i = 0; i < PEOPLE; i++) {
      y[i][0] = (float) (2 * x[i][0] + 5 + noise * random.nextGaussian());
      y[i][1] = (float) (-x[i][0] + noise * random.nextGaussian());
    }
    return y;
  }

  private static Samples without(float[][] rows, int left) {
    float[][] kept = new float[rows.length - (left < 0 ? 0 : 1)][];
    for (int i = 0, k = 0; i < rows.length; i++) {
      if (i != left) {
        kept[k++] = rows[i].clone();
      }
    }
    return new Samples(kept);
  }

  @Test
  void findsALineThatIsThere() {
    float[][] x = random(1);
    RidgeRegression line = RidgeRegression.fit(without(x, -1), without(noisy(x, 0), -1));
    float[] y = line.predict(new float[] {.7f});
    assertThat(y[0]).isCloseTo(6.4f, within(.01f));
    assertThat(y[1]).isCloseTo(-.7f, within(.01f));
  }

  @Test
  void leavesOneOutAsIfFittedAnew() {
    float[][] x = random(30);
    float[][] y = noisy(x, .5);
    RidgeRegression all = RidgeRegression.fit(without(x, -1), without(y, -1));
    double sum = 0;
    for (int i = 0; i < PEOPLE; i++) {
      float[] foretold =
          new RidgeRegression(without(x, i), without(y, i), all.weight()).predict(x[i]);
      for (int k = 0; k < 2; k++) {
        sum += Math.pow(foretold[k] - y[i][k], 2);
      }
    }
    assertThat(all.leaveOneOutError()).isCloseTo(sum, within(1e-3 * sum));
  }

  @Test
  void shrinksTowardsTheMeanWhereNoiseRules() {
    float[][] x = random(1);
    double clean = RidgeRegression.fit(without(x, -1), without(noisy(x, 0), -1)).weight();
    double noise = RidgeRegression.fit(without(x, -1), without(noisy(x, 20), -1)).weight();
    assertThat(noise).isGreaterThan(10 * clean);
  }
}
