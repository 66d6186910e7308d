package beamish.paste;

import beamish.image.PixelImage;
import beamish.paste.PasteBack.Region;
import java.util.stream.IntStream;

/**
 * Samples a photo between its pixels, row by row. Its smooth band is interpolated linearly; the
 * fine rest is read at the nearest pixel, since every interpolation between pixels averages the
 * finest detail away and leaves skin looking waxed. Between pixels there is a little more of it, in
 * place of what interpolation takes from the smooth band. At whole-pixel moves the sum is the
 * photo's own sample. Holds one row's scratch numbers, so each thread has its own.
 */
final class Sampler {
  /**
   * Keeps what is rounded positive, where cutting off the fraction rounds down: a branch for the
   * sign takes as long as all the taps. Which of two equally near pixels it is may go wrong by a
   * thousandth.
   */
  private static final int ABOVE_ANY_MOVE = 1 << 14;

  /** Columns beyond a sampled one that its value depends on: one interpolated, two blurred. */
  private static final int TAPS = 4;

  /**
   * By so many times t (1 − t), along either axis, there is more of the fine band t of a pixel away
   * from the nearest one: linear interpolation takes t (1 − t) / 2 of the smooth band's curvature,
   * and curvature is what the fine band is. How much of it the smooth band still had is measured:
   * with this the variance of the Laplacian stays at .97 to 1.01, wherever between pixels a face is
   * moved to, and without it falls to .89 to .95.
   */
  private static final float LOST = .1f;

  private final PixelImage photo;
  private final int reach;
  private final SmoothRows smooth;
  private final Axis across;
  private final Axis down;

  /** Of each pixel, where the sample nearest to where it moves lies in the photo, */
  private final int[] fine;

  /** and where in the smooth band. */
  private final int[] tone;

  /** And how much of the fine band it takes. */
  private final float[] gain;

  /**
   * For the rows of a region, from top to bottom.
   *
   * @param reach pixels that a move is long at most, up or down; longer ones are cut short
   */
  Sampler(PixelImage photo, Region region, int reach) {
    int capacity = region.width();
    this.photo = photo;
    this.reach = reach;
    this.smooth = new SmoothRows(photo, region, reach + TAPS);
    this.across = new Axis(IntStream.range(0, capacity).toArray());
    this.down = new Axis(new int[capacity]);
    this.fine = new int[capacity];
    this.tone = new int[capacity];
    this.gain = new float[capacity];
  }

  /**
   * The photo's samples at pixels (x + i, y), each moved by its own (dx[i], dy[i]) pixels.
   *
   * @param from the first i
   * @param to beyond the last
   * @param grain and how much of the fine band each takes with it, 1 for all
   * @param into receives {@code [colour channel][i]}
   */
  void row(int x, int y, int from, int to, float[] dx, float[] dy, float[] grain, float[][] into) {
    int left = smooth.left();
    across.read(dx, from, to, x, left, left + smooth.width() - 1);
    int top = Math.max(0, y - reach);
    int bottom = Math.min(photo.height() - 1, y + reach);
    down.read(dy, from, to, y, top, bottom);
    smooth.need(down.least(from, to), down.greatest(from, to));
    findSamples(from, to);
    float[] u = across.share;
    float[] t = down.share;
    for (int i = from; i < to; i++) {
      gain[i] = grain[i] * (1 + LOST * (u[i] * (1 - u[i]) + t[i] * (1 - t[i])));
    }
    if (smooth.colours() == 3) {
      inColour(from, to, into[0], into[1], into[2]);
    } else {
      inGrey(from, to, into[0]);
    }
  }

  /** Turns places into samples' numbers; in loops that Java vectorises. */
  private void findSamples(int from, int to) {
    int step = photo.channels();
    int line = photo.width() * step;
    for (int i = from; i < to; i++) {
      fine[i] = down.near[i] * line + across.near[i] * step;
    }
    int colours = smooth.colours();
    int row = smooth.width() * colours;
    int mask = smooth.mask();
    int left = smooth.left();
    for (int i = from; i < to; i++) {
      tone[i] = (down.near[i] & mask) * row + (across.near[i] - left) * colours;
    }
    for (int i = from; i < to; i++) {
      across.beside[i] = (across.beside[i] - across.near[i]) * colours;
    }
    for (int i = from; i < to; i++) {
      down.beside[i] = ((down.beside[i] & mask) - (down.near[i] & mask)) * row;
    }
  }

  /** All channels at once, for their weights. */
  private void inColour(int from, int to, float[] r, float[] g, float[] b) {
    float[] s = smooth.samples();
    for (int i = from; i < to; i++) {
      int n = tone[i];
      int h = n + across.beside[i];
      int v = n + down.beside[i];
      int d = h + down.beside[i];
      float u = across.share[i];
      float t = down.share[i];
      float both = u * t;
      float k = gain[i];
      // what is not taken of the nearest pixel itself is taken of its tone
      float own = 1 - k + both - u - t;
      float beside = u - both;
      float below = t - both;
      int p = fine[i];
      r[i] = k * photo.sample(p) + (own * s[n] + beside * s[h] + below * s[v] + both * s[d]);
      g[i] =
          k * photo.sample(p + 1)
              + (own * s[n + 1] + beside * s[h + 1] + below * s[v + 1] + both * s[d + 1]);
      b[i] =
          k * photo.sample(p + 2)
              + (own * s[n + 2] + beside * s[h + 2] + below * s[v + 2] + both * s[d + 2]);
    }
  }

  private void inGrey(int from, int to, float[] into) {
    float[] s = smooth.samples();
    for (int i = from; i < to; i++) {
      int n = tone[i];
      int h = n + across.beside[i];
      int below = down.beside[i];
      float u = across.share[i];
      float t = down.share[i];
      float both = u * t;
      float k = gain[i];
      into[i] =
          k * photo.sample(fine[i])
              + ((1 - k + both - u - t) * s[n]
                  + (u - both) * s[h]
                  + (t - both) * s[n + below]
                  + both * s[h + below]);
    }
  }

  /** Where a row's moves lead along one axis; the outermost pixels repeat. */
  private static final class Axis {
    private final int[] places;

    /** The nearest pixel. */
    final int[] near;

    /** The one beyond it; then how many samples away that is. */
    final int[] beside;

    /** How far it is towards that, 0 … .5. */
    final float[] share;

    /** An axis on which a row's pixels are so far from the first one. */
    Axis(int[] places) {
      this.places = places;
      this.near = new int[places.length];
      this.beside = new int[places.length];
      this.share = new float[places.length];
    }

    /**
     * Reads a row's moves, whose first pixel is at {@code start}; in loops that Java vectorises.
     */
    void read(float[] moves, int from, int to, int start, int first, int last) {
      for (int i = from; i < to; i++) {
        near[i] = (int) (moves[i] + (ABOVE_ANY_MOVE + .5f)) - ABOVE_ANY_MOVE;
      }
      for (int i = from; i < to; i++) {
        beside[i] = (int) (moves[i] + ABOVE_ANY_MOVE) - ABOVE_ANY_MOVE;
      }
      for (int i = from; i < to; i++) {
        share[i] = Math.abs(moves[i] - near[i]);
      }
      for (int i = from; i < to; i++) {
        // a move lies between two pixels, of which the lower is known
        int other = 2 * beside[i] + 1 - near[i];
        beside[i] = Math.min(last, Math.max(first, start + places[i] + other));
      }
      for (int i = from; i < to; i++) {
        near[i] = Math.min(last, Math.max(first, start + places[i] + near[i]));
      }
    }

    int least(int from, int to) {
      int least = Integer.MAX_VALUE;
      for (int i = from; i < to; i++) {
        least = Math.min(least, Math.min(near[i], beside[i]));
      }
      return least;
    }

    int greatest(int from, int to) {
      int greatest = Integer.MIN_VALUE;
      for (int i = from; i < to; i++) {
        greatest = Math.max(greatest, Math.max(near[i], beside[i]));
      }
      return greatest;
    }
  }
}
