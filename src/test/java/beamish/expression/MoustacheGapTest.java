package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoustacheGapTest {
  private static final float[] HAIR = {.6f, .47f, .38f};

  /** Covers all above the line of the corners, down to the seam. */
  private static float[] hairy(float[] mouth) {
    float[] hairy = mouth.clone();
    for (int y = 25; y < (int) DrawnMouth.LEFT.y(); y++) {
      for (int x = 20; x < 108; x++) {
        for (int c = 0; c < 3; c++) {
          hairy[(c * DrawnMouth.H + y) * DrawnMouth.W + x] = HAIR[c];
        }
      }
    }
    return hairy;
  }

  private static MoustacheGap of(float[] mouth) {
    float[] crop = DrawnMouth.crop(mouth);
    return MoustacheGap.of(crop, LipSeam.of(crop, DrawnMouth.FACE));
  }

  @Test
  void teethBelowHairAreFound() {
    MoustacheGap gap = of(DrawnMouth.lined(hairy(DrawnMouth.parted(0, 12)), 0));
    assertThat(gap.sure()).isEqualTo(1);
    assertThat(gap.bottom(64)).isCloseTo(57, within(1.5f));
    assertThat(gap.bottom(10)).isNaN();
  }

  @Test
  void closedLipsBelowHairAreClosed() {
    assertThat(of(DrawnMouth.lined(hairy(DrawnMouth.parted(0, 0)), 0)).sure()).isZero();
  }

  @Test
  void anUpperLipIsNoHair() {
    assertThat(of(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0)).sure()).isZero();
  }

  /** Of hair that is as little red as the teeth below it, which nothing else can tell. */
  @Test
  void lipsAreToldToBeParted() {
    float[] teeth = {.8f, .62f, .45f};
    float[] mouth = DrawnMouth.parted(0, 12, DrawnMouth.SKIN, DrawnMouth.LIPS, teeth);
    float[] crop = DrawnMouth.crop(DrawnMouth.lined(hairy(mouth), 0));
    LipSeam seam = LipSeam.of(crop, DrawnMouth.FACE);
    OwnTeeth own = OwnTeeth.of(crop, DrawnMouth.FACE);
    assertThat(Math.max(seam.parted(), own.shown())).isLessThan(.5f);
    assertThat(PartedLips.of(crop, own, seam).sure()).isEqualTo(1);
  }
}
