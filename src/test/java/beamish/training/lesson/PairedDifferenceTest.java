package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.PixelImage;
import beamish.training.lesson.Comparison.Edit;
import beamish.training.lesson.Comparison.Row;
import beamish.training.lesson.PairedDifference.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What so few pairs can tell. */
class PairedDifferenceTest {
  private static final PixelImage DOT = PixelImage.of8(1, 1, 3, new byte[3]);

  /** Differences −.4 −.3 −.5: mean −.4, deviation .1, t(2) 4.303. */
  @Test
  void knowsStudentsInterval() {
    PairedDifference d = PairedDifference.of(new double[] {.8, .9, 1}, new double[] {.4, .6, .5});
    assertThat(d.change()).isCloseTo(-.4 / .9, within(1e-9));
    assertThat(d.high() - d.low()).isCloseTo(2 * 4.303 * .1 / Math.sqrt(3), within(1e-9));
    assertThat(d.outcome()).isEqualTo(Outcome.BETTER);
    assertThat(d.highChange()).isNegative();
  }

  @Test
  void theOtherWayRoundItIsWorse() {
    assertThat(PairedDifference.of(new double[] {.4, .6, .5}, new double[] {.8, .9, 1}).outcome())
        .isEqualTo(Outcome.WORSE);
  }

  @Test
  void twoThatDisagreeTellNothing() {
    assertThat(PairedDifference.of(new double[] {.8, .8}, new double[] {.4, .7}).outcome())
        .isEqualTo(Outcome.EQUAL);
  }

  @Test
  void oneIsNoEvidence() {
    assertThat(PairedDifference.of(new double[] {.8}, new double[] {.1}).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  /** Where nothing has changed, chance alone is called a change in about one case of twenty. */
  @Test
  void isRarelyFooledByChance() {
    Random random = new Random(3);
    for (int n : new int[] {2, 5, 12, 45}) {
      int fooled = 0;
      for (int round = 0; round < 2000; round++) {
        double[] before = random.doubles(n).toArray();
        double[] after = Arrays.stream(before).map(b -> b + .1 * random.nextGaussian()).toArray();
        Outcome outcome = PairedDifference.of(before, after).outcome();
        fooled += outcome == Outcome.EQUAL ? 0 : 1;
      }
      assertThat(fooled / 2000.).as("with %d pairs", n).isBetween(.03, .07);
    }
  }

  private static Row row(String group, double before, double after) {
    return new Row(
        "x",
        group,
        DOT,
        DOT,
        DOT,
        new Edit(before, .9, 1, DOT, DOT),
        new Edit(after, .8, 1, DOT, DOT));
  }

  @Test
  void eachShootingIsOneWitness() {
    Comparison two =
        new Comparison(
            List.of(row("a", .8, .6), row("a", .8, .4), row("b", .8, .3)), true, List.of());
    assertThat(two.distance().count()).isEqualTo(2);
    assertThat(two.distance().after()).isCloseTo(.4, within(1e-9));
    Comparison one = new Comparison(List.of(row("a", .8, .6), row("a", .8, .4)), true, List.of());
    assertThat(one.distance().count()).isEqualTo(2);
    assertThat(two.after(Edit::likeness)).isCloseTo(.8, within(1e-9));
  }
}
