package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TeethBeyondTest {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int EDGE = 50;
  private static final int FIRST = 30;
  private static final int LAST = 98;
  private static final float[] CAVITY = {.35f, .18f, .18f};
  private static final float[] DARKNESS = {.08f, .03f, .03f};

  private final float[] window = new float[3 * W * H];
  private final float[] edge = new float[W];

  TeethBeyondTest() {
    Arrays.fill(edge, Float.NaN);
    Arrays.fill(edge, FIRST, LAST + 1, EDGE);
    fill(0, H, DrawnMouth.SKIN);
  }

  /** Whole rows, as the middle of a mouth is. */
  private void fill(int from, int to, float[] colour) {
    DrawnMouth.fill(window, 0, W - 1, from, to, colour);
  }

  private void lipFrom(int row) {
    fill(row - 7, row, DrawnMouth.LIPS);
  }

  @Test
  void movesTheEdgeUpAcrossThem() {
    fill(EDGE - 5, EDGE + 3, DrawnMouth.TEETH);
    lipFrom(EDGE - 5);
    float[] end = new TeethBeyond(window, edge, -1).end();
    assertThat(end[64]).isCloseTo(EDGE - 5.5f, within(1f));
    assertThat(end[FIRST - 5]).isNaN();
  }

  @Test
  void andDown() {
    fill(EDGE - 3, EDGE + 6, DrawnMouth.TEETH);
    fill(EDGE + 6, EDGE + 14, DrawnMouth.LIPS);
    assertThat(new TeethBeyond(window, edge, 1).end()[64]).isCloseTo(EDGE + 5.5f, within(1f));
  }

  @Test
  void acrossDarknessToo() {
    fill(EDGE - 4, EDGE + 3, DARKNESS);
    lipFrom(EDGE - 4);
    assertThat(new TeethBeyond(window, edge, -1).end()[64]).isCloseTo(EDGE - 4.5f, within(1f));
  }

  @Test
  void leavesItWhereALipEnds() {
    lipFrom(EDGE + 1);
    fill(EDGE + 1, EDGE + 8, DrawnMouth.TEETH);
    TeethBeyond teeth = new TeethBeyond(window, edge, -1);
    assertThat(teeth.end()[64]).isEqualTo(EDGE);
    assertThat(teeth.more()).isZero();
  }

  @Test
  void andWhereNoLipIsNear() {
    fill(EDGE - 10, EDGE + 3, DrawnMouth.TEETH);
    lipFrom(EDGE - 10);
    TeethBeyond teeth = new TeethBeyond(window, edge, -1);
    assertThat(teeth.end()[64]).isEqualTo(EDGE);
    assertThat(teeth.more()).isEqualTo(1);
  }

  @Test
  void tellsASecondRowOfThem() {
    lipFrom(EDGE - 4);
    fill(EDGE - 4, EDGE - 1, DrawnMouth.TEETH);
    fill(EDGE - 1, EDGE + 3, CAVITY);
    assertThat(new TeethBeyond(window, edge, -1).more()).isEqualTo(1);
  }
}
