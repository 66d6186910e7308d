package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.LipOpening.Parted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LipOpeningTest {
  private final List<Double> asked = new ArrayList<>();
  private LipOpening opening = new LipOpening(true);

  private Parted at(double strength, DoubleUnaryOperator branch) {
    return opening.at(
        strength,
        s -> {
          asked.add(s);
          double height = branch.applyAsDouble(s);
          return new Parted(height, height > 0 ? 1 : 0, s);
        });
  }

  @Test
  void lipsThatABranchPartsAllOfASuddenPartGradually() {
    DoubleUnaryOperator sudden = s -> s < .9 ? 0 : .04 * Math.pow(s, .7);
    double before = 0;
    for (double s = .02; s <= 1.501; s += .02) {
      double height = at(s, sudden).height();
      assertThat(height - before).isBetween(.00001, .002);
      before = height;
    }
    assertThat(at(1, sudden)).isEqualTo(new Parted(.04, 1, 1));
    assertThat(at(.6, sudden).like()).as("the first that parts them").isEqualTo(1);
    assertThat(at(.6, sudden).sure()).isEqualTo(1);
  }

  @Test
  void noSmilePartsThemLessThanAWeakerOne() {
    Parted strong = at(1.4, s -> s > 1.1 ? 0 : .03 * s);
    assertThat(strong).isEqualTo(new Parted(.03, 1, 1));
  }

  @Test
  void aBranchThatPartsThemFartherIsFollowed() {
    DoubleUnaryOperator early = s -> .03 * Math.sqrt(s);
    assertThat(at(.75, early).height()).isEqualTo(early.applyAsDouble(.75));
    assertThat(at(1, early)).isEqualTo(new Parted(.03, 1, 1));
    assertThat(at(1.25, early).height()).isCloseTo(early.applyAsDouble(1.25), within(.0005));
  }

  @Test
  void aLearnedFaceIsFollowedWhereItWasAsked() {
    opening = new LipOpening(false);
    DoubleUnaryOperator late = s -> s < .9 ? 0 : .02 * s * s;
    assertThat(at(1, late).height()).isEqualTo(.02);
    assertThat(at(.75, late).height()).isZero();
    assertThat(at(.75, late).sure()).isZero();
    assertThat(at(.875, late).sure()).isCloseTo(.5, within(1e-9));
    assertThat(at(1.5, late).height()).isCloseTo(.045, within(1e-9));
  }

  @Test
  void aFaintSmileHardlyPartsThem() {
    DoubleUnaryOperator open = s -> .02 * Math.pow(s, .7);
    double half = at(.5, open).height();
    assertThat(half).isCloseTo(.0123, within(1e-4));
    assertThat(at(.25, open).height()).isCloseTo(half / 4, within(1e-9));
    assertThat(at(.001, open).height()).isLessThan(1e-6);
  }

  @Test
  void closedLipsStayClosed() {
    assertThat(at(1.2, s -> 0).height()).isZero();
    assertThat(at(1.2, s -> 0).sure()).isZero();
  }

  @Test
  void asksOnce() {
    at(.3, s -> .02);
    at(1.5, s -> .02);
    assertThat(asked).containsExactly(.75, 1., 1.5);
  }
}
