package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnTeethTest {
  @Test
  void showBetweenPartedLips() {
    assertThat(OwnTeeth.of(DrawnMouth.crop(DrawnMouth.parted(0, 12)), DrawnMouth.FACE).shown())
        .isEqualTo(1);
  }

  @Test
  void doNotShowBetweenClosedOnes() {
    assertThat(OwnTeeth.of(DrawnMouth.crop(DrawnMouth.parted(0, 0)), DrawnMouth.FACE).shown())
        .isZero();
  }

  @Test
  void aPalerStripeOfLipIsNone() {
    float[] paleLip = {.8f, .55f, .55f};
    float[] mouth = DrawnMouth.parted(0, 12, DrawnMouth.SKIN, DrawnMouth.LIPS, paleLip);
    assertThat(OwnTeeth.of(DrawnMouth.crop(mouth), DrawnMouth.FACE).shown()).isZero();
  }
}
