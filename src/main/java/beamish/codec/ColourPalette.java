package beamish.codec;

import beamish.image.PixelImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A few colours that stand for all of some pictures: the colours' boxes are split where they vary
 * most (median cut, with variance for size), then moved to the means of what is nearest (k-means).
 */
final class ColourPalette {
  /** Bits a channel by which colours are told apart. */
  private static final int BITS = 6;

  private static final int SHIFT = 8 - BITS;
  private static final int ROUNDS = 4;

  private final float[][] colours;
  private final byte[] nearest = new byte[1 << (3 * BITS)];
  private final boolean[] known = new boolean[1 << (3 * BITS)];

  private ColourPalette(float[][] colours) {
    this.colours = colours;
  }

  /** At most {@code size} (256 at most) colours for 8-bit RGB pictures; always the same ones. */
  static ColourPalette of(List<PixelImage> pictures, int size) {
    float[][] all = histogram(pictures);
    List<float[][]> boxes = new ArrayList<>(List.<float[][]>of(all));
    while (boxes.size() < size) {
      float[][] widest = boxes.get(0);
      for (float[][] box : boxes) {
        widest = spread(box) > spread(widest) ? box : widest;
      }
      if (spread(widest) == 0) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(split(widest));
    }
    ColourPalette palette =
        new ColourPalette(boxes.stream().map(ColourPalette::mean).toArray(float[][]::new));
    for (int i = 0; i < ROUNDS; i++) {
      palette.settle(all);
    }
    return palette;
  }

  /** How many colours there are. */
  int size() {
    return colours.length;
  }

  /** Channel {@code c} of colour {@code i}, 0 … 255. */
  int channel(int i, int c) {
    return Math.round(colours[i][c]);
  }

  /** The index of the colour nearest to one, whose channels may lie beyond 0 … 255. */
  int nearest(int r, int g, int b) {
    int key = key(clamp(r), clamp(g), clamp(b));
    if (!known[key]) {
      float half = (1 << SHIFT) / 2f - .5f;
      nearest[key] =
          (byte)
              search(
                  ((clamp(r) >> SHIFT) << SHIFT) + half,
                  ((clamp(g) >> SHIFT) << SHIFT) + half,
                  ((clamp(b) >> SHIFT) << SHIFT) + half);
      known[key] = true;
    }
    return nearest[key] & 0xff;
  }

  private static int key(int r, int g, int b) {
    return ((r >> SHIFT) << (2 * BITS)) | ((g >> SHIFT) << BITS) | (b >> SHIFT);
  }

  private static int clamp(int v) {
    return Math.max(0, Math.min(255, v));
  }

  private int search(float r, float g, float b) {
    int best = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      float dr = colours[i][0] - r;
      float dg = colours[i][1] - g;
      float db = colours[i][2] - b;
      float distance = dr * dr + dg * dg + db * db;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private void settle(float[][] all) {
    double[][] sums = new double[colours.length][4];
    for (float[] c : all) {
      double[] sum = sums[search(c[0], c[1], c[2])];
      for (int k = 0; k < 3; k++) {
        sum[k] += c[k] * c[3];
      }
      sum[3] += c[3];
    }
    for (int i = 0; i < sums.length; i++) {
      for (int k = 0; k < 3 && sums[i][3] > 0; k++) {
        colours[i][k] = (float) (sums[i][k] / sums[i][3]);
      }
    }
  }

  /** Colours that occur: mean red, green, blue and how often. */
  private static float[][] histogram(List<PixelImage> pictures) {
    float[][] bins = new float[1 << (3 * BITS)][];
    for (PixelImage picture : pictures) {
      byte[] s = picture.samples8();
      for (int i = 0; i < s.length; i += 3) {
        int r = s[i] & 0xff;
        int g = s[i + 1] & 0xff;
        int b = s[i + 2] & 0xff;
        int key = key(r, g, b);
        float[] bin = bins[key] == null ? new float[4] : bins[key];
        bins[key] = bin;
        bin[3]++;
        bin[0] += (r - bin[0]) / bin[3];
        bin[1] += (g - bin[1]) / bin[3];
        bin[2] += (b - bin[2]) / bin[3];
      }
    }
    return Arrays.stream(bins).filter(b -> b != null).toArray(float[][]::new);
  }

  private static float[] mean(float[][] box) {
    double[] sum = new double[4];
    for (float[] c : box) {
      for (int k = 0; k < 3; k++) {
        sum[k] += c[k] * c[3];
      }
      sum[3] += c[3];
    }
    return new float[] {
      (float) (sum[0] / sum[3]), (float) (sum[1] / sum[3]), (float) (sum[2] / sum[3])
    };
  }

  /** Sum of squared distances from the mean along each axis. */
  private static double[] spreads(float[][] box) {
    float[] mean = mean(box);
    double[] sums = new double[3];
    for (float[] c : box) {
      for (int k = 0; k < 3; k++) {
        sums[k] += c[3] * (c[k] - mean[k]) * (c[k] - mean[k]);
      }
    }
    return sums;
  }

  private static double spread(float[][] box) {
    double[] s = spreads(box);
    return box.length < 2 ? 0 : Math.max(s[0], Math.max(s[1], s[2]));
  }

  private static List<float[][]> split(float[][] box) {
    double[] s = spreads(box);
    int axis = s[0] >= s[1] && s[0] >= s[2] ? 0 : s[1] >= s[2] ? 1 : 2;
    float middle = mean(box)[axis];
    return List.of(
        Arrays.stream(box).filter(c -> c[axis] <= middle).toArray(float[][]::new),
        Arrays.stream(box).filter(c -> c[axis] > middle).toArray(float[][]::new));
  }
}
