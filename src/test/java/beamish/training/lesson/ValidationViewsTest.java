package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.FakeModel;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.paste.PasteBack;
import beamish.training.TrainingPair;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidationViewsTest {
  private static final int SIZE = TrainingPair.SIZE;

  /** Crop space to the picture of a pair. */
  private static final Similarity TO_CROP =
      new Similarity(TrainingPair.SPAN / SIZE, 0, TrainingPair.START, TrainingPair.START);

  /** A pair whose smile is a fake model's at {@code strength}. */
  private static TrainingPair pair(double strength) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    Random random = new Random(4);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int tone = (int) (128 + 60 * Math.sin(x / 9.) * Math.cos(y / 7.) + random.nextInt(9));
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * SIZE + x) + c] = (byte) tone;
        }
      }
    }
    PixelImage neutral = PixelImage.of8(SIZE, SIZE, 3, rgb);
    PixelImage smiling = neutral.copy();
    ExpressionModel model = new FakeModel();
    AlignedCrop crop =
        new AlignedCrop(
            FloatImage.zeros(3, EditGeometry.CROP, EditGeometry.CROP),
            new Landmarks(
                CropTemplate.LEFT_EYE,
                CropTemplate.RIGHT_EYE,
                new Point(.38, .78),
                new Point(.62, .78)));
    PasteBack.apply(neutral, TO_CROP, model.decode(model.encode(crop), strength), smiling);
    return new TrainingPair(
        "one",
        TrainingPair.cut(neutral, TO_CROP),
        TrainingPair.cut(smiling, TO_CROP),
        List.of(),
        List.of());
  }

  private static double look(double smile, boolean own) {
    return new ValidationViews(List.of(pair(smile)), false, own, 1)
        .look(new FakeModel())
        .distance();
  }

  // views in other light and position are not met wholly by a fake that does not know them

  @Test
  void aSlightSmileIsJudgedWhereItIsMet() {
    assertThat(look(.5, false)).isLessThan(.6);
    assertThat(look(.5, true)).isGreaterThan(.8);
  }

  @Test
  void onesOwnSmileIsAskedOfStrengthOne() {
    assertThat(look(1, true)).isLessThan(.6);
  }

  @Test
  void facesAreShownAtStrengthOne() {
    assertThat(new ValidationViews(List.of(pair(1)), false, false, 1).look(new FakeModel()).faces())
        .hasSize(4);
  }
}
