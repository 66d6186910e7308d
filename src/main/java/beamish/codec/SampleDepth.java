package beamish.codec;

import beamish.image.PixelImage;

/** Changes that a narrower file format or the screen asks for. */
final class SampleDepth {

  private SampleDepth() {}

  /** The same image with 8 bits a sample, rounded to the nearest. */
  static PixelImage to8(PixelImage image) {
    if (image.bitDepth() == 8) {
      return image;
    }
    short[] from = image.samples16();
    byte[] to = new byte[from.length];
    for (int i = 0; i < from.length; i++) {
      // Exactly round(v / 257) for every v.
      to[i] = (byte) (((from[i] & 0xffff) * 255 + 32895) >>> 16);
    }
    return PixelImage.of8(image.width(), image.height(), image.channels(), to);
  }

  /** An 8-bit image laid on white; the same image if it has no alpha. */
  static PixelImage onWhite(PixelImage image) {
    if (!image.hasAlpha()) {
      return image;
    }
    int n = image.channels();
    byte[] from = image.samples8();
    byte[] to = new byte[from.length / n * (n - 1)];
    int o = 0;
    for (int i = 0; i < from.length; i += n) {
      int a = from[i + n - 1] & 0xff;
      for (int c = 0; c < n - 1; c++) {
        to[o++] = (byte) (((from[i + c] & 0xff) * a + 255 * (255 - a) + 127) / 255);
      }
    }
    return PixelImage.of8(image.width(), image.height(), n - 1, to);
  }

  /** An 8-bit image in RGB or RGBA: grey is repeated. */
  static PixelImage toColour(PixelImage image) {
    int n = image.channels();
    if (n >= 3) {
      return image;
    }
    byte[] from = image.samples8();
    byte[] to = new byte[from.length / n * (n + 2)];
    int o = 0;
    for (int i = 0; i < from.length; i += n) {
      byte v = from[i];
      to[o] = v;
      to[o + 1] = v;
      to[o + 2] = v;
      if (n == 2) {
        to[o + 3] = from[i + 1];
      }
      o += n + 2;
    }
    return PixelImage.of8(image.width(), image.height(), n + 2, to);
  }

  /** The colour samples of an 8-bit RGBA image, packed. */
  static byte[] withoutAlpha(PixelImage rgba) {
    byte[] from = rgba.samples8();
    byte[] to = new byte[from.length / 4 * 3];
    int o = 0;
    for (int i = 0; i < from.length; i += 4) {
      to[o] = from[i];
      to[o + 1] = from[i + 1];
      to[o + 2] = from[i + 2];
      o += 3;
    }
    return to;
  }

  /** An 8-bit RGB image with the alpha channel of an RGBA image of the same size. */
  static PixelImage withAlphaOf(PixelImage rgb, PixelImage rgba) {
    byte[] from = rgb.samples8();
    byte[] to = rgba.samples8().clone();
    int i = 0;
    for (int o = 0; o < to.length; o += 4) {
      to[o] = from[i];
      to[o + 1] = from[i + 1];
      to[o + 2] = from[i + 2];
      i += 3;
    }
    return PixelImage.of8(rgb.width(), rgb.height(), 4, to);
  }

  /** The same image with colours divided by their alpha, rounded; black where that is 0. */
  static PixelImage dividedByAlpha(PixelImage image) {
    if (!image.hasAlpha()) {
      return image;
    }
    PixelImage out = image.copy();
    int n = image.channels();
    int max = image.maxSample();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        long alpha = image.sample(x, y, n - 1);
        for (int c = 0; c < n - 1; c++) {
          long v = alpha == 0 ? 0 : ((long) image.sample(x, y, c) * max + alpha / 2) / alpha;
          out.setSample(x, y, c, (int) Math.min(max, v));
        }
      }
    }
    return out;
  }
}
