package beamish.paste;

import beamish.image.PixelImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The photo's own grain, for what is painted into it: clean teeth in a noisy face look pasted in.
 * It is taken from one of the smoothest pieces of the whole photo, for skin has pores, whatever the
 * camera and the file format made of the noise there, and laid out in tiles that are cut from it at
 * random, the same ones each time. A photo without grain has a piece without any.
 *
 * <p>Immutable.
 */
final class Grain {
  /** Pieces along either side of the photo. */
  private static final int PIECES = 12;

  /** Share of them that are smoother than the one that is taken: flat by chance. */
  private static final double SMOOTHER = .05;

  /** Pixels of a piece's side, and of a tile's. */
  private static final int SIDE = 16;

  private static final int TILE = SIDE / 2;

  /** Share of the range of samples at either end where noise is cut off. */
  private static final double CLIPPED = .02;

  /** How light a piece is: darkness and glare have a grain of their own. */
  private static final double DARKEST = .2;

  private static final double LIGHTEST = .9;

  /**
   * {@code [colour channel][SIDE][2 · SIDE]}, every row twice, in the photo's own scale; mean 0.
   */
  private final float[][] twice;

  private Grain(float[][] piece) {
    this.twice = new float[piece.length][2 * SIDE * SIDE];
    for (int c = 0; c < piece.length; c++) {
      for (int i = 0; i < 2 * SIDE * SIDE; i++) {
        twice[c][i] = piece[c][i / (2 * SIDE) * SIDE + i % SIDE];
      }
    }
  }

  /** A place for a piece, and how rough the photo is there. */
  private record Spot(int x, int y, double rough) {}

  /** What was cut there, and the sum of its squares. */
  private record Piece(float[][] samples, double energy) {}

  /** Looks for a photo's grain; none where the photo is smaller than a piece or nowhere grey. */
  static Grain of(PixelImage photo) {
    int right = photo.width() - SIDE;
    int bottom = photo.height() - SIDE;
    List<Spot> spots = new ArrayList<>();
    for (int n = 0; right >= 0 && bottom >= 0 && n < PIECES * PIECES; n++) {
      int x = place(n % PIECES, right);
      int y = place(n / PIECES, bottom);
      double rough = rough(photo, x, y);
      if (rough >= 0) {
        spots.add(new Spot(x, y, rough));
      }
    }
    if (spots.isEmpty()) {
      return new Grain(new float[photo.isColour() ? 3 : 1][SIDE * SIDE]);
    }
    spots.sort(Comparator.comparingDouble(Spot::rough));
    int smoother = (int) (SMOOTHER * spots.size());
    List<Piece> smooth =
        spots.stream()
            .limit(2L * smoother + 1)
            .map(spot -> cut(photo, spot.x, spot.y))
            .map(samples -> new Piece(samples, energy(samples)))
            .sorted(Comparator.comparingDouble(Piece::energy))
            .toList();
    return new Grain(smooth.get(smoother).samples);
  }

  private static int place(int n, int last) {
    return (int) ((long) last * (2 * n + 1) / (2 * PIECES));
  }

  /**
   * How much green changes from pixel to pixel, in every other row: −1 where it is too dark, too
   * light or cut off. Looked at on every slider tick, so it has to be quick.
   */
  private static double rough(PixelImage photo, int x, int y) {
    int step = photo.channels();
    int green = photo.isColour() ? 1 : 0;
    double least = CLIPPED * photo.maxSample();
    double most = (1 - CLIPPED) * photo.maxSample();
    long sum = 0;
    double squares = 0;
    for (int row = 0; row < SIDE; row += 2) {
      int at = ((y + row) * photo.width() + x) * step + green;
      int before = photo.sample(at);
      int here = photo.sample(at + step);
      for (int i = 2; i < SIDE; i++) {
        int next = photo.sample(at + i * step);
        if (here < least || here > most) {
          return -1;
        }
        double bend = before - 2. * here + next;
        squares += bend * bend;
        sum += here;
        before = here;
        here = next;
      }
    }
    double mean = (double) sum / (SIDE / 2 * (SIDE - 2)) / photo.maxSample();
    return mean < DARKEST || mean > LIGHTEST ? -1 : squares;
  }

  /** A piece of the photo without its light and shade. */
  private static float[][] cut(PixelImage photo, int x, int y) {
    float[][] piece = new float[photo.isColour() ? 3 : 1][SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = y + i / SIDE;
      int from = (row * photo.width() + x + i % SIDE) * photo.channels();
      for (int c = 0; c < piece.length; c++) {
        piece[c][i] = photo.sample(from + c);
      }
    }
    for (float[] channel : piece) {
      flatten(channel);
    }
    return piece;
  }

  private static double energy(float[][] piece) {
    double sum = 0;
    for (float[] channel : piece) {
      for (float v : channel) {
        sum += v * v;
      }
    }
    return sum;
  }

  /**
   * Takes from each sample the mean of its row and that of its column, and makes up for what noise
   * loses by that: of S² values there are (S − 1)² degrees of freedom left.
   */
  private static void flatten(float[] channel) {
    for (int i = 0; i < SIDE; i++) {
      level(channel, i * SIDE, 1);
    }
    for (int i = 0; i < SIDE; i++) {
      level(channel, i, SIDE);
    }
    for (int i = 0; i < channel.length; i++) {
      channel[i] *= SIDE / (SIDE - 1f);
    }
  }

  private static void level(float[] channel, int from, int step) {
    float sum = 0;
    for (int i = 0; i < SIDE; i++) {
      sum += channel[from + i * step];
    }
    for (int i = 0; i < SIDE; i++) {
      channel[from + i * step] -= sum / SIDE;
    }
  }

  /**
   * Grain for a part of a row.
   *
   * @param x the pixel of the photo that {@code into} begins with
   * @param from first index to be filled
   * @param to beyond the last
   * @param into receives {@code [colour channel][i]} in the photo's own scale
   */
  void row(int x, int y, int from, int to, float[][] into) {
    for (int i = from; i < to; ) {
      int left = (x + i) % TILE;
      int count = Math.min(TILE - left, to - i);
      int tile = mixed((x + i) / TILE, y / TILE);
      int across = (tile & 0xffff) % SIDE;
      int down = ((tile >>> 16) + y) % SIDE;
      int start = down * 2 * SIDE + across + left;
      for (int c = 0; c < twice.length; c++) {
        System.arraycopy(twice[c], start, into[c], i, count);
      }
      i += count;
    }
  }

  /** Two numbers as one that looks like chance: the finaliser of MurmurHash3, Appleby, 2011. */
  private static int mixed(int a, int b) {
    int h = a * 0x9e3779b9 + b * 0x85ebca6b;
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
