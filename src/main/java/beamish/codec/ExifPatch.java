package beamish.codec;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an export changes in an EXIF block, in place: every other byte stays where it is, because a
 * camera's maker note may point at any of them.
 */
final class ExifPatch {
  private static final int COLOUR_SPACE = 0xA001;
  private static final int PIXEL_X = 0xA002;
  private static final int PIXEL_Y = 0xA003;
  private static final int SRGB = 1;

  private ExifPatch() {}

  /**
   * The block without its GPS directory: the values are overwritten with zeros, not only unlinked.
   *
   * @return null if nothing else was in it, or if it cannot be read and so might hide a place
   */
  static byte @Nullable [] withoutGps(byte[] exif) {
    try {
      byte[] out = exif.clone();
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      long firstAt = stream.u32(4);
      int left = stream.first().tags().size() - removeGps(stream, firstAt, out);
      Optional<TiffStream.Tag> sub = stream.first().tag(TiffStream.EXIF_IFD);
      if (sub.isPresent() && directory(stream, sub.get()).isPresent()) {
        removeGps(stream, stream.number(sub.get(), 0), out);
      }
      return left == 0 ? null : out;
    } catch (IOException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Wipes and unlinks what the directory at {@code offset} tells of a place; gives the count. */
  private static int removeGps(TiffStream stream, long offset, byte[] out) throws IOException {
    int removed = 0;
    TiffStream.Directory place = stream.directoryAt(offset);
    // From the last on, so that the entries before one stay where the stream says they are.
    for (TiffStream.Tag tag : place.tags().reversed()) {
      if (tag.id() == TiffStream.GPS_IFD) {
        directory(stream, tag).ifPresent(gps -> wipe(stream, gps, out));
        remove(stream, offset, place, tag, out);
        removed++;
      }
    }
    return removed;
  }

  /** The block with these sizes, pixels, where it tells any. */
  static byte[] withSize(byte[] exif, int width, int height) {
    return withNumber(withNumber(exif, PIXEL_X, width), PIXEL_Y, height);
  }

  /** The block saying sRGB where it tells a colour space. */
  static byte[] withSrgb(byte[] exif) {
    return withNumber(exif, COLOUR_SPACE, SRGB);
  }

  private static byte[] withNumber(byte[] exif, int id, int value) {
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      TiffStream.Tag tag =
          stream
              .first()
              .tag(TiffStream.EXIF_IFD)
              .flatMap(t -> directory(stream, t))
              .flatMap(d -> d.tag(id))
              .orElse(null);
      if (tag == null || tag.count() != 1 || stream.number(tag, -1) == value) {
        return exif;
      }
      byte[] out = exif.clone();
      ByteBuffer buffer = ByteBuffer.wrap(out).order(stream.order());
      if (tag.type() == TiffStream.LONG) {
        buffer.putInt((int) tag.valueAt(), value);
      } else if (tag.type() == TiffStream.SHORT) {
        buffer.putShort((int) tag.valueAt(), (short) value);
      }
      return out;
    } catch (IOException e) {
      return exif;
    }
  }

  private static Optional<TiffStream.Directory> directory(TiffStream stream, TiffStream.Tag tag) {
    try {
      return Optional.of(stream.directoryAt(stream.number(tag, 0)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Zeros over a directory's entries and over the values that stand elsewhere. */
  private static void wipe(TiffStream stream, TiffStream.Directory gps, byte[] out) {
    int entriesAt = (int) gps.nextAt();
    for (TiffStream.Tag tag : gps.tags()) {
      entriesAt = Math.min(entriesAt, (int) tag.entryAt());
      if (!isWithinFirst(stream, tag)) {
        Arrays.fill(out, (int) tag.valueAt(), (int) (tag.valueAt() + tag.byteCount()), (byte) 0);
      }
    }
    Arrays.fill(out, entriesAt, (int) gps.nextAt(), (byte) 0);
  }

  /** A value that claims to lie in the header belongs to a damaged block: it is no place. */
  private static boolean isWithinFirst(TiffStream stream, TiffStream.Tag tag) {
    long firstAt = stream.u32(4);
    long end = firstAt + 2 + 12L * stream.u16(firstAt) + 4;
    return tag.valueAt() < 8 || (tag.valueAt() >= firstAt && tag.valueAt() < end);
  }

  /** Takes an entry out: those behind it and the pointer to the next directory move up. */
  private static void remove(
      TiffStream stream, long offset, TiffStream.Directory place, TiffStream.Tag tag, byte[] out) {
    ByteBuffer buffer = ByteBuffer.wrap(out).order(stream.order());
    int at = (int) tag.entryAt();
    int end = (int) Math.min(place.nextAt() + 4, out.length);
    System.arraycopy(out, at + 12, out, at, end - at - 12);
    Arrays.fill(out, end - 12, end, (byte) 0);
    buffer.putShort((int) offset, (short) (buffer.getShort((int) offset) - 1));
  }
}
