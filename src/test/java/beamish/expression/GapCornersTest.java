package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GapCornersTest {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final Point LEFT = new Point(24, 40);
  private static final Point RIGHT = new Point(104, 40);
  private static final float[] UNKNOWN = new float[W];

  static {
    Arrays.fill(UNKNOWN, Float.NaN);
  }

  /** Six rows high in the middle columns. */
  private static MouthGap blunt() {
    MouthGap gap = new MouthGap();
    Arrays.fill(gap.top, 48);
    Arrays.fill(gap.bottom, 48);
    Arrays.fill(gap.top, 45, 84, 44);
    Arrays.fill(gap.bottom, 45, 84, 50);
    return gap;
  }

  private static float height(MouthGap gap, int x) {
    return gap.bottom[x] - gap.top[x];
  }

  @Test
  void itRunsOutTowardsBothCorners() {
    MouthGap gap = blunt();
    GapCorners.of(gap, UNKNOWN, 0, LEFT, RIGHT);
    for (int x = 85; x < W; x++) {
      assertThat(height(gap, x)).isLessThanOrEqualTo(height(gap, x - 1));
    }
    assertThat(height(gap, 84)).isGreaterThan(4);
    assertThat(height(gap, 96)).isBetween(.5f, 2f);
    assertThat(height(gap, 103)).isZero();
    assertThat(gap.top[96]).isEqualTo(41.3f, within(.5f));
    assertThat(height(gap, 32)).isEqualTo(height(gap, 96), within(.01f));
    assertThat(gap.top[60]).isEqualTo(44);
    assertThat(gap.bottom[60]).isEqualTo(50);
  }

  @Test
  void itFollowsTheLips() {
    float[] seam = UNKNOWN.clone();
    for (int x = 24; x <= 104; x++) {
      seam[x] = 44;
    }
    MouthGap gap = blunt();
    GapCorners.of(gap, seam, 1, LEFT, RIGHT);
    assertThat(gap.top[90]).isEqualTo(44, within(.5f));
  }

  @Test
  void closedLipsStayClosed() {
    MouthGap gap = new MouthGap();
    GapCorners.of(gap, UNKNOWN, 0, LEFT, RIGHT);
    for (int x = 0; x < W; x++) {
      assertThat(height(gap, x)).isZero();
    }
  }
}
