package beamish.paste;

import beamish.image.PixelImage;
import beamish.paste.PasteBack.Region;
import java.util.Arrays;

/**
 * The smooth band of a photo: its rows blurred by the binomial 1 4 6 4 1 both ways. Rows are
 * blurred when they are asked for and forgotten soon after, since going through a whole face's at
 * once takes the memory's time, not the processor's. Samples are in the photo's own scale, 0 … its
 * greatest. For one thread, from top to bottom.
 */
final class SmoothRows {
  private static final int TAPS = 5;

  private final PixelImage photo;
  private final int colours;
  private final int left;
  private final int width;

  /** Rows that there is room for: few to begin with, since neighbours move alike. */
  private int ring = 16;

  /** {@code [row modulo the ring][width][colour]}. */
  private float[] samples;

  /**
   * The photo's own rows, with two more pixels at each end, and which they are, each in its place
   * modulo five.
   */
  private final int[][] own;

  private final int[] ownOf = new int[TAPS];

  /**
   * Sixteen times a row blurred downwards. Of another type than what is made of it: so Java sees
   * that neither array is the other, and vectorises; for rows upon one another it need not.
   */
  private final int[] down;

  /** The first row since which all have been there. */
  private int begin;

  /** Beyond the last one. */
  private int end;

  /**
   * None of the rows yet.
   *
   * @param region where pixels are asked for, within the photo
   * @param margin and so many columns to its left and right, as far as there are any
   */
  SmoothRows(PixelImage photo, Region region, int margin) {
    this.photo = photo;
    this.colours = photo.isColour() ? 3 : 1;
    this.left = Math.max(0, region.x() - margin);
    this.width = Math.min(photo.width(), region.end() + margin) - left;
    this.samples = new float[ring * width * colours];
    this.own = new int[TAPS][(width + TAPS - 1) * colours];
    this.down = new int[(width + TAPS - 1) * colours];
    Arrays.fill(ownOf, -1);
  }

  /** The photo's first column that is there. */
  int left() {
    return left;
  }

  /** Columns. */
  int width() {
    return width;
  }

  /** Channels without any alpha. */
  int colours() {
    return colours;
  }

  /** What holds the rows asked for last. */
  float[] samples() {
    return samples;
  }

  /** With this, a row's number becomes its place in {@link #samples()}, counted in rows. */
  int mask() {
    return ring - 1;
  }

  /**
   * Sees to it that rows are there.
   *
   * @param from the first, at least 0
   * @param to the last, within the photo
   */
  void need(int from, int to) {
    boolean follows = from >= begin && from <= end;
    int rows = (follows ? Math.max(end, to + 1) : to + 1) - from;
    if (rows > ring) {
      ring = Integer.highestOneBit(rows - 1) * 2;
      samples = new float[ring * width * colours];
      follows = false;
    }
    if (!follows) {
      begin = from;
      end = from;
    }
    for (; end <= to; end++) {
      blur(end);
    }
  }

  private void blur(int y) {
    int[] a = own(y - 2);
    int[] b = own(y - 1);
    int[] c = own(y);
    int[] d = own(y + 1);
    int[] e = own(y + 2);
    int[] v = down;
    for (int i = 0; i < v.length; i++) {
      v[i] = (a[i] + e[i]) + 4 * (b[i] + d[i]) + 6 * c[i];
    }
    int two = 2 * colours;
    int three = 3 * colours;
    int four = 4 * colours;
    int count = width * colours;
    int o = (y & mask()) * count;
    for (int i = 0; i < count; i++) {
      samples[o + i] =
          ((v[i] + v[i + four]) + 4 * (v[i + colours] + v[i + three]) + 6 * v[i + two])
              * (1 / 256f);
    }
  }

  private int[] own(int row) {
    int y = Math.min(photo.height() - 1, Math.max(0, row));
    int[] into = own[y % TAPS];
    if (ownOf[y % TAPS] != y) {
      ownOf[y % TAPS] = y;
      read(y, into);
    }
    return into;
  }

  /** A row of the photo, its outermost pixels repeated. */
  private void read(int y, int[] into) {
    int step = photo.channels();
    int at = (y * photo.width() + left) * step;
    int first = 2 * colours;
    int behind = first + width * colours;
    if (step > colours) {
      for (int i = first, p = at; i < behind; i += colours, p += step) {
        for (int c = 0; c < colours; c++) {
          into[i + c] = photo.sample(p + c);
        }
      }
    } else {
      for (int i = first; i < behind; i++) {
        into[i] = photo.sample(at - first + i);
      }
    }
    for (int i = 0; i < first; i++) {
      into[i] = into[first + i % colours];
      into[behind + i] = into[behind - colours + i % colours];
    }
  }
}
