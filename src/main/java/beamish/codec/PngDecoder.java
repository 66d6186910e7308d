package beamish.codec;

import beamish.image.PixelImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** PNG to pixels: the JDK's reader for the samples; palette and key colour transparency here. */
final class PngDecoder {

  private PngDecoder() {}

  static DecodedFile decode(byte[] file) throws IOException {
    PngFile png = new PngFile(file);
    Limits.checkSize(png.width() & 0xffffffffL, png.height() & 0xffffffffL);
    png.checkPixelData();
    byte[] transparency = png.data("tRNS");
    ImageReader reader = ImagePlugins.jdkReader("png");
    try (PiecedStream stream = png.bare()) {
      reader.setInput(stream, true, true);
      var image = reader.read(0);
      PixelImage pixels;
      if (png.colourType() == 3) {
        pixels = ofPalette(png, image.getRaster(), transparency);
      } else if (png.depth() < 8) {
        pixels = ofSmallGrey(png, image.getRaster(), transparency);
      } else {
        pixels = RasterPixels.of(image);
        if (transparency != null && (png.colourType() == 0 || png.colourType() == 2)) {
          pixels = withKeyColour(pixels, transparency);
        }
      }
      return new DecodedFile(pixels, png.metadata());
    } finally {
      reader.dispose();
    }
  }

  private static PixelImage ofPalette(
      PngFile png, java.awt.image.Raster raster, byte @Nullable [] transparency)
      throws IOException {
    byte[] palette = png.data("PLTE");
    if (palette == null || palette.length < 3) {
      throw new IOException("its palette is missing");
    }
    int w = png.width();
    int channels = transparency == null ? 3 : 4;
    byte[] out = new byte[w * png.height() * channels];
    int[] row = new int[w];
    int i = 0;
    for (int y = 0; y < png.height(); y++) {
      raster.getSamples(0, y, w, 1, 0, row);
      for (int index : row) {
        if (index * 3 + 3 > palette.length) {
          throw new IOException("a pixel is beyond its palette");
        }
        out[i++] = palette[index * 3];
        out[i++] = palette[index * 3 + 1];
        out[i++] = palette[index * 3 + 2];
        if (transparency != null) {
          out[i++] = index < transparency.length ? transparency[index] : (byte) 255;
        }
      }
    }
    return PixelImage.of8(w, png.height(), channels, out);
  }

  private static PixelImage ofSmallGrey(
      PngFile png, java.awt.image.Raster raster, byte @Nullable [] transparency) {
    int w = png.width();
    int scale = 255 / ((1 << png.depth()) - 1);
    int key = transparency == null || transparency.length < 2 ? -1 : transparency[1] & 0xff;
    int channels = key < 0 ? 1 : 2;
    byte[] out = new byte[w * png.height() * channels];
    int[] row = new int[w];
    int i = 0;
    for (int y = 0; y < png.height(); y++) {
      raster.getSamples(0, y, w, 1, 0, row);
      for (int v : row) {
        out[i++] = (byte) (v * scale);
        if (key >= 0) {
          out[i++] = (byte) (v == key ? 0 : 255);
        }
      }
    }
    return PixelImage.of8(w, png.height(), channels, out);
  }

  /** Adds the alpha channel of a tRNS chunk: the one colour it names is transparent. */
  private static PixelImage withKeyColour(PixelImage opaque, byte[] transparency) {
    int n = opaque.channels();
    if (transparency.length < 2 * n) {
      return opaque;
    }
    int[] key = new int[n];
    for (int c = 0; c < n; c++) {
      key[c] = (transparency[2 * c] & 0xff) << 8 | (transparency[2 * c + 1] & 0xff);
    }
    int w = opaque.width();
    int h = opaque.height();
    int size = Math.multiplyExact(Math.multiplyExact(w, h), n + 1);
    PixelImage out =
        opaque.bitDepth() == 8
            ? PixelImage.of8(w, h, n + 1, new byte[size])
            : PixelImage.of16(w, h, n + 1, new short[size]);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        boolean same = true;
        for (int c = 0; c < n; c++) {
          int v = opaque.sample(x, y, c);
          same &= v == key[c];
          out.setSample(x, y, c, v);
        }
        out.setSample(x, y, n, same ? 0 : out.maxSample());
      }
    }
    return out;
  }
}
