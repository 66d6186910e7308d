package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonochromeTest {
  private static final int N = EditGeometry.CROP;

  /** A drawn face in colour, in light that falls off to one side. */
  private static FloatImage drawn() {
    float[] crop = DrawnMouth.crop(DrawnMouth.parted(0, 0));
    for (int i = 0; i < crop.length; i++) {
      crop[i] *= 1.1f - .6f * (i % N) / N;
    }
    return new FloatImage(3, N, N, crop);
  }

  /** The same in the tones of one colour. */
  private static FloatImage toned(float red, float green, float blue) {
    FloatImage crop = drawn();
    float[] out = new float[3 * N * N];
    float[] tone = {red, green, blue};
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) luma(crop, i % N, i / N % N) * tone[i / (N * N)];
    }
    return new FloatImage(3, N, N, out);
  }

  /** Redder here and there, as skin is. */
  private static FloatImage flushed(FloatImage crop) {
    float[] out = crop.data().clone();
    for (int i = 0; i < N * N; i++) {
      out[i] *= 1 + .07f * (float) Math.sin(i % N / 9.);
    }
    return new FloatImage(3, N, N, out);
  }

  private static FloatImage lit(FloatImage crop, float light) {
    float[] out = crop.data().clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= light;
    }
    return new FloatImage(3, N, N, out);
  }

  private static Monochrome of(FloatImage crop) {
    return Monochrome.of(crop, DrawnMouth.FACE).orElseThrow();
  }

  private static double luma(FloatImage image, int x, int y) {
    return .299 * image.at(0, x, y) + .587 * image.at(1, x, y) + .114 * image.at(2, x, y);
  }

  private static double redness(FloatImage image, int x, int y) {
    return 1 - image.at(1, x, y) / image.at(0, x, y);
  }

  @Test
  void aFaceInColourIsNone() {
    assertThat(Monochrome.of(drawn(), DrawnMouth.FACE)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(floats = {.5f, .3f, .15f})
  void aDarkFaceInColourIsNone(float light) {
    assertThat(Monochrome.of(lit(flushed(drawn()), light), DrawnMouth.FACE)).isEmpty();
  }

  @Test
  void aBlackAndWhiteFaceIsShownInTheColoursOfFacesAndAsLightAsItIs() {
    FloatImage grey = toned(1, 1, 1);
    FloatImage coloured = of(grey).shown(grey);
    for (int x = 40; x < 220; x += 30) {
      assertThat(luma(coloured, x, 120)).isCloseTo(luma(grey, x, 120), within(.01));
    }
    int cheek = 100;
    int lips = 141 + 40;
    assertThat(redness(coloured, 128, cheek)).isBetween(.15, .25);
    assertThat(redness(coloured, 128, lips)).isGreaterThan(redness(coloured, 128, cheek) + .05);
  }

  @Test
  void aDarkOneIsShownAsInGoodLightAndItsEditComesBackAsDark() {
    FloatImage dark = lit(toned(1, 1, 1), .3f);
    Monochrome tones = of(dark);
    double lift = luma(tones.shown(dark), 128, 100) / luma(dark, 128, 100);
    assertThat(lift).isBetween(1.7, 2.5);
    FloatImage colour = FloatImage.zeros(3, 4, 4);
    Arrays.fill(colour.data(), .5f);
    FloatImage none = FloatImage.zeros(1, 4, 4);
    ExpressionEdit edit =
        tones.back(
            new ExpressionEdit(
                FloatImage.zeros(2, 4, 4), colour, none, colour, EditGeometry.MOUTH, none, colour));
    assertThat(edit.mouthColour().at(0, 1, 1)).isCloseTo((float) (.5 / lift), within(.01f));
    assertThat(edit.shading().at(0, 1, 1)).isCloseTo((float) (.5 / lift), within(.01f));
  }

  @Test
  void anEditComesBackInThePhotosOwnTones() {
    FloatImage colour = FloatImage.zeros(3, 4, 4);
    Arrays.fill(colour.data(), 0, 16, .8f);
    Arrays.fill(colour.data(), 16, 48, .6f);
    double light = .299 * .8 + .701 * .6;
    FloatImage none = FloatImage.zeros(1, 4, 4);
    ExpressionEdit edit =
        new ExpressionEdit(
            FloatImage.zeros(2, 4, 4), colour, none, colour, EditGeometry.MOUTH, none, colour);
    ExpressionEdit grey = of(toned(1, 1, 1)).back(edit);
    ExpressionEdit sepia = of(toned(1, .8f, .5f)).back(edit);
    double sepiaLuma = .299 + .587 * .8 + .114 * .5;
    for (int c = 0; c < 3; c++) {
      assertThat(grey.colour().at(c, 1, 1)).isCloseTo((float) light, within(1e-3f));
      assertThat(grey.mouthColour().at(c, 1, 1)).isEqualTo(grey.mouthColour().at(0, 1, 1));
      assertThat(grey.shading().at(c, 1, 1)).isCloseTo((float) light, within(.01f));
      float tone = new float[] {1, .8f, .5f}[c];
      assertThat(sepia.colour().at(c, 1, 1))
          .isCloseTo((float) (light * tone / sepiaLuma), within(.01f));
    }
  }

  @Test
  void aFlatPictureIsNoReasonToFail() {
    float[] flat = new float[3 * N * N];
    Arrays.fill(flat, .5f);
    FloatImage grey = new FloatImage(3, N, N, flat);
    FloatImage coloured = of(grey).shown(grey);
    assertThat(luma(coloured, 128, 60)).isCloseTo(.5, within(.01));
  }
}
