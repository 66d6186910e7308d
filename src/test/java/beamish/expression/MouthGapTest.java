package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import org.junit.jupiter.api.Test;

class MouthGapTest {
  private final MouthGap gap = new MouthGap();

  private boolean find(float[] colour) {
    return gap.find(colour, DrawnMouth.LEFT, DrawnMouth.RIGHT);
  }

  @Test
  void findsWhereLipsPart() {
    assertThat(find(DrawnMouth.parted(0, 12))).isTrue();
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
    assertThat(find(colour)).isTrue();
    assertThat(gap.top[64]).isCloseTo(44, within(1.5f));
    assertThat(gap.bottom[64]).isCloseTo(54, within(1.5f));
  }

  @Test
  void closedLipsHaveNone() {
    assertThat(find(DrawnMouth.parted(0, 0))).isFalse();
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
    assertThat(find(colour)).isTrue();
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
  void aMouthTooNarrowToSeeHasNone() {
    assertThat(gap.find(DrawnMouth.parted(0, 12), new Point(60, 45), new Point(68, 45))).isFalse();
  }
}
