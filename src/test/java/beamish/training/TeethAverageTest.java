package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.TeethPicture;
import beamish.image.FloatImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeethAverageTest {
  private static final int W = TeethPicture.COLUMNS;
  private static final int H = TeethPicture.ROWS;

  /** Eight teeth, dark lines between them, lips around. */
  private static TeethStrip strip(double size, double right, double light) {
    FloatImage colour = FloatImage.zeros(3, H, W);
    FloatImage mask = FloatImage.zeros(1, H, W);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double u = (x - W / 2. - right) / size;
        double v = (y - TeethPicture.EDGE_ROW) / size;
        boolean row = Math.abs(u) < 96 && v < 0 && v > -38;
        double line = Math.abs(u / 24 - Math.rint(u / 24)) * 24;
        double tooth = light * (1 - .5 * Math.exp(-line * line / 4));
        double[] rgb =
            row ? new double[] {tooth, .98 * tooth, .93 * tooth} : new double[] {.7, .4, .4};
        for (int c = 0; c < 3; c++) {
          colour.data()[(c * H + y) * W + x] = (float) rgb[c];
        }
        mask.data()[y * W + x] = row ? 1 : 0;
      }
    }
    return new TeethStrip(colour, mask);
  }

  private static float at(TeethPicture picture, double right) {
    int x = (int) Math.round(W / 2. + right - .5);
    int y = (int) TeethPicture.EDGE_ROW - 16;
    return picture.colour().at(0, x, y);
  }

  @Test
  void layToothOnTooth() {
    List<TeethStrip> people = new ArrayList<>();
    for (double[] p : new double[][] {{1, 0}, {.95, 5}, {1.06, -6}, {1, 8}, {.97, -4}, {1.04, 2}}) {
      people.add(strip(p[0], p[1], .85));
    }
    TeethPicture mean = TeethAverage.of(people).orElseThrow();
    assertThat(at(mean, 12)).isCloseTo(.85f, within(.08f));
    // unaligned, the lines would be averaged away
    float darkest = 1;
    for (int right = -4; right <= 4; right++) {
      darkest = Math.min(darkest, at(mean, right));
    }
    assertThat(darkest).isLessThan(.65f);
  }

  @Test
  void oneStripIsItsOwnMean() {
    TeethPicture own = TeethAverage.of(List.of(strip(1, 0, .8))).orElseThrow();
    assertThat(at(own, 12)).isCloseTo(.8f, within(.03f));
    assertThat(at(own, 0)).isLessThan(.55f);
  }

  @Test
  void lipsOfOthersAreNotShown() {
    TeethPicture own = TeethAverage.of(List.of(strip(1, 0, .8))).orElseThrow();
    // beside the last tooth and below the teeth: the dark of a mouth
    assertThat(own.colour().at(0, 20, 70)).isLessThan(.45f);
    assertThat(own.colour().at(0, W / 2 + 12, 90)).isLessThan(.45f);
    // above the front teeth: more tooth
    assertThat(own.colour().at(1, W / 2 + 12, 20)).isGreaterThan(.6f);
  }

  @Test
  void behindTheOutermostTeethIsTheCheeksShadow() {
    TeethPicture own = TeethAverage.of(List.of(strip(1, 0, .8))).orElseThrow();
    for (int x : new int[] {2, 30, W - 31, W - 3}) {
      assertThat(own.colour().at(0, x, (int) TeethPicture.EDGE_ROW - 10)).isLessThan(.2f);
    }
    assertThat(at(own, 84)).isGreaterThan(.7f);
  }

  @Test
  void lightOnWetLipsIsNoTooth() {
    FloatImage mask = strip(1, 0, .8).teeth();
    for (int y = 50; y < 56; y++) {
      for (int x = 20; x < 25; x++) {
        mask.data()[y * W + x] = 1;
      }
    }
    FloatImage teeth = TeethStrip.withoutCrumbs(mask);
    assertThat(teeth.at(0, 22, 53)).isZero();
    assertThat(teeth.data()).isEqualTo(strip(1, 0, .8).teeth().data());
  }

  @Test
  void noTeethNoPicture() {
    assertThat(TeethAverage.of(List.of())).isEmpty();
  }

  @Test
  void aMirroredStripMirrorsBoth() {
    TeethStrip strip = strip(1, 8, .8);
    TeethStrip mirrored = strip.mirrored();
    assertThat(mirrored.colour().at(0, 3, 60)).isEqualTo(strip.colour().at(0, W - 4, 60));
    assertThat(mirrored.teeth().at(0, 60, 60)).isEqualTo(strip.teeth().at(0, W - 61, 60));
    assertThat(mirrored.mirrored().colour().data()).isEqualTo(strip.colour().data());
  }
}
