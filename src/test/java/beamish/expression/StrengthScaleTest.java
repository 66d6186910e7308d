package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import org.junit.jupiter.api.Test;

class StrengthScaleTest {
  private static final Landmarks FACE =
      new Landmarks(
          new Point(.32, .36), new Point(.68, .36), new Point(.36, .76), new Point(.64, .76));

  /** Everything moves away from the middle by a tenth: pixels come from nearer to it. */
  private static FloatImage stretch() {
    int n = 64;
    FloatImage flow = FloatImage.zeros(2, n, n);
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        double u = (x + .5) / n;
        flow.data()[y * n + x] = (float) ((.5 - u) * (1 - 1 / 1.1));
      }
    }
    return flow;
  }

  @Test
  void aStretchWidensTheMouthByAsMuch() {
    assertThat(MouthWidening.of(stretch(), FACE)).isEqualTo(.1, within(1e-3));
    assertThat(MouthWidening.of(FloatImage.zeros(2, 64, 64), FACE)).isZero();
  }

  @Test
  void aShyFaceIsGivenLongerStepsAndABoldOneShorterWithinLimits() {
    StrengthScale scale = new StrengthScale(1.1, .15);
    assertThat(scale.stepFor(.15)).isEqualTo(1.1, within(1e-9));
    assertThat(scale.stepFor(.12)).isEqualTo(1.1 * 1.25, within(1e-9));
    assertThat(scale.stepFor(.18)).isEqualTo(1.1 / 1.2, within(1e-9));
    assertThat(scale.stepFor(.01)).isEqualTo(scale.stepFor(-.1)).isEqualTo(1.1 * 1.3, within(1e-9));
    assertThat(scale.stepFor(5)).isEqualTo(1.1 * .75, within(1e-9));
  }

  @Test
  void withoutAKnownWideningEveryFaceTakesTheSameStep() {
    assertThat(new StrengthScale(.9, 0).stepFor(.02)).isEqualTo(.9);
  }

  @Test
  void aFlowThatFallsBehindIsLengthenedAndNoneIsShortened() {
    StrengthScale scale = new StrengthScale(1, .16);
    assertThat(scale.gain(1, .16)).isEqualTo(1);
    assertThat(scale.gain(1, .2)).isEqualTo(1);
    assertThat(scale.gain(1, .128)).isEqualTo(1.25, within(1e-9));
    assertThat(scale.gain(.5, .064)).isEqualTo(1.25, within(1e-9));
    assertThat(scale.gain(1, .01)).isEqualTo(1.5);
    assertThat(scale.gain(-1, -.1)).isEqualTo(1);
    assertThat(StrengthScale.PLAIN.gain(1, .01)).isEqualTo(1);
  }

  @Test
  void aFlowThatStopsGrowingStillWidensMoreWithStrength() {
    StrengthScale scale = new StrengthScale(1, .16);
    double last = 0;
    for (double s = .25; s <= 1.5; s += .25) {
      double saturating = .15 * Math.min(1, s);
      double widened = saturating * scale.gain(s, saturating);
      assertThat(widened).as("at %s", s).isGreaterThan(last);
      last = widened;
    }
  }

  @Test
  void cheeksRiseWithTheMouthAndThenHalfAsFast() {
    assertThat(StrengthScale.cheeks(-1)).isEqualTo(1);
    assertThat(StrengthScale.cheeks(.5)).isEqualTo(1);
    assertThat(StrengthScale.cheeks(1)).isEqualTo(.75, within(1e-9));
    double last = 0;
    for (double s = .25; s <= 1.5; s += .25) {
      assertThat(s * StrengthScale.cheeks(s)).as("at %s", s).isGreaterThan(last);
      last = s * StrengthScale.cheeks(s);
    }
  }
}
