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
   * Sixteen times the rows blurred across, and which they are, each in its place modulo five. Of
   * another type than what they are made of and made into: so Java sees that no array is the other,
   * and vectorises.
   */
  private final int[][] across;

  private final int[] acrossOf = new int[TAPS];

  /** A row's own samples, with room for two more pixels at each end. */
  private final char[] own;

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
    this.across = new int[TAPS][width * colours];
    this.own = new char[(width + 4) * colours];
    Arrays.fill(acrossOf, -1);
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
      down(end);
    }
  }

  private void down(int y) {
    int[] a = across(y - 2);
    int[] b = across(y - 1);
    int[] c = across(y);
    int[] d = across(y + 1);
    int[] e = across(y + 2);
    int o = (y & mask()) * a.length;
    for (int i = 0; i < a.length; i++) {
      samples[o + i] = ((a[i] + e[i]) + 4 * (b[i] + d[i]) + 6 * c[i]) * (1 / 256f);
    }
  }

  private int[] across(int row) {
    int y = Math.min(photo.height() - 1, Math.max(0, row));
    int[] into = across[y % TAPS];
    if (acrossOf[y % TAPS] != y) {
      acrossOf[y % TAPS] = y;
      read(y);
      int two = 2 * colours;
      int three = 3 * colours;
      int four = 4 * colours;
      for (int i = 0; i < into.length; i++) {
        into[i] =
            (own[i] + own[i + four]) + 4 * (own[i + colours] + own[i + three]) + 6 * own[i + two];
      }
    }
    return into;
  }

  /** A row of the photo, its outermost pixels repeated. */
  private void read(int y) {
    int step = photo.channels();
    int at = (y * photo.width() + left) * step;
    int first = 2 * colours;
    int behind = first + width * colours;
    if (step > colours) {
      for (int i = first, p = at; i < behind; i += colours, p += step) {
        for (int c = 0; c < colours; c++) {
          own[i + c] = (char) photo.sample(p + c);
        }
      }
    } else {
      for (int i = first; i < behind; i++) {
        own[i] = (char) photo.sample(at - first + i);
      }
    }
    for (int i = 0; i < first; i++) {
      own[i] = own[first + i % colours];
      own[behind + i] = own[behind - colours + i % colours];
    }
  }
}
