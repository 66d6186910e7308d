package beamish.codec;

import beamish.job.Words;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What a file may ask for before anything is allocated for it. */
final class Limits {
  /** The same as sharp's default: 0x3FFF squared. */
  static final long MAX_PIXELS = 268_402_689L;

  static final int MAX_SIDE = 65_535;

  /** Bytes of one metadata block; a larger one is left out. Real ones stay below a tenth of it. */
  static final int MAX_METADATA = 16 << 20;

  private Limits() {}

  /**
   * Checks a size that a header claims.
   *
   * @throws IOException if it is no size at all
   * @throws UnreadablePhotoException if it is more than this program opens
   */
  static void checkSize(long width, long height) throws IOException {
    if (width <= 0 || height <= 0) {
      throw new IOException("its header gives a size of " + width + "x" + height);
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.tooLarge",
              "too large ({0}x{1} pixels; at most 268 megapixels and 65535 a side): scale it down"
                  + " first",
              width,
              height));
    }
  }

  /**
   * Inflates a zlib stream that may not grow beyond {@link #MAX_METADATA}; null if it is broken.
   */
  static byte @Nullable [] inflateMetadata(byte[] data, int from, int to) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data, from, to - from);
      byte[] out = new byte[Math.max(1024, (to - from) * 2)];
      int n = 0;
      while (!inflater.finished()) {
        if (n == out.length) {
          if (n > MAX_METADATA) {
            return null;
          }
          out = java.util.Arrays.copyOf(out, n * 2);
        }
        int got = inflater.inflate(out, n, out.length - n);
        if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return null;
        }
        n += got;
      }
      return n > MAX_METADATA ? null : java.util.Arrays.copyOf(out, n);
    } catch (DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }
}
