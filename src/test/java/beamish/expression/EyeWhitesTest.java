package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.Landmarks;
import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EyeWhitesTest {
  private static final int N = EditGeometry.CROP;
  private static final Landmarks FACE =
      new Landmarks(
          new Point(.32, .36), new Point(.68, .36), new Point(.38, .7), new Point(.62, .7));

  /** Skin of one colour, with white on both sides of each pupil. */
  private static float[] face(float skin, float left, float right) {
    float[] crop = new float[3 * N * N];
    Arrays.fill(crop, 0, N * N, 1.3f * skin);
    Arrays.fill(crop, N * N, 3 * N * N, skin);
    white(crop, .32, left);
    white(crop, .68, right);
    return crop;
  }

  private static void white(float[] crop, double pupil, float light) {
    for (int c = 0; c < 3; c++) {
      for (int y = (int) (.355 * N); y < (int) (.367 * N); y++) {
        for (double from : new double[] {pupil - .05, pupil + .02}) {
          int at = (c * N + y) * N + (int) (from * N);
          Arrays.fill(crop, at, at + (int) (.03 * N), light);
        }
      }
    }
  }

  @Test
  void seesTheWhitesWhateverTheSkin() {
    assertThat(EyeWhites.of(face(.2f, .6f, .6f), FACE)).isCloseTo(.6f, within(1e-6f));
    assertThat(EyeWhites.of(face(.5f, .6f, .6f), FACE)).isCloseTo(.6f, within(1e-6f));
  }

  @Test
  void takesTheDarkerOne() {
    assertThat(EyeWhites.of(face(.2f, .5f, .9f), FACE)).isCloseTo(.5f, within(1e-6f));
  }

  @Test
  void anEyeBeyondTheCropIsNone() {
    Landmarks beyond = FACE.with(Landmarks.Part.RIGHT_EYE, new Point(1.4, .36));
    assertThat(EyeWhites.of(face(.5f, .6f, .6f), beyond)).isZero();
  }
}
