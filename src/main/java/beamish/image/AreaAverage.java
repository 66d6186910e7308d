package beamish.image;

import java.util.Arrays;

/**
 * Makes a picture smaller: every new pixel is the mean of the old ones that it covers, by the area
 * of each. Colours count by their alpha, so that what is invisible does not bleed.
 */
public final class AreaAverage {
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

  /** The picture at {@code width} x {@code height}, neither larger than it is. */
  public static PixelImage shrink(PixelImage from, int width, int height) {
    return new AreaAverage(from, width, height).run();
  }

  private PixelImage run() {
    PixelImage to =
        from.bitDepth() == 8
            ? PixelImage.of8(width, height, channels, new byte[width * height * channels])
            : PixelImage.of16(width, height, channels, new short[width * height * channels]);
    float[] row = new float[from.width() * channels];
    float[] sums = new float[row.length];
    double step = (double) from.height() / height;
    for (int y = 0; y < height; y++) {
      double top = y * step;
      double bottom = Math.min((y + 1) * step, from.height());
      Arrays.fill(sums, 0);
      for (int sy = (int) top; sy < bottom; sy++) {
        float share = (float) (Math.min(sy + 1, bottom) - Math.max(sy, top));
        readRow(sy, row);
        for (int i = 0; i < row.length; i++) {
          sums[i] += share * row[i];
        }
      }
      writeRow(sums, (float) (bottom - top), to, y);
    }
    return to;
  }

  /** One row of the source as floats, its colours multiplied by their alpha (0 … 1). */
  private void readRow(int y, float[] row) {
    int start = y * row.length;
    if (from.bitDepth() == 8) {
      byte[] s = from.samples8();
      for (int i = 0; i < row.length; i++) {
        row[i] = s[start + i] & 0xff;
      }
    } else {
      short[] s = from.samples16();
      for (int i = 0; i < row.length; i++) {
        row[i] = s[start + i] & 0xffff;
      }
    }
    if (colours < channels) {
      float unit = 1f / from.maxSample();
      for (int i = 0; i < row.length; i += channels) {
        float alpha = row[i + colours] * unit;
        for (int c = 0; c < colours; c++) {
          row[i + c] *= alpha;
        }
      }
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
