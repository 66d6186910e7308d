package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RedLipsTest {
  private static final int F = EditGeometry.FIELD;

  private final float[] shading = new float[3 * F * F];

  /** Everything lighter and much less red. */
  RedLipsTest() {
    Arrays.fill(shading, 0, F * F, .05f);
    Arrays.fill(shading, F * F, 3 * F * F, .2f);
  }

  private float green(double column, double row) {
    Point p = MouthWindow.inCrop(column, row);
    int y = (int) (p.y() * F);
    int x = (int) (p.x() * F);
    return shading[(F + y) * F + x];
  }

  @Test
  void belowTeethLipsStayAsRedAsTheyAre() {
    MouthGap gap = new MouthGap();
    Arrays.fill(gap.top, 40, 88, 40);
    Arrays.fill(gap.bottom, 40, 88, 48);
    RedLips.keep(gap, shading);
    assertThat(green(64, 52)).isEqualTo(.155f, within(1e-3f));
    assertThat(green(64, 30)).as("the upper lip").isEqualTo(.2f);
    assertThat(green(64, 80)).as("the chin").isEqualTo(.2f);
    assertThat(green(20, 52)).as("beside").isEqualTo(.2f);
    assertThat(shading[0]).isEqualTo(.05f);
  }

  @Test
  void closedLipsAreShadedAsTheNetworkHasThem() {
    RedLips.keep(new MouthGap(), shading);
    assertThat(green(64, 52)).isEqualTo(.2f);
  }
}
