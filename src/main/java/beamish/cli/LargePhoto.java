package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoWriter;
import beamish.image.PixelImage;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A photo as large as a camera's, made of a small one, once or several times beside itself: scaled
 * to the full height or width in the middle, its outermost pixels repeated beside it, and over all
 * the grain that a sensor leaves, because a file without it would be read and written too easily.
 */
final class LargePhoto {
  /** The quality it is written with. */
  static final double QUALITY = .92;

  private static final int GRAIN = 3;

  private final PixelImage from;
  private final int width;
  private final int height;
  private final int times;
  private final double scale;

  private LargePhoto(PixelImage from, int width, int height, int times) {
    this.from = from;
    this.width = width;
    this.height = height;
    this.times = times;
    this.scale = Math.min((double) width / times / from.width(), (double) height / from.height());
  }

  /** Writes it as a JPEG, {@code times} beside itself; the same bytes every time. */
  static void write(
      Photo small, int width, int height, int times, PhotoWriter writer, Path target) {
    PixelImage large = new LargePhoto(small.pixels(), width, height, times).pixels();
    byte[] icc = small.pixels().isColour() ? small.metadata().icc() : null;
    writer.write(
        new Photo(small.source(), large, new PhotoMetadata(null, null, icc)),
        large,
        target,
        new ExportSettings(PhotoFormat.JPEG, QUALITY, false));
  }

  private PixelImage pixels() {
    byte[] samples = new byte[width * height * 3];
    IntStream.range(0, height).parallel().forEach(y -> row(y, samples));
    return PixelImage.of8(width, height, 3, samples);
  }

  private void row(int y, byte[] samples) {
    SplittableRandom random = new SplittableRandom(y);
    double fromY = clamp((y + .5 - height / 2.0) / scale + from.height() / 2.0, from.height());
    int at = y * width * 3;
    double cell = (double) width / times;
    for (int x = 0; x < width; x++) {
      double inCell = (x + .5) % cell;
      double fromX = clamp((inCell - cell / 2) / scale + from.width() / 2.0, from.width());
      for (int c = 0; c < 3; c++) {
        double value =
            between(fromX, fromY, from.isColour() ? c : 0) * 255 / from.maxSample()
                + random.nextInt(-GRAIN, GRAIN + 1);
        samples[at++] = (byte) Math.round(Math.min(255, Math.max(0, value)));
      }
    }
  }

  private static double clamp(double position, int size) {
    return Math.min(size - 1, Math.max(0, position - .5));
  }

  private double between(double x, double y, int c) {
    int x0 = (int) x;
    int y0 = (int) y;
    int x1 = Math.min(x0 + 1, from.width() - 1);
    int y1 = Math.min(y0 + 1, from.height() - 1);
    double top =
        from.sample(x0, y0, c) + (from.sample(x1, y0, c) - from.sample(x0, y0, c)) * (x - x0);
    double bottom =
        from.sample(x0, y1, c) + (from.sample(x1, y1, c) - from.sample(x0, y1, c)) * (x - x0);
    return top + (bottom - top) * (y - y0);
  }
}
