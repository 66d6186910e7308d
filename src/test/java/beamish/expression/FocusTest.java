package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FocusTest {
  private static final int N = EditGeometry.CROP;

  /** Light skin with dark discs, whose edges are as soft as a crop of a photo in focus has them. */
  private static FloatImage discs() {
    return discs(.45);
  }

  private static FloatImage discs(double blur) {
    float[] crop = new float[3 * N * N];
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        boolean disc = Math.hypot(x % 64 - 32, y % 64 - 32) < 16;
        for (int c = 0; c < 3; c++) {
          crop[(c * N + y) * N + x] = disc ? .2f : .7f;
        }
      }
    }
    return GaussianBlur.of(new FloatImage(3, N, N, crop), blur);
  }

  @Test
  void aPhotoInFocusIsNotSoft() {
    assertThat(Focus.of(discs().data()).defocus()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3})
  void tellsHowFarAPhotoIsOutOfFocus(double pixels) {
    float[] crop = GaussianBlur.of(discs(), pixels).data();
    assertThat(Focus.of(crop).defocus() * N)
        .isCloseTo((float) pixels, within(.25f * (float) pixels));
  }

  @Test
  void aPictureOfNothingIsNotSoft() {
    float[] crop = new float[3 * N * N];
    Arrays.fill(crop, .5f);
    assertThat(Focus.of(crop)).isEqualTo(new Focus(0, 0));
  }

  @Test
  void harderEdgesAreCrisper() {
    float hard = Focus.of(discs(.33).data()).crispness();
    float softer = Focus.of(discs(.39).data()).crispness();
    assertThat(hard).isGreaterThan(softer + .1f);
    assertThat(softer).isBetween(.05f, .95f);
    assertThat(Focus.of(discs(1).data()).crispness()).isZero();
  }

  @Test
  void softPaintEndsSoftlyInItsOwnColour() {
    int w = 3 * EditGeometry.MOUTH_COLUMNS;
    int h = 3 * EditGeometry.MOUTH_ROWS;
    FloatImage alpha = FloatImage.zeros(1, h, w);
    FloatImage colour = FloatImage.zeros(3, h, w);
    for (int y = 0; y < h; y++) {
      Arrays.fill(alpha.data(), y * w + w / 2, (y + 1) * w, 1);
    }
    for (int i = 0; i < alpha.data().length; i++) {
      colour.data()[i] = alpha.data()[i] * .9f;
    }
    new Focus((float) (4 * EditGeometry.MOUTH.width() / w), 0).soften(alpha, colour);
    assertThat(alpha.at(0, w / 2, h / 2)).isCloseTo(.5f, within(.1f));
    assertThat(alpha.at(0, w / 2 - 5, h / 2)).isBetween(.05f, .2f);
    assertThat(colour.at(0, w / 2 - 5, h / 2)).isCloseTo(.9f, within(1e-3f));
    assertThat(alpha.at(0, w / 2 - 20, h / 2)).isZero();
    assertThat(alpha.at(0, w / 2 + 20, h / 2)).isCloseTo(1, within(1e-4f));
  }
}
