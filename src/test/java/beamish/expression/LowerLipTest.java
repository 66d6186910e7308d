package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LowerLipTest {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final float[] SKIN = {.75f, .57f, .5f};
  private static final float[] LIPS = {.7f, .3f, .3f};
  private static final float[] TEETH = {.8f, .77f, .7f};
  private static final float[] GLOSS = {.95f, .8f, .75f};
  private static final int FIRST = 24;
  private static final int LAST = 104;
  private static final int TOP = 40;

  private final float[] window = new float[3 * W * H];
  private final float[] top = new float[W];
  private final float[] flat = new float[W];

  LowerLipTest() {
    Arrays.fill(top, Float.NaN);
    Arrays.fill(flat, Float.NaN);
    for (int x = 0; x < W; x++) {
      for (int y = 0; y < H; y++) {
        put(x, y, SKIN);
      }
      if (x >= FIRST && x <= LAST) {
        top[x] = TOP;
        flat[x] = TOP + 15;
        fill(x, TOP - 6, TOP, LIPS);
        fill(x, TOP, (int) begin(x), TEETH);
        fill(x, (int) begin(x), (int) begin(x) + 14, LIPS);
      }
    }
  }

  /** A smile's lower lip is an arch, highest at the corners. */
  private static float begin(int x) {
    double s = 2. * (x - FIRST) / (LAST - FIRST) - 1;
    return (float) Math.rint(TOP + 3 + 18 * (1 - s * s));
  }

  private void fill(int x, int from, int to, float[] colour) {
    for (int y = from; y < to; y++) {
      put(x, y, colour);
    }
  }

  private void put(int x, int y, float[] colour) {
    for (int c = 0; c < 3; c++) {
      window[(c * H + y) * W + x] = colour[c];
    }
  }

  private void isFound() {
    float[] found = LowerLip.begin(window, top, flat);
    for (int x = FIRST + 4; x <= LAST - 4; x++) {
      assertThat(found[x]).as("column %d", x).isCloseTo(begin(x) - .5f, within(2f));
    }
    assertThat(found[FIRST - 2]).isNaN();
  }

  @Test
  void followsAnArchThatASearchByLipsHadFlat() {
    isFound();
  }

  @Test
  void takesNoGlossOnTheLipForItsBegin() {
    for (int x = 40; x < 60; x++) {
      fill(x, (int) begin(x), (int) begin(x) + 8, GLOSS);
    }
    isFound();
  }

  @Test
  void gumsAboveTheTeethAreNoLip() {
    for (int x = FIRST; x <= LAST; x++) {
      fill(x, TOP, TOP + 2, LIPS);
    }
    isFound();
  }

  @Test
  void leavesAGapThatIsNone() {
    Arrays.fill(top, Float.NaN);
    assertThat(LowerLip.begin(window, top, flat)).isEqualTo(flat);
  }
}
