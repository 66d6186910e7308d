package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.face.PairRegistration;
import beamish.image.Box;
import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Faces of noise, with coarse stripes for teeth. */
class SoftenedSmileTest {
  private static final int SIZE = 300;
  private static final Landmarks MARKS =
      new Landmarks(
          new Point(100, 100), new Point(200, 100), new Point(105, 210), new Point(195, 210));
  private static final Similarity TO_CROP = CropTemplate.photoToCrop(MARKS);

  private static DetectedFace face() {
    List<Point> points = new ArrayList<>(Collections.nCopies(16, new Point(150, 150)));
    points.set(11, new Point(150, 195));
    points.set(12, new Point(150, 235));
    return new DetectedFace(new Box(50, 50, 200, 200), MARKS, points, 0, 1);
  }

  private static FloatImage noise() {
    Random random = new Random(7);
    float[] light = new float[SIZE * SIZE];
    for (int i = 0; i < light.length; i++) {
      boolean mouth = i / SIZE > 190 && i / SIZE < 240;
      float stripe = i % SIZE % 16 < 8 ? .25f : -.25f;
      light[i] = .5f + (mouth ? stripe : 0) + .05f * (float) random.nextGaussian();
    }
    return GaussianBlur.of(new FloatImage(1, SIZE, SIZE, light), .5);
  }

  private static PixelImage photo(FloatImage light) {
    short[] samples = new short[light.data().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(65535 * Math.min(1, Math.max(0, light.data()[i])));
    }
    return PixelImage.of16(SIZE, SIZE, 1, samples);
  }

  private static PairSet.Aligned pair(PixelImage neutral, PixelImage smiling) {
    return new PairSet.Aligned(
        neutral,
        face(),
        smiling,
        face(),
        TO_CROP,
        new PairRegistration.Registered(TO_CROP, true, 50, 0, 0));
  }

  private static double lips(PixelImage photo) {
    return FaceSharpness.of(photo, MouthOutline.of(face()).orElseThrow().pixels(photo, 0, 1));
  }

  @Test
  void aSmileIsMeasuredAsInAPhotoAsSoftAsTheOther() {
    PixelImage sharp = photo(noise());
    PixelImage soft = photo(GaussianBlur.of(noise(), .6));
    assertThat(SoftenedSmile.withinLips(pair(soft, sharp)))
        .isCloseTo(lips(soft), within(.03 * lips(soft)))
        .isLessThan(.7 * lips(sharp));
    // edges lose less than fine noise does, so the whole face's ratio would say too little
    double ratio = FaceSharpness.ofFace(sharp, TO_CROP) / FaceSharpness.ofFace(soft, TO_CROP);
    assertThat(lips(sharp) / ratio).isNotCloseTo(lips(soft), within(.03 * lips(soft)));
  }

  @Test
  void aSmileIsNeverSharpened() {
    PixelImage sharp = photo(noise());
    PixelImage soft = photo(GaussianBlur.of(noise(), .6));
    assertThat(SoftenedSmile.withinLips(pair(sharp, soft))).isEqualTo(lips(soft));
  }
}
