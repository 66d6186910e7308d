package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LipSeamTest {
  private static final double PIXEL = EditGeometry.MOUTH.width() / DrawnMouth.W;

  private static LipSeam seam(float[] mouth) {
    return LipSeam.of(DrawnMouth.crop(mouth), DrawnMouth.FACE);
  }

  private static FloatImage still() {
    return FloatImage.zeros(2, EditGeometry.FIELD, EditGeometry.FIELD);
  }

  @Test
  void liesAlongTheDarkLineBetweenTheLips() {
    LipSeam seam = seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), 5));
    assertThat(seam.sure()).isEqualTo(1);
    float[] shown = seam.shown(still());
    assertThat(shown[64]).isCloseTo(50, within(1f));
    assertThat(shown[47]).isCloseTo(48.8f, within(1f));
    assertThat(shown[35]).isCloseTo(46.3f, within(1f));
    assertThat(shown[10]).isNaN();
    assertThat(shown[120]).isNaN();
  }

  @Test
  void isShownWhereAnEditTakesIt() {
    FloatImage flow = still();
    int n = EditGeometry.FIELD * EditGeometry.FIELD;
    Arrays.fill(flow.data(), 0, n, (float) (6 * PIXEL));
    Arrays.fill(flow.data(), n, 2 * n, (float) (-4 * PIXEL));
    float[] shown = seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), 5)).shown(flow);
    assertThat(shown[58]).isCloseTo(54, within(1f));
    assertThat(shown[27]).isCloseTo(50, within(1f));
    assertThat(shown[95]).isNaN();
  }

  @Test
  void closedLipsAreNotParted() {
    assertThat(seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), 3)).parted()).isZero();
  }

  @Test
  void aPaleBandBetweenTwoLinesIsTeeth() {
    float[] slit = DrawnMouth.parted(0, 3);
    assertThat(seam(DrawnMouth.lined(DrawnMouth.lined(slit, -1), 4)).parted()).isEqualTo(1);
  }

  @Test
  void skinHasNone() {
    float[] skin = DrawnMouth.parted(0, 0, DrawnMouth.SKIN, DrawnMouth.SKIN, DrawnMouth.SKIN);
    assertThat(seam(skin).sure()).isZero();
    assertThat(seam(skin).parted()).isZero();
  }

  @Test
  void closedLipsBeginAtIt() {
    LipSeam seam = seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), 3));
    for (int x = 0; x < DrawnMouth.W; x++) {
      assertThat(seam.tooth(x)).isZero();
    }
  }

  @Test
  void aToothInTheMiddleIsNoLip() {
    LipSeam seam = seam(DrawnMouth.toothed(DrawnMouth.lined(DrawnMouth.parted(0, 0), 0), 1, 4));
    assertThat(seam.tooth(64)).isBetween(4f, 6f);
    assertThat(seam.tooth(45)).isZero();
    assertThat(seam.tooth(85)).isZero();
  }
}
