package beamish.training;

import beamish.face.DetectedFace;
import beamish.image.PixelImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells a person's teeth from the lips around them, in a real smile and in an edit by the same
 * rule.
 *
 * <p>A pixel is tooth-like where it lies within the outline of the lips ({@link MouthOutline}, but
 * for the outermost part above and the lower lip's lower half, where lips shine), is lighter than
 * the person's closed lips by {@value #LIGHTER} L* or more, and less than {@value #REDNESS} times
 * as red (a*). Both are measured against the median of the lips in the person's own neutral photo,
 * because light and skin differ more between people than teeth do: on the darkest lips of the
 * London set L* is 22, on the palest 59. How little red, how yellow, how green or blue a tooth is
 * decides nothing, so wrong colours count and show in the mean; so does a thin veil of lip over
 * teeth, while a thick one shows as fewer of them.
 */
final class ToothColour {
  private static final double LIGHTER = 15;
  private static final double REDNESS = .7;

  /** Depths between which teeth are looked for; see {@link MouthOutline#depth}. */
  private static final double HIGHEST = .08;

  private static final double LOWEST = .75;

  /** Fewer pixels than that of a lip's number tell nothing. */
  private static final double LEAST = .03;

  private final double lightest;
  private final double reddest;

  private ToothColour(double lightest, double reddest) {
    this.lightest = lightest;
    this.reddest = reddest;
  }

  /**
   * Learns a person's lips.
   *
   * @param neutral a photo in which the mouth is closed
   * @return empty where no lips are known or the photo has no colour
   */
  static Optional<ToothColour> of(PixelImage neutral, DetectedFace face) {
    if (!neutral.isColour()) {
      return Optional.empty();
    }
    return MouthOutline.of(face)
        .map(o -> o.pixels(neutral, 0, 1))
        .filter(lips -> lips.length > 0)
        .map(
            lips -> {
              double[] light = new double[lips.length];
              double[] red = new double[lips.length];
              for (int i = 0; i < lips.length; i++) {
                Lab lab = lab(neutral, lips[i]);
                light[i] = lab.lightness();
                red[i] = lab.a();
              }
              return new ToothColour(median(light) + LIGHTER, REDNESS * median(red));
            });
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Lab lab(PixelImage photo, int pixel) {
    int i = pixel * photo.channels();
    double max = photo.maxSample();
    return Lab.ofSrgb(photo.sample(i) / max, photo.sample(i + 1) / max, photo.sample(i + 2) / max);
  }

  /** Whether a pixel of this colour is tooth-like. */
  boolean accepts(Lab lab) {
    return lab.lightness() > lightest && lab.a() < reddest;
  }

  /** The tooth-like pixels, as {@code y · width + x}. */
  int[] teeth(PixelImage photo, MouthOutline mouth) {
    return Arrays.stream(mouth.pixels(photo, HIGHEST, LOWEST))
        .filter(i -> accepts(lab(photo, i)))
        .toArray();
  }

  /** What a mouth looks like; empty where no lips are known. */
  Optional<MouthLook> look(PixelImage photo, DetectedFace face) {
    return MouthOutline.of(face).map(mouth -> look(photo, mouth));
  }

  private MouthLook look(PixelImage photo, MouthOutline mouth) {
    int[] all = mouth.pixels(photo, 0, 1);
    int[] teeth = teeth(photo, mouth);
    double light = 0;
    double a = 0;
    double b = 0;
    for (int i : teeth) {
      Lab lab = lab(photo, i);
      light += lab.lightness() / teeth.length;
      a += lab.a() / teeth.length;
      b += lab.b() / teeth.length;
    }
    double share = (double) teeth.length / Math.max(1, all.length);
    boolean known = share >= LEAST;
    return new MouthLook(
        FaceSharpness.of(photo, all),
        share,
        known ? light : Double.NaN,
        known ? a : Double.NaN,
        known ? b : Double.NaN);
  }
}
