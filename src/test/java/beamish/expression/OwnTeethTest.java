package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.Landmarks;
import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnTeethTest {
  private static final int N = EditGeometry.CROP;
  private static final Landmarks FACE =
      new Landmarks(
          new Point(.32, .36), new Point(.68, .36), at(DrawnMouth.LEFT), at(DrawnMouth.RIGHT));

  private static Point at(Point window) {
    return new Point((window.x() + 64.5) / N, (window.y() + 141.5) / N);
  }

  private static float[] crop(float[] mouth) {
    float[] crop = new float[3 * N * N];
    for (int c = 0; c < 3; c++) {
      Arrays.fill(crop, c * N * N, (c + 1) * N * N, DrawnMouth.SKIN[c]);
      for (int y = 0; y < DrawnMouth.H; y++) {
        System.arraycopy(
            mouth,
            (c * DrawnMouth.H + y) * DrawnMouth.W,
            crop,
            (c * N + 141 + y) * N + 64,
            DrawnMouth.W);
      }
    }
    return crop;
  }

  @Test
  void showBetweenPartedLips() {
    assertThat(OwnTeeth.shown(crop(DrawnMouth.parted(0, 12)), FACE)).isEqualTo(1);
  }

  @Test
  void doNotShowBetweenClosedOnes() {
    assertThat(OwnTeeth.shown(crop(DrawnMouth.parted(0, 0)), FACE)).isZero();
  }

  @Test
  void aPalerStripeOfLipIsNone() {
    float[] paleLip = {.8f, .55f, .55f};
    float[] mouth = DrawnMouth.parted(0, 12, DrawnMouth.SKIN, DrawnMouth.LIPS, paleLip);
    assertThat(OwnTeeth.shown(crop(mouth), FACE)).isZero();
  }
}
