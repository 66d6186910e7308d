package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On an average of our own, whose pupils lie at fixed places. */
class LaidDistanceTest {
  private final PixelImage photo =
      new PhotoReader().read(Path.of("assets/samples/validation-average.jpg")).pixels();
  private final Similarity toCrop =
      CropTemplate.photoToCrop(
          new Landmarks(
              new Point(515, 660), new Point(765, 660), new Point(540, 930), new Point(740, 930)));

  /** Distances of the photo itself, its mouth moved down by so many pixels of 512 and resized. */
  private double[] moved(double down, double size) {
    Similarity there =
        toCrop.then(new Similarity(size, 0, .5 - size * .5, .74 - size * .74 + down / 512));
    return new double[] {
      new MouthDistance(photo, toCrop).of(photo, there),
      new LaidDistance(photo, toCrop).of(photo, there)
    };
  }

  @Test
  void aMouthThatIsMovedALittleIsLaidUponItself() {
    for (double[] move : new double[][] {{8, 1}, {-7, 1}, {0, 1.05}, {10, .95}}) {
      double[] plain = moved(move[0], move[1]);
      assertThat(plain[1]).as(move[0] + " " + move[1]).isLessThan(.45 * plain[0]);
    }
  }

  @Test
  void aMouthThatIsElsewhereStaysFar() {
    double[] plain = moved(60, 1);
    assertThat(plain[1]).isGreaterThan(.6 * plain[0]);
  }

  @Test
  void theVeryPhotoIsNoDistanceAway() {
    assertThat(moved(0, 1)[1]).isZero();
  }
}
