package beamish.training;

import beamish.expression.EditGeometry;
import beamish.image.FloatImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One random view of a pair, the same for both photos: mirror, ±8° roll, ±10 % scale, ±5 % shift, a
 * smooth bend that makes other faces of the same people, gain per channel, gamma, and a light
 * gradient.
 */
public final class Augmentation {
  private static final int N = EditGeometry.CROP;

  /** Most of a bend's amplitude, crop widths: stretches by up to 15 % here and there. */
  private static final double BEND = .02;

  private final Similarity view;

  /** Crop widths added to x and y, by column; then by row. */
  private final double[][] bend = new double[4][N];

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
    for (double[] line : a.bend) {
      double amplitude = random.nextDouble(-BEND, BEND);
      double waves = random.nextDouble(.4, 1.2);
      double phase = random.nextDouble();
      for (int i = 0; i < N; i++) {
        line[i] = amplitude * Math.sin(2 * Math.PI * (waves * (i + .5) / N + phase));
      }
    }
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

  /** The view of a cached crop, {@code [3][256][256]} RGB in [0, 1]. */
  public FloatImage of(byte[] cached) {
    FloatImage view = FloatImage.zeros(3, N, N);
    sample(cached, view.data(), 0);
    return view;
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
        double p = (mirrored ? 1 - u : u) + bend[0][k] + bend[2][r];
        double q = v + bend[1][k] + bend[3][r];
        double x = (view.a() * p - view.b() * q + view.tx() - TrainingPair.START) * perCrop - .5;
        double y = (view.b() * p + view.a() * q + view.ty() - TrainingPair.START) * perCrop - .5;
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
