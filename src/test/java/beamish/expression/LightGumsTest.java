package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LightGumsTest {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int EDGE = 50;
  private static final int FIRST = 24;
  private static final int LAST = 104;
  private static final float[] DARK_SKIN = {.45f, .32f, .27f};
  private static final float[] DARK_LIPS = {.42f, .27f, .25f};
  private static final float[] GUMS = {.8f, .48f, .46f};
  private static final float[] HAIR = {.12f, .1f, .09f};

  private final float[] window = new float[3 * W * H];
  private final float[] edge = new float[W];

  LightGumsTest() {
    Arrays.fill(edge, Float.NaN);
    Arrays.fill(edge, FIRST, LAST + 1, EDGE);
    fill(0, W - 1, 0, H, DARK_SKIN);
    fill(FIRST, LAST, EDGE, EDGE + 8, DrawnMouth.TEETH);
  }

  private void fill(int left, int right, int from, int to, float[] colour) {
    DrawnMouth.fill(window, left, right, from, to, colour);
  }

  private void onLightSkin() {
    fill(0, W - 1, 0, H, DrawnMouth.SKIN);
    fill(FIRST, LAST, EDGE, EDGE + 8, DrawnMouth.TEETH);
  }

  private float[] end() {
    return LightGums.end(window, edge);
  }

  @Test
  void endWhereADarkLipDoes() {
    fill(FIRST, LAST, EDGE - 9, EDGE, GUMS);
    fill(FIRST, LAST, EDGE - 18, EDGE - 9, DARK_LIPS);
    float[] end = end();
    assertThat(end[64]).isCloseTo(EDGE - 9.5f, within(1.2f));
    assertThat(end[44]).isCloseTo(EDGE - 9.5f, within(1.2f));
    assertThat(end[FIRST - 4]).isNaN();
  }

  @Test
  void runOutToTheSidesOfTheMouth() {
    fill(FIRST + 12, LAST - 12, EDGE - 9, EDGE, GUMS);
    fill(FIRST, LAST, EDGE - 18, EDGE - 9, DARK_LIPS);
    float[] end = end();
    for (int x = FIRST; x < 60; x++) {
      assertThat(end[x]).as("column %d", x).isBetween(EDGE - 11f, (float) EDGE);
      assertThat(end[x + 1] - end[x]).as("column %d", x).isBetween(-2f, .6f);
    }
  }

  @Test
  void areNotALipLitFromAbove() {
    fill(FIRST, LAST, EDGE - 9, EDGE, DrawnMouth.LIPS);
    fill(FIRST, LAST, EDGE - 1, EDGE + 1, DARK_LIPS);
    assertThat(end()).containsExactly(edge);
  }

  @Test
  void areNotALipBelowAMoustache() {
    onLightSkin();
    fill(FIRST, LAST, EDGE - 7, EDGE, DrawnMouth.LIPS);
    fill(FIRST, LAST, EDGE - 20, EDGE - 7, HAIR);
    assertThat(end()).containsExactly(edge);
  }

  @Test
  void orALipOnLightSkin() {
    onLightSkin();
    fill(FIRST, LAST, EDGE - 7, EDGE, DrawnMouth.LIPS);
    assertThat(end()).containsExactly(edge);
  }

  @Test
  void areNotALipBelowStubble() {
    fill(0, W - 1, 0, H, new float[] {.55f, .45f, .4f});
    fill(FIRST, LAST, EDGE, EDGE + 8, DrawnMouth.TEETH);
    fill(FIRST, LAST, EDGE - 7, EDGE, new float[] {.62f, .38f, .36f});
    fill(FIRST, LAST, EDGE - 20, EDGE - 7, new float[] {.42f, .35f, .3f});
    assertThat(end()).containsExactly(edge);
  }
}
