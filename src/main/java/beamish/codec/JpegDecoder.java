package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;

/**
 * JPEG to pixels. The JDK's own reader (libjpeg) does the common ones: of those tried on a
 * 24-megapixel photo it is the fastest that also tells of damage. TwelveMonkeys does CMYK and
 * lossless ones.
 */
final class JpegDecoder {

  private JpegDecoder() {}

  static DecodedFile decode(byte[] file) throws IOException {
    JpegFile jpeg = new JpegFile(file);
    checkReadable(jpeg);
    Limits.checkSize(jpeg.width(), jpeg.height());
    if (!jpeg.hasEnd()) {
      throw new IOException("it ends within its pixels");
    }
    return new DecodedFile(pixels(jpeg), jpeg.metadata());
  }

  private static void checkReadable(JpegFile jpeg) throws IOException {
    if (jpeg.sofMarker() > 0xc3) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.rareJpeg",
              "a JPEG of a rare kind (arithmetic or hierarchical coding): save it as a plain JPEG"
                  + " first"));
    }
    if (jpeg.sofMarker() != 0xc3 && jpeg.precision() != 8) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.deepJpeg",
              "a JPEG of {0} bits a sample: export it as a 16-bit TIFF first",
              jpeg.precision()));
    }
    int n = jpeg.components();
    if (n != 1 && n != 3 && n != 4) {
      throw new IOException("its header gives " + n + " colour components");
    }
  }

  private static PixelImage pixels(JpegFile jpeg) throws IOException {
    if (jpeg.components() == 4) {
      try {
        return read(ImagePlugins.twelveMonkeysReader("jpeg"), jpeg.bare(true));
      } catch (IllegalArgumentException | java.awt.color.CMMException e) {
        // A profile that cannot be used: convert as if there were none.
        return read(ImagePlugins.twelveMonkeysReader("jpeg"), jpeg.bare(false));
      }
    }
    if (jpeg.sofMarker() == 0xc3) {
      return read(ImagePlugins.twelveMonkeysReader("jpeg"), jpeg.bare(false));
    }
    return read(ImagePlugins.jdkReader("jpeg"), jpeg.bare(false));
  }

  private static PixelImage read(ImageReader reader, PiecedStream bare) throws IOException {
    List<String> damage = new ArrayList<>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (tellsOfDamage(warning)) {
            damage.add(warning);
          }
        });
    try (bare) {
      reader.setInput(bare, true, true);
      BufferedImage image = reader.read(0);
      if (!damage.isEmpty()) {
        throw new IIOException(damage.get(0));
      }
      return RasterPixels.of(image);
    } finally {
      reader.dispose();
    }
  }

  /** Whether libjpeg's warning means lost pixels; stray bytes between segments are harmless. */
  private static boolean tellsOfDamage(String warning) {
    return warning.contains("premature end")
        || warning.contains("Truncated")
        || warning.contains("bad Huffman")
        || warning.contains("instead of RST");
  }
}
