package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkinShadingTest {
  private static final int F = EditGeometry.FIELD;
  private static final Landmarks FACE =
      new Landmarks(
          CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, new Point(.36, .72), new Point(.66, .72));

  private static FloatImage restrained() {
    float[] shading = new float[3 * F * F];
    Arrays.fill(shading, .2f);
    FloatImage field = new FloatImage(3, F, F, shading);
    SkinShading.restrain(field, FACE);
    return field;
  }

  @Test
  void lipsKeepTheirShadingAndTheFaceAboveKeepsHalf() {
    FloatImage shading = restrained();
    for (int c = 0; c < 3; c++) {
      assertThat(shading.at(c, (int) (.37 * F), (int) (.72 * F))).isEqualTo(.2f);
      assertThat(shading.at(c, F / 2, (int) (.8 * F))).isEqualTo(.2f);
      assertThat(shading.at(c, F / 2, (int) (.2 * F))).isCloseTo(.1f, within(1e-6f));
      assertThat(shading.at(c, (int) (.25 * F), (int) (.5 * F))).isCloseTo(.1f, within(1e-6f));
    }
  }

  @Test
  void itFadesOverThreePixelsAndMore() {
    FloatImage shading = restrained();
    for (int y = 0; y < F; y++) {
      for (int x = 1; x < F; x++) {
        assertThat(Math.abs(shading.at(0, x, y) - shading.at(0, x - 1, y))).isLessThan(.035f);
      }
    }
  }

  private static float dimmed(float shading, float skin) {
    float[] field = new float[3 * F * F];
    Arrays.fill(field, shading);
    FloatImage image = new FloatImage(3, F, F, field);
    float[] crop = new float[3 * EditGeometry.CROP * EditGeometry.CROP];
    Arrays.fill(crop, skin);
    SkinShading.dim(image, SkinShading.lightness(crop));
    return image.at(1, F / 2, F / 2);
  }

  @Test
  void darkSkinIsLightenedByNoMoreThanAQuarterOfItself() {
    assertThat(dimmed(.3f, .2f)).isBetween(.045f, .05f);
    assertThat(dimmed(.01f, .2f)).isCloseTo(.01f, within(.0005f));
    assertThat(dimmed(.03f, .8f)).isCloseTo(.03f, within(.0005f));
    assertThat(dimmed(.3f, 0)).isZero();
  }

  @Test
  void whatIsDarkenedStays() {
    assertThat(dimmed(-.3f, .2f)).isEqualTo(-.3f);
  }
}
