package beamish.codec;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata blocks of a photo file, as raw bytes in their standards' own formats; null where the
 * file had none. The arrays are handed over, not copied.
 *
 * @param exif a TIFF stream ("II*\0" or "MM\0*" …), without the "Exif\0\0" prefix
 * @param xmp an XMP packet in UTF-8
 * @param icc an ICC profile
 */
public record PhotoMetadata(byte @Nullable [] exif, byte @Nullable [] xmp, byte @Nullable [] icc) {

  /** No metadata at all. */
  public static final PhotoMetadata NONE = new PhotoMetadata(null, null, null);

  /** When the photo was taken, by its camera's clock; empty where its EXIF does not tell. */
  public Optional<LocalDateTime> taken() {
    return ExifTime.taken(exif);
  }
}
