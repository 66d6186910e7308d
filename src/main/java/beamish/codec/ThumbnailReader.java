package beamish.codec;

import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Small pictures of photo files, upright and in sRGB. Stateless, so any thread may use it.
 *
 * <p>Of a usual JPEG or PNG only every few pixels are kept while it is decoded, so that a large one
 * costs little memory; the others are read as a whole. The picture that a camera puts into its EXIF
 * is not used, because programs that turn or edit a photo leave it as it was.
 */
public final class ThumbnailReader {
  /** Pixels averaged into one, each way, at least: enough that nothing flickers. */
  private static final int OVERSAMPLING = 4;

  private final PhotoReader reader = new PhotoReader();

  /**
   * Reads a picture of at most {@code edge} pixels a side, 8-bit RGB or RGBA.
   *
   * @throws Problem as {@link PhotoReader#read}
   */
  public PixelImage read(Path file, int edge) {
    Photo photo = readLess(file, edge);
    PixelImage pixels = photo.pixels();
    PixelImage small =
        AreaAverage.shrinkBy(pixels, (double) edge / Math.max(pixels.width(), pixels.height()));
    return SrgbView.toSrgb(small, photo.metadata());
  }

  private Photo readLess(Path file, int edge) {
    try {
      if (Files.size(file) < Integer.MAX_VALUE - 64) {
        FileKind kind = kindOf(file);
        if (kind == FileKind.JPEG) {
          JpegFile jpeg = new JpegFile(Files.readAllBytes(file));
          Limits.checkSize(jpeg.width(), jpeg.height());
          if (jpeg.components() != 4 && jpeg.sofMarker() <= 0xc2 && jpeg.precision() == 8) {
            PixelImage pixels = decode("jpeg", jpeg.bare(false), jpeg.width(), jpeg.height(), edge);
            return photo(file, pixels, jpeg.metadata());
          }
        } else if (kind == FileKind.PNG) {
          PngFile png = new PngFile(Files.readAllBytes(file));
          Limits.checkSize(png.width(), png.height());
          png.checkPixelData();
          if (png.depth() >= 8 && png.colourType() != 3 && png.data("tRNS") == null) {
            PixelImage pixels = decode("png", png.bare(), png.width(), png.height(), edge);
            return photo(file, pixels, png.metadata());
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // the reader of whole photos tells what is wrong, if it is
    }
    return reader.read(file);
  }

  private static FileKind kindOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FileKind.of(in.readNBytes(FileKind.HEAD));
    }
  }

  /** Every so many pixels of a picture, by the JDK's reader. */
  private static PixelImage decode(
      String format, PiecedStream bare, int width, int height, int edge) throws IOException {
    int step = Math.max(1, Math.max(width, height) / (edge * OVERSAMPLING));
    ImageReader decoder = ImagePlugins.jdkReader(format);
    try (bare) {
      decoder.setInput(bare, true, true);
      ImageReadParam param = decoder.getDefaultReadParam();
      param.setSourceSubsampling(step, step, step / 2, step / 2);
      return RasterPixels.of(decoder.read(0, param));
    } finally {
      decoder.dispose();
    }
  }

  private static Photo photo(Path file, PixelImage stored, PhotoMetadata metadata) {
    return new Photo(
        file, Orientation.upright(stored, ExifBlock.orientation(metadata.exif())), metadata);
  }
}
