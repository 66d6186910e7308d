package beamish.training;

import beamish.expression.EditGeometry;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One random view of a pair, the same for both photos: mirror, ±8° roll, ±10 % scale, ±5 % shift,
 * gain per channel, gamma, and a light gradient.
 */
public final class Augmentation {
  private static final int N = EditGeometry.CROP;
  private final Similarity view;
  private final boolean mirrored;
  private final float[] gain = new float[3];
  private final double gamma;
  private final float lightX;
  private final float lightY;

  private Augmentation(Similarity view, boolean mirrored, double gamma, float lx, float ly) {
    this.view = view;
    this.mirrored = mirrored;
    this.gamma = gamma;
    this.lightX = lx;
    this.lightY = ly;
  }

  /** Draws a view. */
  public static Augmentation draw(RandomGenerator random) {
    double angle = Math.toRadians(random.nextDouble(-8, 8));
    double scale = Math.exp(random.nextDouble(-.1, .1));
    Similarity turn = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), 0, 0);
    Point shift = new Point(random.nextDouble(-.05, .05), random.nextDouble(-.05, .05));
    Point centre = turn.apply(new Point(.5, .5));
    Similarity view =
        new Similarity(
            turn.a(), turn.b(), .5 - centre.x() + shift.x(), .5 - centre.y() + shift.y());
    Augmentation a =
        new Augmentation(
            view,
            random.nextBoolean(),
            Math.exp(random.nextDouble(-.3, .6)),
            (float) random.nextDouble(-.35, .35),
            (float) random.nextDouble(-.25, .25));
    double all = random.nextDouble(-.25, .15);
    for (int c = 0; c < 3; c++) {
      a.gain[c] = (float) Math.exp(all + random.nextDouble(-.1, .1));
    }
    return a;
  }

  /** The plain view: the crop as it is. */
  public static Augmentation none() {
    Augmentation a = new Augmentation(Similarity.IDENTITY, false, 1, 0, 0);
    Arrays.fill(a.gain, 1);
    return a;
  }

  /**
   * Samples the view of a cached crop.
   *
   * @param cached of {@link TrainingPair}
   * @param into receives {@code [3][256][256]} RGB in [0, 1] at {@code at}
   */
  public void sample(byte[] cached, float[] into, int at) {
    float[] tone = new float[256];
    for (int i = 0; i < 256; i++) {
      tone[i] = (float) Math.pow(i / 255.0, gamma);
    }
    int size = TrainingPair.SIZE;
    int plane = size * size;
    double perCrop = size / TrainingPair.SPAN;
    for (int r = 0; r < N; r++) {
      double v = (r + .5) / N;
      for (int k = 0; k < N; k++) {
        double u = (k + .5) / N;
        double m = mirrored ? 1 - u : u;
        double x = (view.a() * m - view.b() * v + view.tx() - TrainingPair.START) * perCrop - .5;
        double y = (view.b() * m + view.a() * v + view.ty() - TrainingPair.START) * perCrop - .5;
        x = Math.min(Math.max(x, 0), size - 1.001);
        y = Math.min(Math.max(y, 0), size - 1.001);
        int x0 = (int) x;
        int y0 = (int) y;
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        float light = (float) (1 + lightX * (u - .5) + lightY * (v - .5));
        int i = y0 * size + x0;
        int o = at + r * N + k;
        for (int c = 0; c < 3; c++) {
          float a = tone[cached[i] & 0xff];
          float b = tone[cached[i + 1] & 0xff];
          float d = tone[cached[i + size] & 0xff];
          float e = tone[cached[i + size + 1] & 0xff];
          float top = a + (b - a) * fx;
          float bottom = d + (e - d) * fx;
          into[o] = Math.min(1, (top + (bottom - top) * fy) * gain[c] * light);
          i += plane;
          o += N * N;
        }
      }
    }
  }
}
