package beamish.codec;

import beamish.image.PixelImage;
import beamish.job.Problem;
import beamish.job.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Opens photo files: JPEG, PNG, TIFF, WebP and BMP, told by their first bytes. Stateless, so any
 * thread may use it.
 *
 * <p>Samples come as they are stored: 16 bits stay 16, grey stays grey, no colour profile is
 * applied. Palettes are looked up, fewer than 8 bits become 8, CMYK becomes sRGB. A size that the
 * header gives is checked before memory is taken for it: at most 268 megapixels, 65 535 a side.
 * Metadata blocks of more than 16 MiB are left out.
 */
public final class PhotoReader {

  /**
   * Reads a photo and turns it upright.
   *
   * @throws Problem if there is no such file, or it is no photo, damaged, too large or of a kind
   *     that is not read
   */
  public Photo read(Path file) {
    try {
      FileKind kind = kindOf(file);
      DecodedFile decoded = decode(kind, file);
      PhotoMetadata found = decoded.metadata();
      PixelImage upright =
          Orientation.upright(decoded.pixels(), ExifBlock.orientation(found.exif()));
      return new Photo(file, upright, uprightMetadata(found));
    } catch (UnreadablePhotoException e) {
      throw new Problem(Words.of("photo.unreadable", "{0} is {1}", file, e.words()), e);
    } catch (NoSuchFileException e) {
      throw new Problem(
          Words.of("photo.missing", "{0} does not exist: check its name and folder", file), e);
    } catch (AccessDeniedException e) {
      throw new Problem(
          Words.of(
              "photo.forbidden", "{0} may not be read: change its permissions or copy it", file),
          e);
    } catch (IOException | RuntimeException e) {
      if (e instanceof Problem problem) {
        throw problem;
      }
      throw new Problem(
          Words.of("photo.damaged", "{0} is damaged ({1}): get an undamaged copy", file, reason(e)),
          e);
    } catch (OutOfMemoryError e) {
      throw new Problem(
          Words.of(
              "photo.memory",
              "{0} needs more memory than there is: close other photos or scale it down first",
              file),
          e);
    }
  }

  private static FileKind kindOf(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Problem(Words.of("photo.folder", "{0} is a folder: name a photo in it", file));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(FileKind.HEAD);
    }
    if (head.length == 0) {
      throw new Problem(Words.of("photo.empty", "{0} is empty: get another copy of it", file));
    }
    FileKind kind = FileKind.of(head);
    Words unreadable = kind.unreadable();
    if (kind == FileKind.TIFF && FileKind.isRawName(file.toString())) {
      unreadable = FileKind.RAW.unreadable();
    }
    if (unreadable != null) {
      throw new UnreadablePhotoException(
          Words.of(
              "kind.other",
              "{0}, which Beamish cannot read: export it as JPEG or TIFF first",
              unreadable));
    }
    if (kind == FileKind.UNKNOWN) {
      throw new Problem(
          Words.of(
              "photo.unknown",
              "{0} is not a photo Beamish can read: choose a JPEG, PNG, TIFF, WebP or BMP file",
              file));
    }
    return kind;
  }

  private static DecodedFile decode(FileKind kind, Path file) throws IOException {
    if (kind == FileKind.TIFF) {
      return TiffDecoder.decode(file);
    }
    if (Files.size(file) > Integer.MAX_VALUE - 64) {
      throw new UnreadablePhotoException(
          Words.of("kind.tooManyBytes", "larger than 2 GB: scale it down first"));
    }
    byte[] bytes = Files.readAllBytes(file);
    return switch (kind) {
      case JPEG -> JpegDecoder.decode(bytes);
      case PNG -> PngDecoder.decode(bytes);
      case WEBP -> WebpDecoder.decode(bytes);
      case BMP -> BmpDecoder.decode(bytes);
      default -> throw new IllegalStateException("no decoder for " + kind);
    };
  }

  private static PhotoMetadata uprightMetadata(PhotoMetadata found) {
    byte[] exif = found.exif();
    byte[] xmp = found.xmp();
    return new PhotoMetadata(
        exif == null ? null : ExifBlock.withUprightOrientation(exif),
        xmp == null ? null : XmpPacket.withUprightOrientation(xmp),
        found.icc());
  }

  /** One line, whatever a library said. */
  private static Object reason(Exception e) {
    // What a library's own bug says about its variables helps nobody; the cause is in the log.
    String message = e instanceof IOException ? e.getMessage() : null;
    if (message == null || message.isBlank()) {
      return Words.of("photo.undecodable", "it cannot be decoded");
    }
    String line = message.strip().lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) : line;
  }
}
