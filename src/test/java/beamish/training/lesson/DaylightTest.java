package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On a shipped sample, with the shipped finder. */
class DaylightTest {
  private static final Path SAMPLE = Path.of("assets/samples/portrait-1.jpg");
  private final PixelImage photo = new PhotoReader().read(SAMPLE).pixels();

  private PixelImage read(PixelImage taken) {
    try (FaceFinder finder = new LandmarkFaceFinder(Path.of("models/landmarks-1"))) {
      return new Daylight(p -> taken, finder, new Cancellation()).apply(SAMPLE);
    }
  }

  private PixelImage lit(double red, double green, double blue) {
    double[] light = {red, green, blue};
    byte[] out = photo.samples8().clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.min(255, (out[i] & 0xff) * light[i % 3]);
    }
    return PixelImage.of8(photo.width(), photo.height(), 3, out);
  }

  /** Mean of blue by mean of red over the middle of the photo. */
  private static double warmth(PixelImage photo) {
    double[] sum = new double[3];
    for (int y = photo.height() / 3; y < photo.height() / 2; y++) {
      for (int x = photo.width() / 3; x < 2 * photo.width() / 3; x++) {
        for (int c = 0; c < 3; c++) {
          sum[c] += photo.sample(x, y, c);
        }
      }
    }
    return sum[0] / sum[2];
  }

  @Test
  void aPhotoInDaylightIsAsItIs() {
    assertThat(read(photo)).isSameAs(photo);
  }

  @Test
  void aPhotoUnderLampsIsReadAsInDaylight() {
    PixelImage lamps = lit(1.05, .8, .45);
    double own = warmth(photo);
    assertThat(warmth(lamps)).isGreaterThan(2 * own);
    assertThat(warmth(read(lamps))).isBetween(.9 * own, 1.5 * own);
  }

  @Test
  void aPhotoWithoutAFaceIsAsItIs() {
    PixelImage empty = PixelImage.of8(300, 200, 1, new byte[300 * 200]);
    assertThat(read(empty)).isSameAs(empty);
  }
}
