package beamish.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes a picture smaller: every new pixel is the mean of the old ones that it covers, by the area
 * of each. Colours count by their alpha, so that what is invisible does not bleed.
 */
public final class AreaAverage {
  private static final int BANDS = 16;
  private final PixelImage from;
  private final int width;
  private final int height;
  private final int channels;
  private final int colours;

  private AreaAverage(PixelImage from, int width, int height) {
    this.from = from;
    this.width = width;
    this.height = height;
    this.channels = from.channels();
    this.colours = from.hasAlpha() ? channels - 1 : channels;
  }

  /** The picture at {@code scale} of its size, at least a pixel each way; itself from 1 on. */
  public static PixelImage shrinkBy(PixelImage from, double scale) {
    return scale >= 1
        ? from
        : shrink(
            from,
            Math.max(1, (int) Math.round(from.width() * scale)),
            Math.max(1, (int) Math.round(from.height() * scale)));
  }

  /** The picture at {@code width} x {@code height}, neither larger than it is. */
  public static PixelImage shrink(PixelImage from, int width, int height) {
    return new AreaAverage(from, width, height).run();
  }

  private PixelImage run() {
    PixelImage to =
        from.bitDepth() == 8
            ? PixelImage.of8(width, height, channels, new byte[width * height * channels])
            : PixelImage.of16(width, height, channels, new short[width * height * channels]);
    IntStream.range(0, BANDS)
        .parallel()
        .forEach(band -> rows(height * band / BANDS, height * (band + 1) / BANDS, to));
    return to;
  }

  private void rows(int first, int end, PixelImage to) {
    float[] sums = new float[from.width() * channels];
    double step = (double) from.height() / height;
    for (int y = first; y < end; y++) {
      double top = y * step;
      double bottom = Math.min((y + 1) * step, from.height());
      Arrays.fill(sums, 0);
      for (int sy = (int) top; sy < bottom; sy++) {
        float share = (float) (Math.min(sy + 1, bottom) - Math.max(sy, top));
        if (colours < channels) {
          addWithAlpha(sy, share, sums);
        } else if (from.bitDepth() == 8) {
          add(from.samples8(), sy * sums.length, share, sums);
        } else {
          add(from.samples16(), sy * sums.length, share, sums);
        }
      }
      writeRow(sums, (float) (bottom - top), to, y);
    }
  }

  private static void add(byte[] samples, int start, float share, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share * (samples[start + i] & 0xff);
    }
  }

  private static void add(short[] samples, int start, float share, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share * (samples[start + i] & 0xffff);
    }
  }

  /** Adds a row with its colours multiplied by their alpha (0 … 1). */
  private void addWithAlpha(int y, float share, float[] sums) {
    for (int x = 0, i = 0; x < from.width(); x++, i += channels) {
      float alpha = share * from.sample(x, y, colours);
      for (int c = 0; c < colours; c++) {
        sums[i + c] += alpha * from.sample(x, y, c) / from.maxSample();
      }
      sums[i + colours] += alpha;
    }
  }

  private void writeRow(float[] sums, float rows, PixelImage to, int y) {
    double step = (double) from.width() / width;
    float[] mean = new float[channels];
    for (int x = 0; x < width; x++) {
      double left = x * step;
      double right = Math.min((x + 1) * step, from.width());
      Arrays.fill(mean, 0);
      for (int sx = (int) left; sx < right; sx++) {
        float share = (float) (Math.min(sx + 1, right) - Math.max(sx, left));
        for (int c = 0; c < channels; c++) {
          mean[c] += share * sums[sx * channels + c];
        }
      }
      float area = rows * (float) (right - left);
      float weight = colours < channels ? mean[colours] / from.maxSample() : area;
      for (int c = 0; c < channels; c++) {
        float value = mean[c] / (c < colours ? Math.max(weight, 1e-9f) : area);
        to.setSample(x, y, c, Math.min(from.maxSample(), Math.round(value)));
      }
    }
  }
}
