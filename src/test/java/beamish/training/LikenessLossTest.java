package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessLossTest {
  private static final int COUNT = 6;
  private static final int LENGTH = 5;

  private static float[] random() {
    Random random = new Random(3);
    float[] v = new float[COUNT * LENGTH];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) (random.nextGaussian() * .4);
    }
    return v;
  }

  private static double loss(float[] v) {
    return LikenessLoss.of(v, COUNT, LENGTH, new float[v.length]);
  }

  @Test
  void gradientIsThatOfTheLoss() {
    float[] v = random();
    float[] gradient = new float[v.length];
    LikenessLoss.of(v, COUNT, LENGTH, gradient);
    for (int i = 0; i < v.length; i++) {
      float[] up = v.clone();
      up[i] += 1e-3f;
      float[] down = v.clone();
      down[i] -= 1e-3f;
      double slope = (loss(up) - loss(down)) / ((double) up[i] - down[i]);
      assertThat((double) gradient[i]).isCloseTo(slope, within(2e-3));
    }
  }

  @Test
  void partnersApartCostMoreThanPartnersTogether() {
    float[] together = new float[4 * 2];
    float[] apart = new float[4 * 2];
    for (int i = 0; i < 4; i++) {
      together[2 * i + i / 2] = 1;
      apart[2 * i + i % 2] = 1;
    }
    float[] unused = new float[8];
    assertThat(LikenessLoss.of(together, 4, 2, unused)).isLessThan(.01);
    assertThat(LikenessLoss.of(apart, 4, 2, unused)).isGreaterThan(5);
  }

  @Test
  void areaCountsWinsAndHalvesTies() {
    double[] same = {.9, .5};
    double[] other = {.5, .1, .7, .2};
    assertThat(Separation.areaUnderCurve(same, other)).isEqualTo((4 + 2.5) / 8);
  }
}
