package beamish.expression.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.PhotoReader;
import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.ModelStore;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.training.PairSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a slider parts lips: on faces whose lips the mouth branch parts all of a sudden, or parts,
 * shuts and parts again.
 */
@Tag("shared")
class LipBarsTest {
  private static final Path DATA = Path.of("../shared/data");

  /** Positions of the slider in 1. */
  private static final int STEPS = 25;

  private static final double EYES = CropTemplate.RIGHT_EYE.x() - CropTemplate.LEFT_EYE.x();

  private static LandmarkFaceFinder finder;
  private static ExpressionModel model;

  @BeforeAll
  static void load() {
    assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/data is not here");
    finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
    model =
        new ModelStore(
                List.of(Path.of("models")), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new))
            .open("smile-1");
  }

  @AfterAll
  static void close() {
    if (finder != null) {
      finder.close();
      model.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"canada/113m", "canada/114m", "canada/048f", "london/neutral/009"})
  void partGraduallyAndStayApart(String name) {
    PixelImage photo = new PhotoReader().read(DATA.resolve(name + ".jpg")).pixels();
    var face = PairSet.largest(finder.find(photo, new Cancellation())).orElseThrow();
    LatentCode code = model.encode(AlignedCrop.cut(photo, face.landmarks(), model.cropSize()));
    double before = 0;
    for (int i = 1; i <= 3 * STEPS / 2; i++) {
      double height = height(model.decode(code, (double) i / STEPS));
      assertThat(height - before).as("%s, from step %d", name, i).isBetween(-.005, .03);
      before = height;
    }
    assertThat(before).isGreaterThan(.1);
  }

  /** Of what is shown between the lips, in its highest column, eye distances. */
  private static double height(ExpressionEdit edit) {
    FloatImage alpha = edit.mouthAlpha();
    double most = 0;
    for (int x = 0; x < alpha.width(); x++) {
      double sum = 0;
      for (int y = 0; y < alpha.height(); y++) {
        sum += alpha.at(0, x, y);
      }
      most = Math.max(most, sum);
    }
    return most / alpha.height() * EditGeometry.MOUTH.height() / EYES;
  }
}
