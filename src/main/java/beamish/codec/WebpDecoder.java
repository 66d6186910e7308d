package beamish.codec;

import beamish.image.PixelImage;
import beamish.opencv.WebpCodec;
import java.io.IOException;

/**
 * WebP to pixels, by the reference decoder (libwebp) that OpenCV carries: a fifth of the time of
 * the one in Java. The first frame of an animation.
 */
final class WebpDecoder {

  private WebpDecoder() {}

  static DecodedFile decode(byte[] file) throws IOException {
    WebpFile webp = new WebpFile(file);
    Limits.checkSize(webp.width(), webp.height());
    PixelImage pixels = WebpCodec.decode(file, webp.hasAlpha()).orElse(null);
    if (pixels == null || pixels.width() != webp.width() || pixels.height() != webp.height()) {
      throw new IOException("its pixels cannot be decoded");
    }
    return new DecodedFile(pixels, webp.metadata());
  }
}
