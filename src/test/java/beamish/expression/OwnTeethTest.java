package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnTeethTest {
  @Test
  void showBetweenPartedLips() {
    assertThat(OwnTeeth.shown(DrawnMouth.crop(DrawnMouth.parted(0, 12)), DrawnMouth.FACE))
        .isEqualTo(1);
  }

  @Test
  void doNotShowBetweenClosedOnes() {
    assertThat(OwnTeeth.shown(DrawnMouth.crop(DrawnMouth.parted(0, 0)), DrawnMouth.FACE)).isZero();
  }

  @Test
  void aPalerStripeOfLipIsNone() {
    float[] paleLip = {.8f, .55f, .55f};
    float[] mouth = DrawnMouth.parted(0, 12, DrawnMouth.SKIN, DrawnMouth.LIPS, paleLip);
    assertThat(OwnTeeth.shown(DrawnMouth.crop(mouth), DrawnMouth.FACE)).isZero();
  }

  @Test
  void showInASlitToo() {
    float[] slit = DrawnMouth.lined(DrawnMouth.lined(DrawnMouth.parted(0, 3), -1), 4);
    assertThat(OwnTeeth.inGap(DrawnMouth.crop(slit), DrawnMouth.FACE)).isLessThan(1);
    assertThat(OwnTeeth.shown(DrawnMouth.crop(slit), DrawnMouth.FACE)).isEqualTo(1);
  }
}
