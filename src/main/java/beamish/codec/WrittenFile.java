package beamish.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file back that was just written: its structure, its size, its checksums. */
final class WrittenFile {

  private WrittenFile() {}

  /**
   * Checks that a file is whole and gives the right size.
   *
   * @throws IOException if not
   */
  static void check(Path file, PhotoFormat format, int width, int height) throws IOException {
    int[] size =
        switch (format) {
          case JPEG -> {
            JpegFile jpeg = new JpegFile(Files.readAllBytes(file));
            yield jpeg.hasEnd() ? new int[] {jpeg.width(), jpeg.height()} : new int[2];
          }
          case PNG -> {
            PngFile png = new PngFile(Files.readAllBytes(file));
            yield new int[] {png.width(), png.height()};
          }
          case TIFF -> TiffDecoder.size(file);
          case WEBP -> {
            WebpFile webp = new WebpFile(Files.readAllBytes(file));
            yield new int[] {webp.width(), webp.height()};
          }
        };
    if (size[0] != width || size[1] != height) {
      throw new IOException("the file does not read back as it was written");
    }
  }
}
