package beamish.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.codec.PhotoReader;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PairRegistrationTest {
  private static final PixelImage PHOTO =
      new PhotoReader().read(Path.of("assets/samples/portrait-1.jpg")).pixels();
  private static final Landmarks FACE = MeanFace.fromEyes(new Point(515, 660), new Point(765, 660));

  @Test
  void findsAKnownMoveFromRoughEyes() {
    Similarity move = new Similarity(.99, .05, 12, -30);
    PixelImage moved = Warps.moved(PHOTO, move);
    Landmarks truth = FACE.map(move);
    Landmarks rough =
        new Landmarks(
            new Point(truth.leftEye().x() + 18, truth.leftEye().y() - 9),
            new Point(truth.rightEye().x() - 6, truth.rightEye().y() + 12),
            truth.leftMouth(),
            truth.rightMouth());
    PairRegistration.Registered r = PairRegistration.register(PHOTO, FACE, moved, rough);
    assertThat(r.fromFeatures()).isTrue();
    assertThat(r.residual()).isLessThan(.01);
    for (Point p : new Point[] {truth.leftEye(), truth.rightEye(), truth.leftMouth()}) {
      Point expected = CropTemplate.photoToCrop(FACE).apply(move.inverse().apply(p));
      Point actual = r.photoToCrop().apply(p);
      assertThat(actual.distanceTo(expected)).isCloseTo(0, within(.003));
    }
  }

  @Test
  void withoutFeaturesTheEyesDecide() {
    PixelImage blank = PixelImage.of8(1280, 1600, 1, new byte[1280 * 1600]);
    PairRegistration.Registered r = PairRegistration.register(PHOTO, FACE, blank, FACE);
    assertThat(r.fromFeatures()).isFalse();
    assertThat(r.photoToCrop()).isEqualTo(CropTemplate.photoToCrop(FACE));
  }
}
