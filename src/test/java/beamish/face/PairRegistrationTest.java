package beamish.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.PhotoReader;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PairRegistrationTest {
  private static final Path LONDON = Path.of("../shared/data/london");
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

  /**
   * Two photos with few features in common; one set of features answers within .02 of the eye
   * distance only.
   */
  @Test
  @Tag("shared")
  void hardlyDependsOnTheStart() {
    assumeTrue(Files.isDirectory(LONDON), "skipped: ../shared/data is not here");
    PhotoReader reader = new PhotoReader();
    PixelImage neutral = reader.read(LONDON.resolve("neutral/022.jpg")).pixels();
    PixelImage smiling = reader.read(LONDON.resolve("smiling/022.jpg")).pixels();
    Landmarks first;
    Landmarks other;
    try (FaceFinder finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"))) {
      first = finder.find(neutral, new Cancellation()).get(0).landmarks();
      other = finder.find(smiling, new Cancellation()).get(0).landmarks();
    }
    Random random = new Random(1);
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Landmarks start =
          new Landmarks(
              near(other.leftEye(), random),
              near(other.rightEye(), random),
              other.leftMouth(),
              other.rightMouth());
      PairRegistration.Registered r = PairRegistration.register(neutral, first, smiling, start);
      corners.add(r.photoToCrop().apply(other.leftMouth()));
    }
    double x = corners.stream().mapToDouble(Point::x).average().orElseThrow();
    double y = corners.stream().mapToDouble(Point::y).average().orElseThrow();
    double spread =
        corners.stream().mapToDouble(c -> c.distanceTo(new Point(x, y))).average().orElseThrow();
    double eyes = CropTemplate.LEFT_EYE.distanceTo(CropTemplate.RIGHT_EYE);
    assertThat(spread / eyes).isLessThan(.01);
  }

  private static Point near(Point p, Random random) {
    return new Point(p.x() + 4 * random.nextGaussian(), p.y() + 4 * random.nextGaussian());
  }

  @Test
  void withoutFeaturesTheEyesDecide() {
    PixelImage blank = PixelImage.of8(1280, 1600, 1, new byte[1280 * 1600]);
    PairRegistration.Registered r = PairRegistration.register(PHOTO, FACE, blank, FACE);
    assertThat(r.fromFeatures()).isFalse();
    assertThat(r.photoToCrop()).isEqualTo(CropTemplate.photoToCrop(FACE));
  }
}
