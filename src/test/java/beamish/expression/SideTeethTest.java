package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.image.FloatImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SideTeethTest {
  private static final int W = TeethPicture.COLUMNS;
  private static final int LAST = 88;
  private static final int ROW = (int) TeethPicture.EDGE_ROW - 8;

  /** Even teeth up to so many columns from the middle, the dark of a mouth beside them. */
  private static TeethPicture teeth(int last) {
    FloatImage colour = FloatImage.zeros(3, TeethPicture.ROWS, W);
    Arrays.fill(colour.data(), .2f);
    for (int row = 0; row < 3 * TeethPicture.ROWS; row++) {
      if (row % TeethPicture.ROWS < TeethPicture.EDGE_ROW) {
        Arrays.fill(colour.data(), row * W + W / 2 - 1 - last, row * W + W / 2 + last + 1, .8f);
      }
    }
    return new TeethPicture(colour);
  }

  private static float green(TeethPicture picture, int fromMiddle, int row) {
    return picture.colour().at(1, W / 2 + fromMiddle, row);
  }

  @Test
  void teethGoOnIntoTheDark() {
    TeethPicture drawn = SideTeeth.behind(teeth(LAST));
    float first = green(drawn, LAST + 7, ROW);
    float second = green(drawn, LAST + 20, ROW);
    float beyond = green(drawn, LAST + 40, ROW);
    assertThat(first).isBetween(.5f, .75f);
    assertThat(second).isBetween(.25f, .5f);
    assertThat(beyond).isLessThan(.15f);
    assertThat(green(drawn, LAST, ROW)).isEqualTo(.8f);
    assertThat(green(drawn, LAST + 7, (int) TeethPicture.EDGE_ROW + 10)).isLessThan(.25f);
  }

  @Test
  void bothSidesAreAlike() {
    FloatImage drawn = SideTeeth.behind(teeth(LAST)).colour();
    for (int x = 0; x < W / 2; x++) {
      assertThat(drawn.at(0, x, ROW)).isEqualTo(drawn.at(0, W - 1 - x, ROW));
    }
  }

  @Test
  void aPictureThatIsAllTeethOrShowsNoneStaysAsItIs() {
    for (int last : new int[] {4, W / 2 - 1}) {
      TeethPicture picture = teeth(last);
      assertThat(SideTeeth.behind(picture).colour().data()).isEqualTo(picture.colour().data());
    }
  }
}
