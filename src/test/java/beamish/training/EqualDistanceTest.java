package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.training.Evaluation.Measured;
import beamish.training.Evaluation.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EqualDistanceTest {
  private static final TreeMap<Double, Double> LIKENESS = new TreeMap<>(Map.of(.5, .98, 1., .9));

  private static Measured measured(double strength, double sharpness, double distance) {
    return new Measured(strength, 1, 1, 0, sharpness, distance, MouthLook.UNKNOWN);
  }

  /** Somebody from whose real smile edits are so far at 0, .5 and 1. */
  private static Person person(double... distances) {
    return new Person(
        "ann",
        List.of(
            measured(0, 1, distances[0]),
            measured(.5, .96, distances[1]),
            measured(1, .92, distances[2])),
        1,
        1,
        MouthLook.UNKNOWN,
        List.of(new Evaluation.Calmed(-.5, 1, 1), new Evaluation.Calmed(-1, 1, 1)));
  }

  private static EqualDistance beside(double baseline) {
    SourceFigures figures = SourceFigures.of("base", List.of(person(2, 2, 2 * baseline)));
    return EqualDistance.of(List.of(person(2, 1.8, 1.4)), LIKENESS, figures, .95);
  }

  @Test
  void comparesWhereTheModelIsAsNearAsTheBaseline() {
    EqualDistance equal = beside(.95);
    assertThat(equal.strength()).isCloseTo(.25, within(1e-9));
    assertThat(equal.likeness()).isCloseTo(.99, within(1e-9));
    assertThat(equal.sharpness()).isCloseTo(.98, within(1e-9));
    assertThat(equal.baselineLikeness()).isEqualTo(.95);
    equal = beside(.8);
    assertThat(equal.strength()).isCloseTo(.75, within(1e-9));
    assertThat(equal.likeness()).isCloseTo(.94, within(1e-9));
    assertThat(equal.line()).contains("base at 1 (0.800) at 0.75: likeness 0.940 (base 0.950)");
  }

  @Test
  void aModelThatNeverComesAsNearHasNoFigures() {
    EqualDistance equal = beside(.6);
    assertThat(equal.strength()).isNaN();
    assertThat(equal.likeness()).isNaN();
    assertThat(equal.line()).doesNotContain("NaN");
  }
}
