package beamish.codec;

import beamish.job.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes, its name left aside. */
enum FileKind {
  JPEG,
  PNG,
  TIFF,
  WEBP,
  BMP,
  HEIC,
  AVIF,
  RAW,
  JPEG_XL,
  JPEG_2000,
  GIF,
  PHOTOSHOP,
  BIG_TIFF,
  UNKNOWN;

  /** How many bytes of a file {@link #of(byte[])} wants to see. */
  static final int HEAD = 32;

  private static final Set<String> HEIF =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "miaf");
  private static final Set<String> RAW_EXTENSIONS =
      Set.of(
          "3fr", "arw", "cr2", "dcr", "dng", "erf", "fff", "iiq", "kdc", "mef", "mos", "nef", "nrw",
          "pef", "rwl", "sr2", "srf", "srw");

  /** What to call a known kind of file that this program does not read; null for the others. */
  @Nullable Words unreadable() {
    return switch (this) {
      case HEIC -> Words.of("kind.heic", "a HEIC photo");
      case AVIF -> Words.of("kind.avif", "an AVIF photo");
      case RAW -> Words.of("kind.raw", "a camera RAW file");
      case JPEG_XL -> Words.of("kind.jpegXl", "a JPEG XL photo");
      case JPEG_2000 -> Words.of("kind.jpeg2000", "a JPEG 2000 photo");
      case GIF -> Words.of("kind.gif", "a GIF picture");
      case PHOTOSHOP -> Words.of("kind.photoshop", "a Photoshop document");
      case BIG_TIFF -> Words.of("kind.bigTiff", "a BigTIFF photo");
      case JPEG, PNG, TIFF, WEBP, BMP, UNKNOWN -> null;
    };
  }

  /** The kind of a file that begins with {@code head}. */
  static FileKind of(byte[] head) {
    String s = new String(head, StandardCharsets.ISO_8859_1);
    if (s.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (s.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (s.startsWith("RIFF") && s.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (s.startsWith("II*\0") || s.startsWith("MM\0*")) {
      return s.startsWith("CR", 8) ? RAW : TIFF;
    }
    if (s.startsWith("II+\0") || s.startsWith("MM\0+")) {
      return BIG_TIFF;
    }
    if (s.startsWith("ftyp", 4) && s.length() >= 12) {
      return ofBrand(s.substring(8, 12));
    }
    if (s.startsWith("GIF8")) {
      return GIF;
    }
    if (s.startsWith("8BPS")) {
      return PHOTOSHOP;
    }
    if (s.startsWith("\u00ff\n") || s.startsWith("JXL ", 4)) {
      return JPEG_XL;
    }
    if (s.startsWith("jP  ", 4) || s.startsWith("\u00ffO\u00ffQ")) {
      return JPEG_2000;
    }
    if (s.startsWith("IIRO")
        || s.startsWith("IIRS")
        || s.startsWith("MMOR")
        || s.startsWith("IIU\0")
        || s.startsWith("FUJIFILMCCD-RAW")
        || s.startsWith("FOVb")
        || s.startsWith("\0MRM")
        || s.startsWith("HEAPCCDR", 6)) {
      return RAW;
    }
    return s.startsWith("BM") && s.length() >= 26 ? BMP : UNKNOWN;
  }

  private static FileKind ofBrand(String brand) {
    if (brand.equals("avif") || brand.equals("avis")) {
      return AVIF;
    }
    if (brand.equals("crx ")) {
      return RAW;
    }
    return HEIF.contains(brand) ? HEIC : UNKNOWN;
  }

  /** Whether a file name says that its TIFF structure holds a camera's raw data. */
  static boolean isRawName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return RAW_EXTENSIONS.contains(extension);
  }
}
