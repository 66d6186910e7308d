package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IlluminantTest {
  private static final int N = EditGeometry.CROP;

  /** A drawn face whose eyes have whites, in a light. */
  private static FloatImage face(float red, float green, float blue) {
    return face(new float[] {.7f, .7f, .7f}, red, green, blue);
  }

  private static FloatImage face(float[] whites, float red, float green, float blue) {
    float[] crop = DrawnMouth.crop(DrawnMouth.parted(0, 0));
    float[] light = {red, green, blue};
    for (int c = 0; c < 3; c++) {
      for (int y = (int) (.35 * N); y < (int) (.37 * N); y++) {
        for (double from : new double[] {.25, .34, .61, .7}) {
          int at = (c * N + y) * N + (int) (from * N);
          Arrays.fill(crop, at, at + (int) (.04 * N), whites[c]);
        }
      }
      for (int i = c * N * N; i < (c + 1) * N * N; i++) {
        crop[i] *= light[c];
      }
    }
    return new FloatImage(3, N, N, crop);
  }

  private static double white(FloatImage crop, int channel) {
    return crop.at(channel, (int) (.27 * N), (int) (.36 * N));
  }

  private static double red(FloatImage crop) {
    return Math.log(white(crop, 0) / white(crop, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1.08, 1, 0.95", "0.7, 0.7, 0.7"})
  void aFaceInDaylightIsShownAsItIs(float red, float green, float blue) {
    assertThat(Illuminant.of(face(red, green, blue), DrawnMouth.FACE)).isEmpty();
  }

  @Test
  void lampLightIsTakenFromAFaceAndGivenToItsEdit() {
    FloatImage crop = face(1.1f, .8f, .4f);
    Illuminant light = Illuminant.of(crop, DrawnMouth.FACE).orElseThrow();
    FloatImage shown = light.shown(crop);
    assertThat(red(shown)).isCloseTo(.04, within(.005));
    assertThat(Math.log(white(shown, 2) / white(shown, 1))).isCloseTo(-.105, within(.005));
    assertThat(white(shown, 1)).isCloseTo(white(crop, 1), within(1e-6));

    FloatImage none = FloatImage.zeros(1, 4, 4);
    FloatImage white = FloatImage.zeros(3, 4, 4);
    Arrays.fill(white.data(), .6f);
    FloatImage darker = FloatImage.zeros(3, 4, 4);
    Arrays.fill(darker.data(), -.2f);
    ExpressionEdit edit =
        light.back(
            new ExpressionEdit(
                FloatImage.zeros(2, 4, 4), darker, none, white, EditGeometry.MOUTH, none, white));
    for (int c = 0; c < 3; c++) {
      double gain = white(shown, c) / white(crop, c);
      assertThat(edit.mouthColour().at(c, 1, 1)).isCloseTo((float) (.6 / gain), within(1e-4f));
      assertThat(edit.colour().at(c, 1, 1)).isCloseTo((float) (.6 / gain), within(1e-4f));
      assertThat(edit.shading().at(c, 1, 1)).isCloseTo((float) (-.2 / gain), within(1e-4f));
    }
    assertThat(edit.mouthColour().at(0, 1, 1)).isGreaterThan(.7f);
    assertThat(edit.mouthColour().at(2, 1, 1)).isLessThan(.45f);
  }

  /** The last is no lamp: red alone may be the whites' own, up to .14. */
  @ParameterizedTest
  @CsvSource({"1.15, 1, 0.78, 0.068", "0.95, 1, 1.2, 0.02", "1.25, 1, 1, 0.14"})
  void theRedOfALightFollowsItsBlue(float red, float green, float blue, double shown) {
    FloatImage crop = face(red, green, blue);
    Illuminant light = Illuminant.of(crop, DrawnMouth.FACE).orElseThrow();
    assertThat(red(light.shown(crop))).isCloseTo(shown, within(.005));
  }

  @Test
  void aDarkPhotoIsShownLighter() {
    FloatImage crop = face(.3f, .3f, .3f);
    FloatImage shown = Illuminant.of(crop, DrawnMouth.FACE).orElseThrow().shown(crop);
    assertThat(white(shown, 1)).isCloseTo(.4, within(.005));
  }

  @Test
  void aPalePhotoIsShownDarkerAndItsEditLighter() {
    FloatImage crop = face(1.4f, 1.4f, 1.4f);
    Illuminant light = Illuminant.of(crop, DrawnMouth.FACE).orElseThrow();
    assertThat(white(light.shown(crop), 1)).isCloseTo(.78, within(.005));
    FloatImage none = FloatImage.zeros(1, 4, 4);
    FloatImage teeth = FloatImage.zeros(3, 4, 4);
    Arrays.fill(teeth.data(), .7f);
    ExpressionEdit edit =
        light.back(
            new ExpressionEdit(
                FloatImage.zeros(2, 4, 4),
                FloatImage.zeros(3, 4, 4),
                none,
                teeth,
                EditGeometry.MOUTH,
                none,
                teeth));
    assertThat(edit.mouthColour().at(1, 1, 1)).isCloseTo(.7f * .98f / .78f, within(.01f));
  }

  @Test
  void closedLidsAndDarkGlassesAreNoLight() {
    assertThat(Illuminant.of(face(DrawnMouth.SKIN, 1.1f, .8f, .4f), DrawnMouth.FACE)).isEmpty();
    float[] glasses = {.05f, .06f, .09f};
    assertThat(Illuminant.of(face(glasses, 1, 1, 1), DrawnMouth.FACE)).isEmpty();
  }

  @Test
  void eyesThatCannotBeSeenAreNoLight() {
    FloatImage black = FloatImage.zeros(3, N, N);
    assertThat(Illuminant.of(black, DrawnMouth.FACE)).isEmpty();
  }
}
