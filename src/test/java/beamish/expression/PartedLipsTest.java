package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import org.junit.jupiter.api.Test;

class PartedLipsTest {
  private static PartedLips of(float[] mouth) {
    float[] crop = DrawnMouth.crop(mouth);
    return PartedLips.of(
        crop, OwnTeeth.of(crop, DrawnMouth.FACE), LipSeam.of(crop, DrawnMouth.FACE));
  }

  /** A row of the photo itself. */
  private static float upper(PartedLips lips, int column) {
    return lips.upperShown(FloatImage.zeros(2, EditGeometry.FIELD, EditGeometry.FIELD))[column];
  }

  private static float lower(PartedLips lips, int column) {
    return lips.lowerShown(FloatImage.zeros(2, EditGeometry.FIELD, EditGeometry.FIELD))[column];
  }

  @Test
  void touchingOnesAreNot() {
    assertThat(of(DrawnMouth.lined(DrawnMouth.parted(0, 0), 6)).sure()).isZero();
  }

  @Test
  void endWhereTeethBegin() {
    PartedLips lips = of(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0));
    assertThat(lips.sure()).isEqualTo(1);
    assertThat(upper(lips, 64)).isCloseTo(45.5f, within(2f));
    assertThat(lower(lips, 64)).isCloseTo(57, within(2f));
  }

  @Test
  void reachUpToTheSeamAboveGums() {
    float[] mouth = DrawnMouth.lined(DrawnMouth.parted(5, 15), 0);
    float[] crop = DrawnMouth.crop(mouth);
    assertThat(OwnTeeth.of(crop, DrawnMouth.FACE).top(64)).isCloseTo(50, within(1.5f));
    assertThat(upper(of(mouth), 64)).isCloseTo(45, within(1.5f));
  }

  @Test
  void runOutTowardsTheCorners() {
    PartedLips lips = of(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0));
    float last = lower(lips, 64) - upper(lips, 64);
    for (int x : new int[] {76, 84, 90, 94}) {
      float height = lower(lips, x) - upper(lips, x);
      assertThat(height).as("column " + x).isPositive().isLessThan(last);
      last = height;
    }
    assertThat(upper(lips, 110)).isNaN();
  }
}
