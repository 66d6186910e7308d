package beamish.codec;

import beamish.image.PixelImage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the first bytes of an ICC profile say (ICC.1:2022, 7.2). */
final class IccProfile {

  private IccProfile() {}

  /** The colour space of the data it describes: "RGB ", "GRAY", "CMYK" …; "" if it is none. */
  static String space(byte @Nullable [] icc) {
    if (icc == null || icc.length < 128) {
      return "";
    }
    boolean signed = new String(icc, 36, 4, StandardCharsets.ISO_8859_1).equals("acsp");
    return signed ? new String(icc, 16, 4, StandardCharsets.ISO_8859_1) : "";
  }

  /** The profile if it describes such pixels; null if not, as a CMYK one once pixels are RGB. */
  static byte @Nullable [] matching(byte @Nullable [] icc, PixelImage pixels) {
    return space(icc).equals(pixels.isColour() ? "RGB " : "GRAY") ? icc : null;
  }
}
