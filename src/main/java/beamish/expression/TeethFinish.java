package beamish.expression;

import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.stream.IntStream;

/**
 * Puts teeth between the lips that a mouth branch has parted. The branch knows where lips part and
 * how light it is there, but what it learned from a few dozen mouths is the mean of their teeth
 * laid side by side, a fluted haze. So its picture gives the gap and the tone, and a {@link
 * TeethPicture} gives the teeth, at three times the branch's resolution.
 *
 * <p>One instance serves one sample at a time.
 */
public final class TeethFinish {
  private static final int W = EditGeometry.MOUTH_COLUMNS;
  private static final int H = EditGeometry.MOUTH_ROWS;
  private static final int P = W * H;

  /** Pixels of the finished fields for one of the branch's. */
  private static final int FINER = 3;

  private static final int COLUMNS = FINER * W;
  private static final int ROWS = FINER * H;

  /** Crop widths of one of the branch's pixels. */
  private static final double PIXEL = MouthWindow.PIXEL;

  /** Half a mouth's inside and a tooth's height in a {@link TeethPicture}, crop widths. */
  private static final double HALF = .132;

  private static final double HEIGHT = .05;

  /** How far above the lower lip the teeth end, as a part of the gap. */
  private static final double CLEAR = .12;

  /** Height of the teeth that a gap shows; below them it is dark, crop widths. */
  private static final double SHOWN = .05;

  /** Most of a gap that is dark. */
  private static final double DARKEST = .35;

  /**
   * How light teeth are at least: {@code LIGHT · whites^FOLLOWING}, since eyes lie in more or less
   * shade and teeth do not, but no more than so many times the whites. Exponent and limit are those
   * of 27 smiles trained on; the factor is .92 of theirs, as what a branch has is often lighter.
   */
  private static final double LIGHT = .81;

  private static final double FOLLOWING = .53;

  private static final double AS_WHITES = 1.11;

  /**
   * The smaller half of a gap as a part of the larger one: an illusion up to the first, evened out
   * wholly up to the second, left as it is from the third on.
   */
  private static final float ONE_SIDED = .1f;

  private static final float LOPSIDED = .4f;

  private static final float BALANCED = .8f;

  /**
   * In how many rows teeth begin and end, and by what part the fine contrast of a mean is stronger
   * than in its picture: in a photo that is not crisp and in the crispest, see {@link Focus}. So
   * the 26 people trained on who show their teeth get faces 1.029 as sharp as their photos at 1.5.
   */
  private static final float EDGE = 1.6f;

  private static final float CRISP_EDGE = 1;

  private static final float CONTRAST = -.4f;

  private static final float CRISP_CONTRAST = .8f;

  /**
   * Least and most that red, green and blue are of the picture's. Real teeth of the London set are
   * at most 4 % less blue than their mean; bluer than the picture is what the branch has from teeth
   * and dark lips in one. Redder ones were redder than any real ones.
   */
  private static final double[] COOLEST = {.99, 1, .95};

  private static final double[] WARMEST = {1.01, 1.02, 1};

  /**
   * How much darker teeth are below the upper lip, in whose shadow they stand, and for how many
   * rows.
   */
  private static final float SHADE = .4f;

  private static final float SHADOW = 2.5f;

  /**
   * How high gaps are: {@code CLEAR_SMILE · strength^GROWTH} crop widths in the edits of 26 people
   * trained on who show their teeth, see {@link LipOpening#GROWTH} (.060, .083, .107 and .140 eye
   * distances at .5, .75, 1 and 1.5; .114 in their smiles).
   */
  private static final double CLEAR_SMILE = .0384;

  /** How much of what is missing to that is taken from the lower lip: gaps differ. */
  private static final double GIVEN = .8;

  /**
   * Up to which strength that begins, and in how many rows of the branch's own gap: what is hardly
   * parted must not open wide.
   */
  private static final double WHOLE = .5;

  private static final double SLIT = 3.2;

  /**
   * A mouth whose teeth are to be shown.
   *
   * @param left corner after the edit, in crop coordinates, as is {@code right}
   * @param seam where its lips meet in the photo
   * @param whites how light the whites of the eyes are, see {@link EyeWhites}
   * @param focus how sharp it is
   * @param share how far to part the lips: 1 as far as the gap is opened, 0 not at all
   * @param symmetry 0 as the branch has it … 1 as far at one side as at the other
   */
  public record Mouth(
      Point left,
      Point right,
      LipSeam seam,
      float whites,
      Focus focus,
      float share,
      double symmetry) {}

  /**
   * How a picture goes with a mouth.
   *
   * @param smallest how much larger than in their picture the teeth may be shown, at least
   * @param largest at most
   * @param unpainted mean share of the network's own paint in a gap that it does not mean
   * @param painted the same in one that it does
   * @param lift how much lighter than the branch has them teeth may become
   */
  private record Fit(
      double smallest, double largest, double unpainted, double painted, double lift) {}

  /**
   * A mean has no size of its own, a stranger's gap may be an illusion, and what is painted between
   * lips of a skin that training hardly knew is too dark.
   */
  private static final Fit ANYBODY = new Fit(.85, 1.35, .09, .16, 1.7);

  /**
   * One's own are as large as they are, but for how the crop was measured; and a network that was
   * taught a face lights its teeth up as much as it paints them.
   */
  private static final Fit ONESELF = new Fit(.95, 1.05, .03, .08, 1);

  private final TeethPicture soft;
  private final TeethPicture crisp;
  private final Fit fit;
  private final MouthGap gap = new MouthGap();
  private final float[] tone = new float[3];
  private float opening;
  private float balance;

  /** Rows that the gap is to reach farther down. */
  private float lowered;

  private TeethPicture teeth;
  private float edge;
  private double wide;
  private double tall;

  /** {@code [1][288][384]}. */
  public FloatImage alpha = FloatImage.zeros(1, ROWS, COLUMNS);

  /** {@code [3][288][384]}. */
  public FloatImage colour = FloatImage.zeros(3, ROWS, COLUMNS);

  /** Shows the mean of many people's teeth, as large as each mouth wants them. */
  public TeethFinish(TeethPicture teeth) {
    TeethPicture all = SideTeeth.behind(teeth);
    this(all.sharpened(CONTRAST), all.sharpened(CRISP_CONTRAST), ANYBODY);
  }

  private TeethFinish(TeethPicture soft, TeethPicture crisp, Fit fit) {
    this.soft = soft;
    this.crisp = crisp;
    this.fit = fit;
    this.teeth = soft;
  }

  /** Shows one person's own teeth, as large as they are. */
  public static TeethFinish own(TeethPicture teeth) {
    return new TeethFinish(teeth, teeth, ONESELF);
  }

  /**
   * Looks where a branch parts the lips.
   *
   * @param paint as decoded
   * @param firstAlpha {@code [96][128]}: what the first step has painted already
   * @param left corner after the edit, in crop coordinates, as is {@code right}
   * @return how far they part: 0 not at all, or not surely … 1 as far as the branch has it
   */
  public float part(MouthPaint paint, float[] firstAlpha, Point left, Point right) {
    lowered = 0;
    opening = gap.find(paint.colour, MouthWindow.in(left), MouthWindow.in(right));
    if (opening > 0) {
      balance = gap.balance();
      gap.arch();
      opening *= trust(paint.alpha, firstAlpha);
      opening *= inside((balance - ONE_SIDED) / (LOPSIDED - ONE_SIDED));
    }
    return opening;
  }

  /**
   * Opens the gap as far as said, not as {@link #part} has it.
   *
   * @param height where it is highest, in crop widths
   */
  public void open(double height) {
    opening = gap.height() > 0 ? (float) (height / PIXEL / gap.height()) : 0;
  }

  /**
   * Lets the gap reach farther down where it is less high than in a clear smile: a branch is less
   * sure of lips that it has not seen, and leaves strangers a slit above a swollen lip.
   *
   * @param strength of the smile, above 0
   * @param sure how surely it parts the lips: 0 … 1
   */
  public void heighten(double strength, double sure) {
    double own = opening * gap.height();
    double clear = CLEAR_SMILE * Math.pow(strength, LipOpening.GROWTH) / PIXEL;
    double share = MouthWindow.smooth(strength / WHOLE);
    share *= sure * MouthWindow.smooth(own / SLIT);
    lowered = (float) (GIVEN * share * Math.max(0, clear - own));
  }

  /** How high the gap is to become, where it is highest, in crop widths. */
  public double height() {
    return opening > 0 ? (opening * gap.height() + lowered) * PIXEL : 0;
  }

  /**
   * Fills {@link #alpha} and {@link #colour} after {@link #part}.
   *
   * @param paint the same
   * @param flow {@code [2][64][64]} of the edit; changed below the gap, where it draws the lip out
   * @param shading {@code [3][64][64]} of the edit; changed below the gap too, where it means teeth
   * @param mouth what it is in the photo and is to become
   */
  public void finish(MouthPaint paint, FloatImage flow, float[] shading, Mouth mouth) {
    clear();
    boolean parted = opening * mouth.share > 0;
    if (parted) {
      teeth = soft.towards(crisp, mouth.focus.crispness());
      edge = EDGE + (CRISP_EDGE - EDGE) * mouth.focus.crispness();
      double[] wish = painted(paint.colour);
      gap.narrow(mouth.share * opening);
      float[] seam = mouth.seam.shown(flow);
      gap.hang(seam, mouth.seam.sure());
      float rows = lowered * mouth.share;
      new DrawnLip(gap, mouth.seam, flow).open(rows);
      double even =
          Math.max(mouth.symmetry, 1 - inside((balance - LOPSIDED) / (BALANCED - LOPSIDED)));
      if (even > 0) {
        EvenGap.of(gap, MouthWindow.in(mouth.left), MouthWindow.in(mouth.right), even);
      }
      gap.hang(seam, mouth.seam.sure());
      gap.lower(rows);
      size();
      tone(wish, mouth.whites);
      GapCorners.of(
          gap, seam, mouth.seam.sure(), MouthWindow.in(mouth.left), MouthWindow.in(mouth.right));
      RedLips.keep(gap, shading);
    }
    IntStream.range(0, ROWS).parallel().forEach(y -> row(paint, y, 0, parted));
    if (parted) {
      mouth.focus.soften(alpha, colour);
    }
  }

  /** Fills both fields with what the branch painted, and no teeth. */
  public void plain(MouthPaint paint) {
    clear();
    IntStream.range(0, ROWS).parallel().forEach(y -> row(paint, y, 1, false));
  }

  private void clear() {
    alpha = FloatImage.zeros(1, ROWS, COLUMNS);
    colour = FloatImage.zeros(3, ROWS, COLUMNS);
  }

  /** Whether the network itself paints where the gap was found: 1 surely, 0 not at all. */
  private float trust(float[] alpha, float[] firstAlpha) {
    double painted = 0;
    int n = 0;
    for (int x = 0; x < W; x++) {
      for (int y = (int) Math.ceil(gap.top[x]); y < gap.bottom[x]; y++) {
        int i = y * W + x;
        painted += 1 - (1 - alpha[i]) * (1 - firstAlpha[i]);
        n++;
      }
    }
    return n == 0
        ? 0
        : inside((float) ((painted / n - fit.unpainted) / (fit.painted - fit.unpainted)));
  }

  /** How much larger than in their picture the teeth are shown. */
  private void size() {
    wide = limited((gap.last() - gap.first()) / 2. * PIXEL / HALF, fit.smallest, fit.largest);
    tall = limited(gap.height() * PIXEL / HEIGHT, wide * .9, wide * 1.15);
  }

  private static double limited(double value, double least, double most) {
    return Math.min(most, Math.max(least, value));
  }

  /** What the branch has in the middle of its gap: mean red, green and blue. */
  private double[] painted(float[] colour) {
    return mean(
        (x, y, rgb) -> {
          for (int c = 0; c < 3; c++) {
            rgb[c] = colour[c * P + y * W + x];
          }
        });
  }

  /** A colour in each of the branch's pixels. */
  private interface Pixel {
    void read(int x, int y, float[] rgb);
  }

  /** Of the gap's middle rows; none without any. */
  private double[] mean(Pixel pixel) {
    double[] sum = new double[3];
    float[] rgb = new float[3];
    int n = 0;
    for (int x = 0; x < W; x++) {
      double height = gap.bottom[x] - gap.top[x];
      int from = (int) Math.ceil(gap.top[x] + .3 * height);
      int to = (int) Math.floor(gap.bottom[x] - .3 * height);
      for (int y = from; y <= to; y++) {
        pixel.read(x, y, rgb);
        n++;
        for (int c = 0; c < 3; c++) {
          sum[c] += rgb[c];
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= Math.max(1, n);
    }
    return sum;
  }

  /** What the picture's colours are multiplied with to be as the branch has it between the lips. */
  private void tone(double[] wish, float whites) {
    double[] own = mean((x, y, rgb) -> tooth(x, y, gap.bottom[x], gap.bottom[x] - gap.top[x], rgb));
    double lift = limited(lightness(whites) / Math.max(1e-6, wish[1]), 1, fit.lift);
    double all =
        limited(
            lift * (wish[0] + wish[1] + wish[2]) / Math.max(1e-6, own[0] + own[1] + own[2]),
            .4,
            1.12);
    for (int c = 0; c < 3; c++) {
      tone[c] =
          (float)
              (all
                  * limited(lift * wish[c] / Math.max(1e-6, own[c]) / all, COOLEST[c], WARMEST[c]));
    }
  }

  private static double lightness(double whites) {
    return Math.min(AS_WHITES * whites, LIGHT * Math.pow(whites, FOLLOWING));
  }

  private void tooth(double x, double y, double bottom, double height, float[] into) {
    double dark = Math.min(DARKEST * height, height - SHOWN * tall / PIXEL);
    double clear = Math.max(CLEAR * height, dark);
    teeth.sample((x - gap.middle) * PIXEL / wide, (y - bottom + clear) * PIXEL / tall, into);
  }

  /**
   * A row of the finished fields.
   *
   * @param veil share of the branch's own paint that stays
   * @param parted whether there are teeth to show
   */
  private void row(MouthPaint paint, int row, float veil, boolean parted) {
    float[] tooth = new float[3];
    float y = (row + .5f) / FINER - .5f;
    int y0 = Math.min(H - 2, Math.max(0, (int) y));
    float fy = Math.min(1, Math.max(0, y - y0));
    for (int column = 0; column < COLUMNS; column++) {
      float x = (column + .5f) / FINER - .5f;
      int x0 = Math.min(W - 2, Math.max(0, (int) x));
      float fx = Math.min(1, Math.max(0, x - x0));
      float top = gap.top[x0] + (gap.top[x0 + 1] - gap.top[x0]) * fx;
      float bottom = gap.bottom[x0] + (gap.bottom[x0 + 1] - gap.bottom[x0]) * fx;
      float shown = 0;
      if (parted && y > top - edge && y < bottom + edge) {
        shown =
            inside((y - top) / edge + .5f)
                * inside((bottom - y) / edge + .5f)
                * inside(bottom - top);
        tooth(x, y, bottom, bottom - top, tooth);
      }
      int at = y0 * W + x0;
      float painted = veil == 0 ? 0 : veil * read(paint.alpha, at, fx, fy);
      int o = row * COLUMNS + column;
      alpha.data()[o] = 1 - (1 - painted) * (1 - shown);
      float light = 1 - SHADE * (float) Math.exp(-Math.max(0, y - top) / SHADOW);
      for (int c = 0; c < 3; c++) {
        float under = read(paint.colour, c * P + at, fx, fy);
        float over = Math.min(1, tooth[c] * tone[c] * light);
        colour.data()[c * ROWS * COLUMNS + o] = shown > 0 ? over : under;
      }
    }
  }

  private static float inside(float t) {
    return Math.min(1, Math.max(0, t));
  }

  private static float read(float[] p, int at, float fx, float fy) {
    float top = p[at] + (p[at + 1] - p[at]) * fx;
    float bottom = p[at + W] + (p[at + W + 1] - p[at + W]) * fx;
    return top + (bottom - top) * fy;
  }
}
