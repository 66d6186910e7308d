package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import beamish.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TeethPictureTest {
  private static final int W = TeethPicture.COLUMNS;
  private static final int H = TeethPicture.ROWS;

  /** Red grows to the right, green downwards. */
  private static TeethPicture slope() {
    FloatImage colour = FloatImage.zeros(3, H, W);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        colour.data()[y * W + x] = (float) x / W;
        colour.data()[(H + y) * W + x] = (float) y / H;
      }
    }
    return new TeethPicture(colour);
  }

  @Test
  void isReadFromTheMiddleOfTheBitingEdge() {
    float[] rgb = new float[3];
    slope().sample(0, 0, rgb);
    assertThat(rgb[0]).isCloseTo((W / 2f - .5f) / W, within(1e-5f));
    assertThat(rgb[1]).isCloseTo((float) (TeethPicture.EDGE_ROW - .5) / H, within(1e-5f));
    float[] right = new float[3];
    slope().sample(10 * TeethPicture.STEP, -20 * TeethPicture.STEP, right);
    assertThat(right[0] - rgb[0]).isCloseTo(10f / W, within(1e-4f));
    assertThat(right[1] - rgb[1]).isCloseTo(-20f / H, within(1e-4f));
  }

  @Test
  void repeatsItsEdge() {
    float[] rgb = new float[3];
    slope().sample(-9, 9, rgb);
    assertThat(rgb[0]).isCloseTo(0, within(1e-4f));
    assertThat(rgb[1]).isCloseTo((H - 1f) / H, within(1e-3f));
  }

  @Test
  void fineContrastIsMadeStrongerOrWeaker() {
    FloatImage colour = FloatImage.zeros(3, H, W);
    for (int i = 0; i < colour.data().length; i++) {
      colour.data()[i] = i % W == W / 2 ? .3f : .7f;
    }
    FloatImage sharp = new TeethPicture(colour).sharpened(.1f).colour();
    assertThat(sharp.at(1, W / 2, 50)).isBetween(.26f, .27f);
    assertThat(sharp.at(1, W / 2 + 2, 50)).isBetween(.702f, .71f);
    assertThat(sharp.at(1, W / 2 + 12, 50)).isCloseTo(.7f, within(1e-5f));
    FloatImage soft = new TeethPicture(colour).sharpened(-.1f).colour();
    assertThat(soft.at(1, W / 2, 50)).isBetween(.33f, .34f);
  }

  @Test
  void goesTowardsAnother() {
    FloatImage dark = FloatImage.zeros(3, H, W);
    FloatImage between = slope().towards(new TeethPicture(dark), .25f).colour();
    assertThat(between.at(0, 100, 50)).isCloseTo(.75f * 100 / W, within(1e-6f));
  }

  @Test
  void isATensorOfAModel() {
    Tensor tensor = slope().tensor();
    assertThat(tensor.name()).isEqualTo(TeethPicture.TENSOR);
    assertThat(TeethPicture.of(tensor).colour().data()).isEqualTo(slope().colour().data());
  }

  @Test
  void anotherShapeIsRefused() {
    assertThatThrownBy(
            () -> TeethPicture.of(new Tensor("teeth", new int[] {3, 2, 2}, new float[12])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3x2x2");
    assertThatThrownBy(() -> TeethPicture.of(new Tensor("teeth", new int[] {12}, new float[12])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
