package beamish.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {
  @Test
  void leavesAFlatPictureAlone() {
    FloatImage flat = FloatImage.zeros(2, 7, 9);
    Arrays.fill(flat.data(), .4f);
    for (float v : GaussianBlur.of(flat, 1.3).data()) {
      assertThat(v).isCloseTo(.4f, within(1e-6f));
    }
  }

  @Test
  void spreadsAPointAsTheBellDoes() {
    FloatImage point = FloatImage.zeros(1, 21, 21);
    point.data()[10 * 21 + 10] = 1;
    FloatImage blurred = GaussianBlur.of(point, 2);
    double peak = 1 / (2 * Math.PI * 4);
    assertThat(blurred.at(0, 10, 10)).isCloseTo((float) peak, within(1e-3f));
    assertThat(blurred.at(0, 12, 10) / blurred.at(0, 10, 10))
        .isCloseTo((float) Math.exp(-.5), within(1e-3f));
    assertThat(blurred.at(0, 10, 12)).isEqualTo(blurred.at(0, 12, 10));
    double sum = 0;
    for (float v : blurred.data()) {
      sum += v;
    }
    assertThat(sum).isCloseTo(1, within(1e-3));
  }

  @Test
  void unsharpMakesStepsSteeperWithinTheRange() {
    FloatImage step = FloatImage.zeros(1, 1, 40);
    Arrays.fill(step.data(), 0, 20, .2f);
    Arrays.fill(step.data(), 20, 40, .6f);
    FloatImage soft = GaussianBlur.of(step, 2);
    FloatImage sharp = GaussianBlur.unsharp(step, 2, .5f);
    assertThat(sharp.at(0, 20, 0)).isCloseTo(.6f + .5f * (.6f - soft.at(0, 20, 0)), within(1e-6f));
    assertThat(sharp.at(0, 5, 0)).isCloseTo(.2f, within(1e-6f));
    assertThat(GaussianBlur.unsharp(step, 2, 9).at(0, 20, 0)).isEqualTo(1);
  }

  @Test
  void keepsChannelsApart() {
    FloatImage two = FloatImage.zeros(2, 5, 5);
    Arrays.fill(two.data(), 25, 50, 1);
    FloatImage blurred = GaussianBlur.of(two, 1);
    assertThat(blurred.at(0, 2, 4)).isZero();
    assertThat(blurred.at(1, 2, 0)).isCloseTo(1, within(1e-6f));
  }
}
