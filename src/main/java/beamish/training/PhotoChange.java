package beamish.training;

import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Another light and another crop, the same for both photos of a pair, under which a model is
 * measured: exposure −1 … +.3 stops, colour temperature (red against blue) ±.3 stops, and a
 * gradient of up to 1 stop a crop width from any side, all in linear light as a lamp would; the
 * face rolled by up to ±12°, at .6 to 1 of its size, and somewhere else in a tighter picture.
 *
 * <p>No training draws these: an {@link Augmentation} bends samples, gains and gammas at the
 * network's own resolution after the face is aligned; here the photo changes before the finder sees
 * it.
 */
final class PhotoChange {
  private static final double MOST_STOPS = 1;

  private final double[] stops = new double[3];
  private final double stopsRight;
  private final double stopsDown;
  private final double roll;
  private final double size;
  private final double span;
  private final Point centre;

  private PhotoChange(SplittableRandom random) {
    double exposure = random.nextDouble(-1, .3);
    double warmth = random.nextDouble(-.3, .3);
    stops[0] = exposure + warmth;
    stops[1] = exposure;
    stops[2] = exposure - warmth;
    double from = random.nextDouble(2 * Math.PI);
    double gradient = random.nextDouble(.3, 1);
    stopsRight = gradient * Math.cos(from);
    stopsDown = gradient * Math.sin(from);
    roll = Math.toRadians(random.nextDouble(-12, 12));
    size = random.nextDouble(.6, 1);
    span = random.nextDouble(1.7, 2.3);
    centre = new Point(.5 + random.nextDouble(-.12, .12), .55 + random.nextDouble(-.12, .12));
  }

  /**
   * The change of one pair.
   *
   * @param seed one for all pairs of a measurement
   */
  static PhotoChange of(long seed, String pair) {
    return new PhotoChange(new SplittableRandom(31 * seed + pair.hashCode()));
  }

  /** The photo changed, 8 bits in RGB, upright still; the face lies wholly in it. */
  PixelImage apply(PixelImage photo, Similarity photoToCrop) {
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    Similarity rolled =
        photoToCrop.then(
            new Similarity(
                cos,
                sin,
                .5 - cos * centre.x() + sin * centre.y(),
                .5 - sin * centre.x() - cos * centre.y()));
    int pixels = (int) Math.max(64, Math.round(span * size / photoToCrop.scale()));
    double from = .5 - span / 2;
    FloatImage cut = AlignedCrop.cutRegion(photo, rolled, from, from, span, pixels, pixels);
    Similarity toCrop =
        new Similarity(span / pixels, 0, from, from).then(rolled.inverse()).then(photoToCrop);
    return relit(cut, toCrop);
  }

  private PixelImage relit(FloatImage image, Similarity toCrop) {
    int n = image.width();
    byte[] out = new byte[3 * n * n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < n; x++) {
                Point p = toCrop.apply(new Point(x + .5, y + .5));
                // beyond the face it gets no lighter and no darker
                double aside = limited(stopsRight * (p.x() - .5) + stopsDown * (p.y() - .5));
                for (int c = 0; c < 3; c++) {
                  double light = Srgb.linear(image.at(c, x, y)) * Math.pow(2, stops[c] + aside);
                  out[3 * (y * n + x) + c] =
                      (byte) Math.round(255 * Srgb.encoded(Math.min(1, light)));
                }
              }
            });
    return PixelImage.of8(n, n, 3, out);
  }

  private static double limited(double stops) {
    return Math.min(MOST_STOPS, Math.max(-MOST_STOPS, stops));
  }
}
