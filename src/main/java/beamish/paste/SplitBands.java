package beamish.paste;

import beamish.image.PixelImage;
import beamish.paste.PasteBack.Region;
import java.util.stream.IntStream;

/**
 * A part of a photo split into a smooth band and the fine rest, to be sampled between pixels. The
 * smooth band is interpolated by parabolas over the nearest pixel and those beside it (Dodgson,
 * "Quadratic interpolation for image resampling", 1997: continuous, and exact at pixels), which on
 * such a band is nearly as true as a cubic at half the cost; the rest is read at the nearest pixel,
 * since every interpolation between pixels averages the finest detail away and leaves skin looking
 * waxed. At whole-pixel moves the sum is the photo's own sample.
 *
 * <p>Samples are in the photo's own scale, 0 … its greatest. Read from several threads at once.
 */
final class SplitBands {
  /** Rows blurred in one go; each go blurs the four rows around it once more. */
  private static final int BAND = 64;

  final PixelImage photo;
  final int left;
  final int top;
  final int width;
  final int height;
  final int colours;

  /** {@code [height][width][colour]}. */
  final float[] smooth;

  private SplitBands(PixelImage photo, int left, int top, int width, int height) {
    this.photo = photo;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.colours = photo.isColour() ? 3 : 1;
    this.smooth = new float[height * width * colours];
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(b -> blur(b * BAND, Math.min(height, (b + 1) * BAND)));
  }

  /** The region and {@code margin} pixels around it, within the photo. */
  static SplitBands of(PixelImage photo, Region region, int margin) {
    int x0 = Math.max(0, region.x() - margin);
    int y0 = Math.max(0, region.y() - margin);
    int x1 = Math.min(photo.width(), region.x() + region.width() + margin);
    int y1 = Math.min(photo.height(), region.y() + region.height() + margin);
    return new SplitBands(photo, x0, y0, x1 - x0, y1 - y0);
  }

  /** The smooth band's rows {@code from} to {@code to}: the binomial 1 4 6 4 1 both ways. */
  private void blur(int from, int to) {
    float[] own = new float[(width + 4) * colours];
    float[][] rows = new float[5][width * colours];
    for (int y = from - 2; y < to + 2; y++) {
      acrossRow(line(y), own, rows[Math.floorMod(y, 5)]);
      if (y >= from + 2) {
        down(rows, y - 2);
      }
    }
  }

  /** Sixteen times the row's blur; {@code own} has room for two more pixels at each end. */
  private void acrossRow(int y, float[] own, float[] into) {
    int first = 2 * colours;
    int end = first + into.length;
    read(y, own, first);
    for (int i = 0; i < first; i++) {
      own[i] = own[first + i % colours];
      own[end + i] = own[end - colours + i % colours];
    }
    int two = 2 * colours;
    int three = 3 * colours;
    int four = 4 * colours;
    for (int i = 0; i < into.length; i++) {
      into[i] =
          (own[i] + own[i + four]) + 4 * (own[i + colours] + own[i + three]) + 6 * own[i + two];
    }
  }

  /** The photo's own samples of a row, without any alpha. */
  private void read(int y, float[] into, int first) {
    int step = photo.channels();
    int at = ((top + y) * photo.width() + left) * step;
    int end = at + width * step;
    int i = first;
    if (photo.bitDepth() == 8) {
      byte[] samples = photo.samples8();
      for (int p = at; p < end; p += step) {
        for (int c = 0; c < colours; c++) {
          into[i++] = samples[p + c] & 0xff;
        }
      }
    } else {
      short[] samples = photo.samples16();
      for (int p = at; p < end; p += step) {
        for (int c = 0; c < colours; c++) {
          into[i++] = samples[p + c] & 0xffff;
        }
      }
    }
  }

  /** One row of the smooth band from the five rows around it, each in its place modulo five. */
  private void down(float[][] rows, int y) {
    float[] a = rows[Math.floorMod(y - 2, 5)];
    float[] b = rows[Math.floorMod(y - 1, 5)];
    float[] c = rows[Math.floorMod(y, 5)];
    float[] d = rows[Math.floorMod(y + 1, 5)];
    float[] e = rows[Math.floorMod(y + 2, 5)];
    int o = y * a.length;
    for (int i = 0; i < a.length; i++) {
      smooth[o + i] = ((a[i] + e[i]) + 4 * (b[i] + d[i]) + 6 * c[i]) * (1 / 256f);
    }
  }

  /** The smooth band at a pixel of this part. */
  float smooth(int x, int y, int channel) {
    return smooth[(y * width + x) * colours + channel];
  }

  /** The nearest row that there is. */
  int line(int y) {
    return Math.min(height - 1, Math.max(0, y));
  }

  /** The nearest column that there is. */
  int column(int x) {
    return Math.min(width - 1, Math.max(0, x));
  }
}
