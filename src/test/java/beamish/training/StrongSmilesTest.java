package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.PhotoReader;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.AlignedCrop;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mouth branch loses sight of these people's lips above strength 1.1 to 1.4. */
@Tag("shared")
class StrongSmilesTest {
  private static final Path NEUTRAL = Path.of("../shared/data/london/neutral");

  private static double parted(ExpressionEdit edit) {
    double sum = 0;
    for (float alpha : edit.mouthAlpha().data()) {
      sum += alpha;
    }
    return sum;
  }

  @Test
  void aStrongerSmileNeverShutsTheMouth() {
    assumeTrue(Files.isDirectory(NEUTRAL), "skipped: ../shared/data is not here");
    ModelStore store =
        new ModelStore(
            List.of(Path.of("models")), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
    PhotoReader reader = new PhotoReader();
    try (FaceFinder finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"));
        ExpressionModel model = store.open(store.defaultId())) {
      for (String person : List.of("002", "009", "114")) {
        PixelImage photo = reader.read(NEUTRAL.resolve(person + ".jpg")).pixels();
        DetectedFace face = PairSet.largest(finder.find(photo, new Cancellation())).orElseThrow();
        AlignedCrop crop = AlignedCrop.cut(photo, face.landmarks(), model.cropSize());
        LatentCode code = model.encode(crop);
        ExpressionEdit strong = model.decode(code, 1.5);
        double clear = parted(model.decode(code, 1));
        assertThat(clear).as(person).isGreaterThan(3000);
        assertThat(parted(strong)).as(person).isGreaterThan(.9 * clear);
        // whatever was asked before
        assertThat(model.decode(code, 1.5).mouthAlpha().data())
            .isEqualTo(strong.mouthAlpha().data());
      }
    }
  }
}
