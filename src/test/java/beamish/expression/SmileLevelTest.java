package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import org.junit.jupiter.api.Test;

/** How much a face smiles, by where its mouth's corners are. */
class SmileLevelTest {

  private static double level(double halfMouth, double row) {
    Landmarks face =
        new Landmarks(
            CropTemplate.LEFT_EYE,
            CropTemplate.RIGHT_EYE,
            new Point(.5 - halfMouth, row),
            new Point(.5 + halfMouth, row));
    FloatImage skin = FloatImage.zeros(3, EditGeometry.CROP, EditGeometry.CROP);
    return SmileLevel.of(new AlignedCrop(skin, face));
  }

  @Test
  void widerAndHigherCornersSmileMore() {
    assertThat(level(.14, .76)).isZero();
    // width .9 less 1 below: .18 of the .62 from neutral to laughing
    assertThat(level(.162, .72)).isCloseTo(.18 / .62, within(1e-6));
    assertThat(level(.18, .72)).isGreaterThan(level(.162, .72));
    assertThat(level(.162, .70)).isGreaterThan(level(.162, .72));
    assertThat(level(.3, .65)).isEqualTo(1);
  }

  @Test
  void aSmileIsBegunWhereItIsSeenToBe() {
    assertThat(SmileLevel.begun(.22)).isZero();
    assertThat(SmileLevel.begun(.65)).isCloseTo(.5, within(1e-6));
    assertThat(SmileLevel.begun(1)).isEqualTo(1);
  }

  @Test
  void levelsHaveWords() {
    assertThat(SmileLevel.word(0)).isEqualTo(SmileLevel.Word.NEUTRAL);
    assertThat(SmileLevel.word(.2)).isEqualTo(SmileLevel.Word.SLIGHT);
    assertThat(SmileLevel.word(.6)).isEqualTo(SmileLevel.Word.SMILING);
    assertThat(SmileLevel.word(1)).isEqualTo(SmileLevel.Word.LAUGHING);
  }
}
