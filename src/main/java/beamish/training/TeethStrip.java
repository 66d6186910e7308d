package beamish.training;

import beamish.expression.TeethPicture;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.Optional;

/**
 * The teeth of one real smile, cut as a {@link TeethPicture} is laid out: rows follow the edge that
 * bites.
 *
 * @param colour {@code [3][96][288]} RGB in [0, 1]
 * @param teeth {@code [1][96][288]}: one where a tooth is, else zero
 */
record TeethStrip(FloatImage colour, FloatImage teeth) {
  private static final int W = TeethPicture.COLUMNS;
  private static final int H = TeethPicture.ROWS;

  /** Share of the mouth that teeth must take, or lips hide too much of them. */
  private static final double LEAST = .15;

  /**
   * How much the edge that bites rises towards the sides, crop widths per squared crop width: that
   * of most people, since where few teeth show it cannot be measured.
   */
  private static final double RISE = 2.2;

  /** Only the front teeth tell where the edge is, crop widths from the middle. */
  private static final double FRONT = .09;

  /**
   * Half the size of what is too small for a tooth, pixels, and how full of tooth its middle is.
   */
  private static final double CRUMB = 4;

  private static final float FULL = .5f;

  /** As {@link #FULL}, of the middles of teeth: what is near one belongs to it. */
  private static final float NEAR = .12f;

  private static final int ROUNDS = 6;

  /** Crop widths; what lies farther from the edge hardly counts. */
  private static final double STRAY = .004;

  /**
   * Cuts a pair's smiling photo.
   *
   * @return empty where it shows too few teeth
   */
  static Optional<TeethStrip> cut(PairSet.Found pair) {
    DetectedFace face = pair.smilingFace();
    Optional<ToothColour> tooth =
        ToothColour.of(pair.neutral(), pair.face()).filter(t -> pair.smiling().isColour());
    Optional<MouthOutline> mouth = MouthOutline.of(face);
    if (tooth.isEmpty() || mouth.isEmpty()) {
      return Optional.empty();
    }
    PixelImage photo = pair.smiling();
    int[] teeth = tooth.get().teeth(photo, mouth.get());
    if (teeth.length < LEAST * mouth.get().pixels(photo, 0, 1).length) {
      return Optional.empty();
    }
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    Point middle = face.landmarks().leftMouth().middle(face.landmarks().rightMouth());
    Point centre = toCrop.apply(middle);
    return Optional.of(laid(photo, teeth, toCrop, centre, edge(photo, teeth, toCrop, centre)));
  }

  /** The biting edge as {@code below centre = k0 + k1·right − RISE·right²}, robustly. */
  private static double[] edge(PixelImage photo, int[] teeth, Similarity toCrop, Point centre) {
    int bins = (int) (2 * FRONT / TeethPicture.STEP);
    double[] lowest = new double[bins];
    double[] weight = new double[bins];
    Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
    for (int i : teeth) {
      int row = i / photo.width();
      Point p = toCrop.apply(new Point(i % photo.width() + .5, row + .5));
      int bin = (int) Math.floor((p.x() - centre.x() + FRONT) / TeethPicture.STEP);
      if (bin >= 0 && bin < bins) {
        lowest[bin] = Math.max(lowest[bin], p.y() - centre.y());
        weight[bin]++;
      }
    }
    double[] k = {0, 0};
    for (int round = 0; round < ROUNDS; round++) {
      double a = 1e-9;
      double b = 0;
      double c = 1e-9;
      double d = 0;
      double e = 0;
      for (int bin = 0; bin < bins; bin++) {
        if (weight[bin] > 0) {
          double x = (bin + .5) * TeethPicture.STEP - FRONT;
          double y = lowest[bin] + RISE * x * x;
          double off = round == 0 ? 0 : (y - k[0] - k[1] * x) / STRAY;
          double w = weight[bin] / (1 + off * off);
          a += w;
          b += w * x;
          c += w * x * x;
          d += w * y;
          e += w * x * y;
        }
      }
      double det = a * c - b * b;
      k = new double[] {(d * c - b * e) / det, (a * e - b * d) / det};
    }
    return k;
  }

  private static TeethStrip laid(
      PixelImage photo, int[] teeth, Similarity toCrop, Point centre, double[] edge) {
    boolean[] isTooth = new boolean[photo.width() * photo.height()];
    for (int i : teeth) {
      isTooth[i] = true;
    }
    // a generous region at the picture's own step, bent as it is read
    double x0 = centre.x() - W / 2. * TeethPicture.STEP;
    double y0 = centre.y() - H * TeethPicture.STEP;
    FloatImage region =
        AlignedCrop.cutRegion(photo, toCrop, x0, y0, W * TeethPicture.STEP, W, 2 * H);
    Similarity toPhoto = toCrop.inverse();
    FloatImage colour = FloatImage.zeros(3, H, W);
    FloatImage mask = FloatImage.zeros(1, H, W);
    for (int x = 0; x < W; x++) {
      double right = (x + .5 - W / 2.) * TeethPicture.STEP;
      double bite = centre.y() + edge[0] + edge[1] * right - RISE * right * right;
      for (int y = 0; y < H; y++) {
        double v = bite + (y + .5 - TeethPicture.EDGE_ROW) * TeethPicture.STEP;
        double row = Math.min(2 * H - 1.001, Math.max(0, (v - y0) / TeethPicture.STEP - .5));
        int r = (int) row;
        for (int c = 0; c < 3; c++) {
          float above = region.at(c, x, r);
          colour.data()[(c * H + y) * W + x] =
              above + (region.at(c, x, r + 1) - above) * (float) (row - r);
        }
        Point p = toPhoto.apply(new Point(centre.x() + right, v));
        int px = (int) p.x();
        int py = (int) p.y();
        if (px >= 0 && py >= 0 && px < photo.width() && py < photo.height()) {
          mask.data()[y * W + x] = isTooth[py * photo.width() + px] ? 1 : 0;
        }
      }
    }
    return new TeethStrip(colour, withoutCrumbs(mask));
  }

  /** Light on wet lips is tooth-like too, but no tooth is so small. */
  static FloatImage withoutCrumbs(FloatImage mask) {
    FloatImage full = GaussianBlur.of(mask, CRUMB);
    FloatImage middles = FloatImage.zeros(1, H, W);
    for (int i = 0; i < H * W; i++) {
      middles.data()[i] = full.data()[i] > FULL ? 1 : 0;
    }
    FloatImage near = GaussianBlur.of(middles, CRUMB);
    FloatImage teeth = FloatImage.zeros(1, H, W);
    for (int i = 0; i < H * W; i++) {
      teeth.data()[i] = near.data()[i] > NEAR ? mask.data()[i] : 0;
    }
    return teeth;
  }

  /** As in a mirror. */
  TeethStrip mirrored() {
    return new TeethStrip(mirrored(colour), mirrored(teeth));
  }

  private static FloatImage mirrored(FloatImage image) {
    FloatImage out = FloatImage.zeros(image.channels(), image.height(), image.width());
    int w = image.width();
    for (int i = 0; i < out.data().length; i++) {
      out.data()[i] = image.data()[i - i % w + w - 1 - i % w];
    }
    return out;
  }
}
