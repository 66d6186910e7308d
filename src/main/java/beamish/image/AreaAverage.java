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
    byte[] signed = new byte[from.bitDepth() == 8 ? sums.length : 0];
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
          add(from.samples8(), sy * sums.length, share, signed, sums);
        } else {
          add(from.samples16(), sy * sums.length, share, sums);
        }
      }
      if (colours == channels && from.bitDepth() == 8) {
        float taken = (float) (128 * (bottom - top));
        for (int i = 0; i < sums.length; i++) {
          sums[i] += taken;
        }
      }
      if (colours == 3 && channels == 3 && from.bitDepth() == 8) {
        writeColours(sums, (float) (bottom - top), to.samples8(), y * width * 3);
      } else {
        writeRow(sums, (float) (bottom - top), to, y);
      }
    }
  }

  /**
   * Takes 128 off every sample first, so that both loops are over signed bytes: those Java works
   * off many at a time, and unsigned ones one by one.
   *
   * @param signed room for a row
   */
  private static void add(byte[] samples, int start, float share, byte[] signed, float[] sums) {
    for (int i = 0; i < signed.length; i++) {
      signed[i] = (byte) (samples[start + i] ^ 0x80);
    }
    for (int i = 0; i < signed.length; i++) {
      sums[i] += share * signed[i];
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

  /** {@link #writeRow} for what nearly all photos are. */
  private void writeColours(float[] sums, float rows, byte[] to, int start) {
    double step = (double) from.width() / width;
    for (int x = 0, o = start; x < width; x++, o += 3) {
      double left = x * step;
      double right = Math.min((x + 1) * step, from.width());
      float r = 0;
      float g = 0;
      float b = 0;
      for (int sx = (int) left, i = 3 * sx; sx < right; sx++, i += 3) {
        float share = (float) (Math.min(sx + 1, right) - Math.max(sx, left));
        r += share * sums[i];
        g += share * sums[i + 1];
        b += share * sums[i + 2];
      }
      float area = rows * (float) (right - left);
      to[o] = (byte) Math.min(255, (int) (r / area + .5f));
      to[o + 1] = (byte) Math.min(255, (int) (g / area + .5f));
      to[o + 2] = (byte) Math.min(255, (int) (b / area + .5f));
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
