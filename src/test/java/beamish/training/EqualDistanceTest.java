package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.training.Evaluation.Measured;
import beamish.training.Evaluation.Person;
import beamish.training.MeanEdit.Figures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualDistanceTest {
  private final List<Double> looked = new ArrayList<>();

  private static Measured measured(double strength, double distance) {
    return new Measured(
        strength, 1, 1, 0, 1 - .1 * strength, distance, distance, MouthLook.UNKNOWN);
  }

  /** A baseline that at 1 is so far from somebody's real smile. */
  private static SourceFigures baseline(double distance) {
    Person ann =
        new Person(
            "ann",
            List.of(measured(0, 2), measured(1, 2 * distance)),
            1,
            1,
            MouthLook.UNKNOWN,
            Double.NaN,
            List.of(new Evaluation.Calmed(-.5, 1, 1), new Evaluation.Calmed(-1, 1, 1)));
    return SourceFigures.of("base", List.of(ann));
  }

  /** A model that comes nearest at strength 1. */
  private EqualDistance beside(double baseline) {
    return EqualDistance.of(
        t -> {
          looked.add(t);
          return new Figures(1 - .4 * t + .2 * t * t, 1 - .1 * t * t, 1 - .08 * t);
        },
        baseline(baseline),
        .95);
  }

  @Test
  void comparesWhereTheModelIsAsNearAsTheBaseline() {
    // 1 − .4 t + .2 t² = .9 at t = 1 − √.5
    double strength = 1 - Math.sqrt(.5);
    EqualDistance equal = beside(.9);
    assertThat(equal.strength()).isCloseTo(strength, within(1. / 128)).isGreaterThan(strength);
    assertThat(equal.likeness()).isEqualTo(1 - .1 * equal.strength() * equal.strength());
    assertThat(equal.sharpness()).isEqualTo(1 - .08 * equal.strength());
    assertThat(equal.baselineLikeness()).isEqualTo(.95);
    assertThat(equal.baselineSharpness()).isEqualTo(.9);
    assertThat(looked).hasSizeLessThan(9);
    assertThat(equal.line())
        .contains("base at 1 (0.900) at 0.30: likeness 0.9912 (base 0.9500), face sharpness 0.976");
  }

  @Test
  void aModelThatNeverComesAsNearHasNoFigures() {
    EqualDistance equal = beside(.6);
    assertThat(equal.strength()).isNaN();
    assertThat(equal.likeness()).isNaN();
    assertThat(equal.line()).doesNotContain("NaN");
  }
}
