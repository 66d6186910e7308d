package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import java.util.Arrays;

/**
 * How sharp a face is in its photo, so that what is painted into it is as sharp. At an edge, a
 * known blur takes the more of the gradient away the sharper it was: of gradients g and blurred h,
 * its own blur is sigma = known / sqrt((g/h)² - 1). Zhuo and Sim, "Defocus map estimation from a
 * single image", 2011.
 *
 * @param defocus the standard deviation of the blur that a photo in focus would need to look like
 *     this one, crop widths; 0 for a photo in focus
 * @param crispness 0 for edges of .65 pixels of the crop or softer … 1 for .4 or harder
 */
public record Focus(float defocus, float crispness) {
  private static final int N = EditGeometry.CROP;

  /** Standard deviation of the blur that is added to look at what it takes away, pixels. */
  private static final double KNOWN = 1;

  /** The part of the crop that is looked at: brows to chin, without hair and background. */
  private static final int LEFT = (int) (.15 * N);

  private static final int RIGHT = (int) (.85 * N);
  private static final int TOP = (int) (.25 * N);
  private static final int BOTTOM = (int) (.85 * N);

  /** Share of its pixels whose gradients are too slight to be edges. */
  private static final double SLIGHT = .95;

  /** Share of the edges that are sharper than the one that counts: lashes, glasses and noise. */
  private static final double SHARPER = .25;

  /**
   * What photos in focus come to at the crop's scale, at most: the neutral photos of the London set
   * .51 to .74, pixels.
   */
  private static final double FOCUSED = .75;

  /** Beyond that nothing can be told apart, pixels. */
  private static final double MOST = 6;

  /**
   * Edges that are not crisp, and the crispest, pixels: a little above the median of the London
   * set's, .63, and what seven of a hundred official portraits are below.
   */
  private static final double PLAIN = .65;

  private static final double CRISP = .4;

  /**
   * Looks at a face.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  public static Focus of(float[] crop) {
    double sigma = edge(crop);
    double crispness = sigma > 0 ? (PLAIN - sigma) / (PLAIN - CRISP) : 0;
    return new Focus(
        (float) Math.sqrt(Math.max(0, sigma * sigma - FOCUSED * FOCUSED)) / N,
        (float) Math.min(1, Math.max(0, crispness)));
  }

  /**
   * Blurs in place what is painted into the mouth window: where it ends, and its colours as much as
   * they are seen.
   *
   * @param alpha {@code [1][n·96][n·128]}
   * @param colour {@code [3][n·96][n·128]}
   */
  public void soften(FloatImage alpha, FloatImage colour) {
    if (defocus <= 0) {
      return;
    }
    int columns = alpha.width();
    double sigma = defocus * columns / EditGeometry.MOUTH.width();
    int reach = (int) Math.ceil(3 * sigma);
    int first = Math.max(0, firstRow(alpha) - reach);
    int rows = Math.min(alpha.height(), lastRow(alpha) + reach + 1) - first;
    if (rows <= 0) {
      return;
    }
    int from = first * columns;
    int part = rows * columns;
    int plane = alpha.data().length;
    float[] seen = new float[4 * part];
    for (int i = 0; i < part; i++) {
      seen[i] = alpha.data()[from + i];
      for (int c = 0; c < 3; c++) {
        seen[(c + 1) * part + i] = seen[i] * colour.data()[c * plane + from + i];
      }
    }
    float[] soft = GaussianBlur.of(new FloatImage(4, rows, columns, seen), sigma).data();
    for (int i = 0; i < part; i++) {
      alpha.data()[from + i] = soft[i];
      for (int c = 0; c < 3 && soft[i] > MouthWindow.FAINTEST; c++) {
        colour.data()[c * plane + from + i] = soft[(c + 1) * part + i] / soft[i];
      }
    }
  }

  /** The first row in which anything is painted; the height where there is none. */
  private static int firstRow(FloatImage alpha) {
    int i = 0;
    while (i < alpha.data().length && alpha.data()[i] == 0) {
      i++;
    }
    return i / alpha.width();
  }

  private static int lastRow(FloatImage alpha) {
    int i = alpha.data().length - 1;
    while (i > 0 && alpha.data()[i] == 0) {
      i--;
    }
    return i / alpha.width();
  }

  /** The blur of the sharper edges, pixels; 0 where there are none. */
  static double edge(float[] crop) {
    float[] grey = new float[N * N];
    for (int i = 0; i < N * N; i++) {
      grey[i] = (crop[i] + crop[N * N + i] + crop[2 * N * N + i]) / 3;
    }
    float[] soft = GaussianBlur.of(new FloatImage(1, N, N, grey), KNOWN).data();
    double[] gradients = new double[(RIGHT - LEFT) * (BOTTOM - TOP)];
    int n = 0;
    for (int y = TOP; y < BOTTOM; y++) {
      for (int x = LEFT; x < RIGHT; x++) {
        gradients[n++] = gradient(grey, y * N + x);
      }
    }
    Arrays.sort(gradients);
    double slight = gradients[(int) (SLIGHT * n)];
    double[] edges = new double[n];
    int found = 0;
    for (int y = TOP; y < BOTTOM; y++) {
      for (int x = LEFT; x < RIGHT; x++) {
        int at = y * N + x;
        double own = gradient(grey, at);
        if (own > slight && steepest(grey, at, own)) {
          double ratio = own / Math.max(1e-9, gradient(soft, at));
          edges[found++] = ratio > 1 ? Math.min(MOST, KNOWN / Math.sqrt(ratio * ratio - 1)) : MOST;
        }
      }
    }
    Arrays.sort(edges, 0, found);
    return found == 0 ? 0 : edges[(int) (SHARPER * found)];
  }

  /** Whether the gradient is no smaller than its neighbours' on the way across the edge. */
  private static boolean steepest(float[] grey, int at, double own) {
    int step = Math.abs(across(grey, at, 1)) > Math.abs(across(grey, at, N)) ? 1 : N;
    return own >= gradient(grey, at - step) && own >= gradient(grey, at + step);
  }

  private static double gradient(float[] grey, int at) {
    return Math.hypot(across(grey, at, 1), across(grey, at, N));
  }

  private static float across(float[] grey, int at, int step) {
    return grey[at + step] - grey[at - step];
  }
}
