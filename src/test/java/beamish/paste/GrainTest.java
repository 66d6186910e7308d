package beamish.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrainTest {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 480;
  private static final Similarity TO_CROP =
      CropTemplate.photoToCrop(FakeFinder.face(240, 180, 100).landmarks());

  /** Light that falls off to one side, below a fifth of it pores, and noise on it all. */
  private static PixelImage photo(int channels, int bits, double noise) {
    int max = (1 << bits) - 1;
    Random random = new Random(7);
    int[] samples = new int[WIDTH * HEIGHT * channels];
    for (int i = 0; i < samples.length; i++) {
      int at = i / channels;
      double pores = at > WIDTH * HEIGHT / 5 ? .05 * Math.sin(at * 2.1) : 0;
      double light = .7 - .3 * (at % WIDTH) / WIDTH + pores;
      double value = light + noise * random.nextGaussian();
      samples[i] = (int) Math.round(max * Math.min(1, Math.max(0, value)));
    }
    return of(channels, bits, samples);
  }

  private static PixelImage of(int channels, int bits, int[] samples) {
    short[] deep = new short[samples.length];
    byte[] flat = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      deep[i] = (short) samples[i];
      flat[i] = (byte) samples[i];
    }
    return bits == 16
        ? PixelImage.of16(WIDTH, HEIGHT, channels, deep)
        : PixelImage.of8(WIDTH, HEIGHT, channels, flat);
  }

  private static PixelImage painted(PixelImage photo) {
    PixelImage target = photo.copy();
    PasteBack.apply(photo, TO_CROP, PasteBackTest.painted(.6f, .6f, .6f), target);
    return target;
  }

  /** Standard deviation of the paint in its window, and its mean, as parts of the range. */
  private static double[] paint(PixelImage image) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Point p = TO_CROP.apply(new Point(x + .5, y + .5));
        if (p.x() > .32 && p.x() < .68 && p.y() > .52 && p.y() < .78) {
          double v = image.sample(x, y, 0) / (double) image.maxSample();
          sum += v;
          squares += v * v;
          n++;
        }
      }
    }
    return new double[] {Math.sqrt(squares / n - sum / n * sum / n), sum / n};
  }

  @ParameterizedTest
  @CsvSource({"3, 8, .03", "3, 16, .01", "1, 8, .03", "4, 8, .06"})
  void whatIsPaintedHasThePhotosGrain(int channels, int bits, double noise) {
    double[] paint = paint(painted(photo(channels, bits, noise)));
    assertThat(paint[0]).isBetween(.8 * noise, 1.1 * noise);
    assertThat(paint[1]).isCloseTo(.6, within(.005));
  }

  @Test
  void aPhotoWithoutGrainGetsNone() {
    double[] paint = paint(painted(photo(3, 16, 0)));
    assertThat(paint[0]).isLessThan(1e-4);
  }

  @Test
  void wherePhotosAreOverexposedTheirGrainIsNotLookedFor() {
    PixelImage photo = photo(3, 8, .03);
    byte[] samples = photo.samples8().clone();
    for (int i = 0; i < samples.length; i++) {
      if (i / 3 % WIDTH < WIDTH / 2) {
        samples[i] = (byte) 255;
      }
    }
    PixelImage half = PixelImage.of8(WIDTH, HEIGHT, 3, samples);
    assertThat(paint(painted(half))[0]).isBetween(.8 * .03, 1.1 * .03);
  }

  @Test
  void grainIsTheSameInPartsAndEachTime() {
    PixelImage photo = photo(3, 8, .03);
    PixelImage whole = painted(photo);
    assertThat(painted(photo).hasSamePixels(whole)).isTrue();
    PixelImage part = photo.part(201, 250, 60, 40);
    PasteBack.applyToPart(photo, TO_CROP, PasteBackTest.painted(.6f, .6f, .6f), part, 201, 250);
    assertThat(part.hasSamePixels(whole.part(201, 250, 60, 40))).isTrue();
  }
}
