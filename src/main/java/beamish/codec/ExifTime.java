package beamish.codec;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a photo was taken, by its EXIF block: DateTimeOriginal, else DateTimeDigitized. The plain
 * DateTime is not asked, because programs set it when they write a file.
 */
final class ExifTime {
  private static final int ORIGINAL = 0x9003;
  private static final int DIGITIZED = 0x9004;
  private static final int SUBSECONDS_ORIGINAL = 0x9291;
  private static final int SUBSECONDS_DIGITIZED = 0x9292;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private ExifTime() {}

  /** By the camera's clock; empty where the block says nothing that makes sense. */
  static Optional<LocalDateTime> taken(byte @Nullable [] exif) {
    if (exif == null) {
      return Optional.empty();
    }
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      Optional<TiffStream.Tag> below = stream.first().tag(TiffStream.EXIF_IFD);
      if (below.isEmpty()) {
        return Optional.empty();
      }
      TiffStream.Directory tags = stream.directoryAt(stream.number(below.get(), 0));
      return time(stream, tags, ORIGINAL, SUBSECONDS_ORIGINAL)
          .or(() -> time(stream, tags, DIGITIZED, SUBSECONDS_DIGITIZED));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> time(
      TiffStream stream, TiffStream.Directory tags, int id, int subsecondsId) {
    Optional<String> text = text(stream, tags, id);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDateTime whole = LocalDateTime.parse(text.get(), FORMAT);
      // tells the shots of a burst apart
      String digits = text(stream, tags, subsecondsId).orElse("");
      return Optional.of(
          digits.matches("[0-9]{1,9}")
              ? whole.plusNanos(Long.parseLong((digits + "00000000").substring(0, 9)))
              : whole);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(TiffStream stream, TiffStream.Directory tags, int id) {
    return tags.tag(id)
        .flatMap(stream::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).replace('\0', ' ').strip());
  }
}
