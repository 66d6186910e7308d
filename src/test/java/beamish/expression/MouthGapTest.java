package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MouthGapTest {
  private final MouthGap gap = new MouthGap();

  private float find(float[] colour) {
    return gap.find(colour, DrawnMouth.LEFT, DrawnMouth.RIGHT);
  }

  @Test
  void findsWhereLipsPart() {
    assertThat(find(DrawnMouth.parted(0, 12))).isEqualTo(1);
    assertThat(gap.top[64]).isCloseTo(45, within(1.5f));
    assertThat(gap.bottom[64]).isCloseTo(57, within(1.5f));
    assertThat(gap.middle).isEqualTo(64);
  }

  @Test
  void findsItInDarkSkinToo() {
    float[] colour =
        DrawnMouth.parted(
            -1,
            9,
            new float[] {.3f, .2f, .16f},
            new float[] {.3f, .17f, .16f},
            new float[] {.6f, .57f, .55f});
    assertThat(find(colour)).isEqualTo(1);
    assertThat(gap.top[64]).isCloseTo(44, within(1.5f));
    assertThat(gap.bottom[64]).isCloseTo(54, within(1.5f));
  }

  @Test
  void closedLipsHaveNone() {
    assertThat(find(DrawnMouth.parted(0, 0))).isZero();
  }

  @Test
  void isClosedAtAndBeyondTheCorners() {
    find(DrawnMouth.parted(0, 12));
    for (int x : new int[] {0, 20, 30, 98, 110, 127}) {
      assertThat(gap.bottom[x] - gap.top[x]).as("column %d", x).isLessThan(.5f);
    }
  }

  @Test
  void aFlutedGapHasEvenEdges() {
    float[] colour = DrawnMouth.parted(0, 12);
    int n = DrawnMouth.W * DrawnMouth.H;
    for (int x = 40; x < 90; x += 12) {
      for (int y = 45; y < 57; y++) {
        colour[n + y * DrawnMouth.W + x] = .5f;
      }
    }
    assertThat(find(colour)).isEqualTo(1);
    for (int x = 45; x < 84; x++) {
      assertThat(Math.abs(gap.bottom[x + 1] - gap.bottom[x])).as("column %d", x).isLessThan(1);
    }
  }

  @Test
  void weighsItsHalvesAgainstEachOther() {
    gap.find(DrawnMouth.parted(0, 12), DrawnMouth.LEFT, DrawnMouth.RIGHT);
    assertThat(gap.balance()).isBetween(.9f, 1f);
    for (int x = 0; x < 64; x++) {
      gap.bottom[x] = gap.top[x] + (gap.bottom[x] - gap.top[x]) / 2;
    }
    assertThat(gap.balance()).isBetween(.4f, .6f);
  }

  /** A step at one side and a notch in the middle, as a branch leaves them that is not sure. */
  @Test
  void anArchHasNeitherStepsNorNotches() {
    find(DrawnMouth.parted(0, 12));
    for (int x = 0; x < 45; x++) {
      gap.bottom[x] = gap.top[x];
    }
    for (int x = 60; x < 66; x++) {
      gap.bottom[x] = gap.top[x];
    }
    double area = area();
    float balance = gap.balance();
    gap.arch();
    assertThat(area()).isCloseTo(area, within(.01));
    assertThat(gap.balance()).isCloseTo(balance, within(.1f));
    int first = gap.first();
    int last = gap.last();
    assertThat(first).isGreaterThan(35);
    for (int x = first + 1; x < last; x++) {
      float bent = height(x - 1) + height(x + 1) - 2 * height(x);
      assertThat(bent).as("column %d", x).isLessThan(.01f);
    }
  }

  @Test
  void anArchIsNearlyAsWideAsTheMouth() {
    find(DrawnMouth.parted(0, 12));
    for (int x = 0; x < DrawnMouth.W; x++) {
      if (x < 58 || x > 70) {
        gap.bottom[x] = gap.top[x];
      }
    }
    double area = area();
    gap.arch();
    assertThat(area()).isCloseTo(area, within(.01));
    assertThat(height(43)).isGreaterThan(.5f);
    assertThat(height(85)).isGreaterThan(.5f);
  }

  private float height(int x) {
    return gap.bottom[x] - gap.top[x];
  }

  @Test
  void closedLipsHaveNoArch() {
    find(DrawnMouth.parted(0, 0));
    gap.arch();
    assertThat(area()).isLessThan(1);
  }

  @Test
  void narrowsAboutItsInside() {
    find(DrawnMouth.parted(0, 12));
    float height = gap.bottom[64] - gap.top[64];
    float top = gap.top[64];
    gap.narrow(.5f);
    assertThat(gap.bottom[64] - gap.top[64]).isCloseTo(height / 2, within(1e-3f));
    assertThat(gap.top[64]).isGreaterThan(top);
    gap.narrow(0);
    assertThat(gap.bottom[64]).isEqualTo(gap.top[64]);
  }

  @Test
  void hangsFromTheLipsSeam() {
    find(DrawnMouth.parted(0, 12));
    float[] top = gap.top.clone();
    float[] bottom = gap.bottom.clone();
    float[] seam = new float[DrawnMouth.W];
    Arrays.fill(seam, Float.NaN);
    for (int x = 32; x < 97; x++) {
      seam[x] = top[x] - 4;
    }
    gap.hang(seam, .5f);
    gap.hang(seam, 1);
    for (int x = 40; x < 90; x++) {
      assertThat(gap.top[x]).as("column %d", x).isCloseTo(seam[x], within(.01f));
      assertThat(gap.bottom[x] - gap.top[x]).isCloseTo(bottom[x] - top[x], within(.01f));
    }
    Arrays.fill(seam, 0);
    gap.hang(seam, 1);
    assertThat(gap.top[64]).as("no farther than a lip").isGreaterThan(top[64] - 20);
    Arrays.fill(seam, Float.NaN);
    float[] hung = gap.top.clone();
    gap.hang(seam, 1);
    assertThat(gap.top).containsExactly(hung);
  }

  @Test
  void hangsWithoutAStepWhereItsHalvesWereMadeEven() {
    find(DrawnMouth.parted(0, 12));
    float[] seam = gap.top.clone();
    for (int x = 32; x < 60; x++) {
      gap.top[x] += 5;
      gap.bottom[x] += 5;
    }
    gap.hang(seam, 1);
    for (int x = 36; x < 92; x++) {
      assertThat(gap.top[x]).as("column %d", x).isCloseTo(seam[x], within(.01f));
    }
  }

  @Test
  void aNarrowOneIsNotSure() {
    float[] colour = DrawnMouth.parted(0, 12);
    float[] closed = DrawnMouth.parted(0, 0);
    for (int i = 0; i < colour.length; i++) {
      int x = i % DrawnMouth.W;
      if (x < 60 || x > 68) {
        colour[i] = closed[i];
      }
    }
    assertThat(find(colour)).isBetween(.05f, .95f);
  }

  @Test
  void aMouthTooNarrowToSeeHasNone() {
    assertThat(gap.find(DrawnMouth.parted(0, 12), new Point(60, 45), new Point(68, 45))).isZero();
  }

  /** Pixels of the window. */
  private double area() {
    double area = 0;
    for (int x = 0; x < DrawnMouth.W; x++) {
      area += gap.bottom[x] - gap.top[x];
    }
    return area;
  }
}
