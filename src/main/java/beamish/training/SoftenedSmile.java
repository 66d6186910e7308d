package beamish.training;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.PixelImage;

/**
 * How sharp the mouth of a real smile would be in a photo as sharp as another one of the same
 * person. Not everybody's two photos are equally sharp, smile or no smile; the sharper one is put
 * out of focus until both are, and its mouth is measured then. Dividing by how much sharper it is
 * all over the face would not do: a blur takes less from the edges of teeth than from skin.
 */
final class SoftenedSmile {
  /** Where both photos are compared: a smile changes little there. Crop coordinates. */
  private static final double LEFT = .2;

  private static final double TOP = .15;
  private static final double RIGHT = .8;
  private static final double BOTTOM = .55;

  /** No photo of the same face at about the same size is softer by more, pixels. */
  private static final double MOST = 3;

  private static final int HALVINGS = 8;

  private SoftenedSmile() {}

  /**
   * Variance of the Laplacian within the lips of the smile, see {@link FaceSharpness}; that of the
   * photo as it is where the other one is the sharper. NaN where no lips are known.
   */
  static double withinLips(PairSet.Aligned pair) {
    return MouthOutline.of(pair.smilingFace())
        .map(mouth -> mouth.pixels(pair.smiling(), 0, 1))
        .filter(lips -> lips.length > 0)
        .map(lips -> FaceSharpness.of(softened(pair), lips))
        .orElse(Double.NaN);
  }

  private static PixelImage softened(PairSet.Aligned pair) {
    double wanted =
        FaceSharpness.of(pair.neutral(), pair.neutralToCrop(), LEFT, TOP, RIGHT, BOTTOM);
    FloatImage smile = brightness(pair.smiling());
    double little = 0;
    double much = MOST;
    PixelImage soft = pair.smiling();
    for (int i = 0; i < HALVINGS; i++) {
      double sigma = (little + much) / 2;
      PixelImage tried = grey(GaussianBlur.of(smile, sigma));
      if (FaceSharpness.of(tried, pair.smilingToCrop(), LEFT, TOP, RIGHT, BOTTOM) > wanted) {
        little = sigma;
        soft = tried;
      } else {
        much = sigma;
      }
    }
    return soft;
  }

  /** By Rec. 601, in [0, 1]. */
  private static FloatImage brightness(PixelImage photo) {
    int n = photo.width() * photo.height();
    int channels = photo.channels();
    float[] light = new float[n];
    for (int i = 0; i < n; i++) {
      int at = i * channels;
      light[i] =
          photo.isColour()
              ? (.299f * photo.sample(at)
                      + .587f * photo.sample(at + 1)
                      + .114f * photo.sample(at + 2))
                  / photo.maxSample()
              : (float) photo.sample(at) / photo.maxSample();
    }
    return new FloatImage(1, photo.height(), photo.width(), light);
  }

  /** In 16 bits: in eight, rounding would count as detail. */
  private static PixelImage grey(FloatImage light) {
    short[] samples = new short[light.data().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(65535 * light.data()[i]);
    }
    return PixelImage.of16(light.width(), light.height(), 1, samples);
  }
}
