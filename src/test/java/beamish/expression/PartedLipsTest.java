package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartedLipsTest {
  private static PartedLips of(float[] mouth) {
    float[] crop = DrawnMouth.crop(mouth);
    return PartedLips.of(OwnTeeth.of(crop, DrawnMouth.FACE), LipSeam.of(crop, DrawnMouth.FACE));
  }

  @Test
  void endWhereTeethBegin() {
    PartedLips lips = of(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0));
    assertThat(lips.sure()).isEqualTo(1);
    assertThat(lips.upper(64)).isCloseTo(45.5f, within(2f));
    assertThat(lips.lower(64)).isCloseTo(57, within(2f));
  }

  @Test
  void reachUpToTheSeamAboveGums() {
    float[] mouth = DrawnMouth.lined(DrawnMouth.parted(5, 15), 0);
    float[] crop = DrawnMouth.crop(mouth);
    assertThat(OwnTeeth.of(crop, DrawnMouth.FACE).top(64)).isCloseTo(50, within(1.5f));
    assertThat(of(mouth).upper(64)).isCloseTo(45, within(1.5f));
  }

  @Test
  void runOutTowardsTheCorners() {
    PartedLips lips = of(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0));
    float last = lips.lower(64) - lips.upper(64);
    for (int x : new int[] {76, 84, 90, 94}) {
      float height = lips.lower(x) - lips.upper(x);
      assertThat(height).as("column " + x).isPositive().isLessThan(last);
      last = height;
    }
    assertThat(lips.upper(110)).isNaN();
  }
}
