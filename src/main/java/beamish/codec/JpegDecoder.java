package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Words;
import beamish.opencv.JpegCodec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;

/**
 * JPEG to pixels. The common ones are done by libjpeg-turbo, in a third of the time of the JDK's
 * own reader (libjpeg) and to the same samples, while {@link JpegScan} sees to what it keeps quiet
 * about: damage. The JDK does the rest, and has the last word on what is damaged; TwelveMonkeys
 * does CMYK and lossless ones.
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
    Optional<PixelImage> quickly = jpeg.hasPlainColours() ? quickly(file, jpeg) : Optional.empty();
    return new DecodedFile(quickly.isPresent() ? quickly.get() : pixels(jpeg), jpeg.metadata());
  }

  /** The pixels of a sequential file that is whole; empty of any other. */
  private static Optional<PixelImage> quickly(byte[] file, JpegFile jpeg) throws IOException {
    if (jpeg.sofMarker() > 0xc1) {
      return Optional.empty();
    }
    CompletableFuture<Boolean> whole =
        CompletableFuture.supplyAsync(() -> JpegScan.isWhole(file, jpeg));
    Optional<PixelImage> pixels;
    try (PiecedStream bare = jpeg.bare(false)) {
      byte[] bytes = new byte[Math.toIntExact(bare.length())];
      bare.readFully(bytes);
      pixels = JpegCodec.decode(bytes, jpeg.components());
    }
    return whole.join()
        ? pixels.filter(p -> p.width() == jpeg.width() && p.height() == jpeg.height())
        : Optional.empty();
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
