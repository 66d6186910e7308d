package beamish.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.ExpressionEdit;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasteBackTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final Landmarks FACE = FakeFinder.face(90, 40, 35).landmarks();
  private static final Similarity TO_CROP = CropTemplate.photoToCrop(FACE);

  private static ExpressionEdit edit(double strength) {
    FakeModel model = new FakeModel();
    AlignedCrop crop = AlignedCrop.cut(Pictures.waves(WIDTH, HEIGHT), FACE, model.cropSize());
    return model.decode(model.encode(crop), strength);
  }

  /**
   * With samples at the end of the range all over it, between which there is no grain to be had.
   */
  private static PixelImage noise(int channels) {
    short[] samples = new short[WIDTH * HEIGHT * channels];
    Random random = new Random(channels);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i / channels % 7 == 0 ? 0 : random.nextInt());
    }
    return PixelImage.of16(WIDTH, HEIGHT, channels, samples);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void partsAreTheWholesParts(int channels) {
    PixelImage photo = noise(channels);
    // a crop so large that its fields are read at knots some pixels apart
    Similarity rolled = TO_CROP.then(new Similarity(.39, .1, .2, .1));
    PixelImage whole = photo.copy();
    PasteBack.apply(photo, rolled, edit(1), whole);
    int edge = 37;
    for (int y = 0; y + edge <= HEIGHT; y += 23) {
      for (int x = 0; x + edge <= WIDTH; x += 19) {
        PixelImage part = photo.part(x, y, edge, edge);
        PasteBack.applyToPart(photo, rolled, edit(1), part, x, y);
        assertThat(part.hasSamePixels(whole.part(x, y, edge, edge))).as("%d, %d", x, y).isTrue();
      }
    }
  }

  /** An edit that does nothing but paint its whole mouth window. */
  static ExpressionEdit painted(float red, float green, float blue) {
    FloatImage alpha = new FloatImage(1, 32, 24, filled(32 * 24, 1));
    float[] colour = filled(3 * 32 * 24, red);
    Arrays.fill(colour, 32 * 24, 2 * 32 * 24, green);
    Arrays.fill(colour, 2 * 32 * 24, 3 * 32 * 24, blue);
    return new ExpressionEdit(
        FloatImage.zeros(2, 64, 64),
        FloatImage.zeros(3, 64, 64),
        FloatImage.zeros(1, 64, 64),
        FloatImage.zeros(3, 64, 64),
        new ExpressionEdit.CropWindow(.3, .5, .4, .3),
        alpha,
        new FloatImage(3, 32, 24, colour));
  }

  private static float[] filled(int size, float value) {
    float[] all = new float[size];
    Arrays.fill(all, value);
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theMouthIsPaintedAllOverItsWindowAndNowhereElse(int channels) {
    PixelImage deep = noise(channels);
    byte[] high = new byte[deep.samples16().length];
    for (int i = 0; i < high.length; i++) {
      high[i] = (byte) (deep.samples16()[i] >> 8);
    }
    for (PixelImage photo :
        new PixelImage[] {deep, PixelImage.of8(WIDTH, HEIGHT, channels, high)}) {
      PixelImage before = photo.copy();
      PixelImage target = photo.copy();
      PasteBack.apply(photo, TO_CROP, painted(1, .5f, .25f), target);
      assertThat(photo.hasSamePixels(before)).as("the photo is not written").isTrue();
      int max = photo.maxSample();
      int inside = 0;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          Point p = TO_CROP.apply(new Point(x + .5, y + .5));
          boolean in = p.x() > .3 && p.x() < .7 && p.y() > .5 && p.y() < .8;
          inside += in ? 1 : 0;
          for (int c = 0; c < channels; c++) {
            boolean alpha = photo.hasAlpha() && c == channels - 1;
            double paint = photo.isColour() ? Math.pow(.5, c) : 1.75 / 3;
            int expected = in && !alpha ? (int) Math.round(paint * max) : photo.sample(x, y, c);
            assertThat(target.sample(x, y, c)).as("%d, %d", x, y).isCloseTo(expected, within(1));
          }
        }
      }
      assertThat(inside).isGreaterThan(500);
    }
  }

  @Test
  void aCropOutsideThePhotoChangesNothing() {
    PixelImage photo = noise(3);
    PixelImage target = photo.copy();
    Similarity beside = CropTemplate.photoToCrop(FakeFinder.face(900, 900, 35).landmarks());
    PasteBack.apply(photo, beside, edit(1), target);
    assertThat(target.hasSamePixels(photo)).isTrue();
  }

  /** An outline that moves where the fields are feathered must not show twice. */
  @Test
  void anOutlineNearTheCropsBorderMovesWhole() {
    int n = 400;
    PixelImage photo = PixelImage.of8(n, n, 1, new byte[n * n]);
    Similarity toCrop = Similarity.scaling(1. / n);
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        photo.setSample(x, y, 0, x < .12 * n ? 220 : 40);
      }
    }
    FloatImage flow = FloatImage.zeros(2, 64, 64);
    Arrays.fill(flow.data(), 0, 64 * 64, -.03f);
    FloatImage none = FloatImage.zeros(1, 64, 64);
    FloatImage black = FloatImage.zeros(3, 64, 64);
    ExpressionEdit edit =
        new ExpressionEdit(
            flow, black, none, black, new ExpressionEdit.CropWindow(.3, .6, .4, .3), none, black);
    PixelImage target = photo.copy();
    PasteBack.apply(photo, toCrop, edit, target);
    int between = 0;
    for (int x = 0; x < n; x++) {
      int v = target.sample(x, n / 2, 0);
      between += v > 60 && v < 200 ? 1 : 0;
    }
    assertThat(target.hasSamePixels(photo)).isFalse();
    assertThat(between).as("half-tones along a hard edge").isLessThanOrEqualTo(2);
  }

  /** Grain as a camera sees it: of no pixel alone. */
  private static PixelImage grain(int n) {
    float[] noise = new float[n * n];
    Random random = new Random(5);
    for (int i = 0; i < n * n; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    PixelImage photo = PixelImage.of8(n, n, 1, new byte[n * n]);
    for (int y = 1; y < n - 1; y++) {
      for (int x = 1; x < n - 1; x++) {
        int i = y * n + x;
        float sides = noise[i - 1] + noise[i + 1] + noise[i - n] + noise[i + n];
        photo.setSample(x, y, 0, Math.round(128 + 20 * (noise[i] + .5f * sides)));
      }
    }
    return photo;
  }

  /** Of the brightness's Laplacian, in the middle of a square photo. */
  private static double variance(PixelImage photo) {
    int n = photo.width();
    double squares = 0;
    for (int y = n / 4; y < n * 3 / 4; y++) {
      for (int x = n / 4; x < n * 3 / 4; x++) {
        double sides =
            photo.sample(x - 1, y, 0)
                + photo.sample(x + 1, y, 0)
                + photo.sample(x, y - 1, 0)
                + photo.sample(x, y + 1, 0);
        squares += Math.pow(4 * photo.sample(x, y, 0) - sides, 2);
      }
    }
    return squares;
  }

  private static double sharpness(PixelImage photo, FloatImage flow) {
    FloatImage none = FloatImage.zeros(1, 64, 64);
    FloatImage black = FloatImage.zeros(3, 64, 64);
    ExpressionEdit.CropWindow mouth = new ExpressionEdit.CropWindow(.3, .6, .4, .3);
    PixelImage moved = photo.copy();
    PasteBack.apply(
        photo,
        Similarity.scaling(1. / photo.width()),
        new ExpressionEdit(flow, black, none, black, mouth, none, black),
        moved);
    return variance(moved) / variance(photo);
  }

  @ParameterizedTest
  @ValueSource(floats = {.25f, .5f, .75f, 1, 1.5f})
  void whatMovesStaysAsSharp(float pixels) {
    int n = 400;
    FloatImage flow = FloatImage.zeros(2, 64, 64);
    Arrays.fill(flow.data(), pixels / n);
    assertThat(sharpness(grain(n), flow)).isEqualTo(1, within(.04));
  }

  /** Both ways by a tenth: as fine as it becomes, it would be a tenth sharper. */
  @Test
  void whatIsDrawnTogetherGetsNoSharper() {
    int n = 400;
    FloatImage flow = FloatImage.zeros(2, 64, 64);
    for (int i = 0; i < 64 * 64; i++) {
      int row = i / 64;
      flow.data()[i] = .1f * ((i % 64 + .5f) / 64 - .5f);
      flow.data()[64 * 64 + i] = .1f * ((row + .5f) / 64 - .5f);
    }
    assertThat(sharpness(grain(n), flow)).isBetween(.75, 1.);
  }

  /** What the taps give one by one, at borders too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void samplesBetweenPixelsAsTheFormulaSays(int channels) {
    PixelImage photo = noise(channels);
    float[] smooth = new float[WIDTH * HEIGHT * channels];
    for (int i = 0; i < smooth.length; i++) {
      int pixel = i / channels;
      smooth[i] = blurred(photo, pixel % WIDTH, pixel / WIDTH, i % channels);
    }
    Sampler sampler = new Sampler(photo, new PasteBack.Region(0, 0, WIDTH, HEIGHT), 4);
    float[] whole = new float[channels];
    float[] fine = new float[smooth.length];
    for (int i = 0; i < fine.length; i++) {
      int pixel = i / channels;
      fine[i] = photo.sample(pixel % WIDTH, pixel / WIDTH, i % channels) - smooth[i];
    }
    Random random = new Random(1);
    float[][] moved = new float[channels][1];
    for (int n = 0; n < 3000; n++) {
      int x = random.nextInt(WIDTH);
      int y = random.nextInt(HEIGHT);
      // 64ths, so that both round alike
      float dx = n % 7 == 0 ? n % 5 - 2 : random.nextInt(-192, 192) / 64f;
      float dy = n % 11 == 0 ? n % 3 - 1 : random.nextInt(-192, 192) / 64f;
      float grain = random.nextInt(32, 65) / 64f;
      float[] each = {grain};
      sampler.row(x, y, 0, 1, new float[] {dx}, new float[] {dy}, each, moved);
      oneByOne(smooth, fine, channels, x, y, dx, dy, grain, whole);
      for (int c = 0; c < channels; c++) {
        assertThat(moved[c][0]).isEqualTo(whole[c], within(.05f));
      }
    }
  }

  private static float blurred(PixelImage photo, int x, int y, int channel) {
    int[] weights = {1, 4, 6, 4, 1};
    float sum = 0;
    for (int j = -2; j <= 2; j++) {
      for (int i = -2; i <= 2; i++) {
        int sample = photo.sample(at(x + i, y + j) * photo.channels() + channel);
        sum += weights[i + 2] * weights[j + 2] * sample;
      }
    }
    return sum / 256;
  }

  private static void oneByOne(
      float[] smooth,
      float[] fine,
      int channels,
      int x,
      int y,
      float dx,
      float dy,
      float grain,
      float[] into) {
    int ix = Math.round(dx);
    int iy = Math.round(dy);
    float tx = dx - ix;
    float ty = dy - iy;
    float between = Math.abs(tx) * (1 - Math.abs(tx)) + Math.abs(ty) * (1 - Math.abs(ty));
    for (int c = 0; c < channels; c++) {
      float sum = grain * (1 + .1f * between) * fine[at(x + ix, y + iy) * channels + c];
      for (int j = -1; j < 2; j++) {
        for (int i = -1; i < 2; i++) {
          sum += weight(ty, j) * weight(tx, i) * smooth[at(x + ix + i, y + iy + j) * channels + c];
        }
      }
      into[c] = sum;
    }
  }

  private static int at(int x, int y) {
    return Math.max(0, Math.min(HEIGHT - 1, y)) * WIDTH + Math.max(0, Math.min(WIDTH - 1, x));
  }

  /** The linear kernel at the distance i − t. */
  private static float weight(float t, int i) {
    return Math.max(0, 1 - Math.abs(i - t));
  }
}
