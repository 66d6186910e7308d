package beamish.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this program reads from an EXIF block, and the few bytes it changes in one. */
final class ExifBlock {
  /** Tags of the first directory that tell how a TIFF file's own pixels are stored. */
  static final Set<Integer> STRUCTURE =
      Set.of(
          254,
          255,
          256,
          257,
          258,
          259,
          262,
          263,
          264,
          265,
          266,
          273,
          277,
          278,
          279,
          280,
          281,
          284,
          288,
          289,
          290,
          291,
          292,
          293,
          301,
          317,
          318,
          319,
          320,
          321,
          322,
          323,
          324,
          325,
          330,
          332,
          334,
          336,
          338,
          339,
          340,
          341,
          342,
          347,
          512,
          513,
          514,
          515,
          517,
          518,
          519,
          520,
          521,
          529,
          530,
          531,
          532,
          TiffStream.XMP,
          TiffStream.ICC,
          37724);

  private static final Set<Integer> DIRECTORIES =
      Set.of(TiffStream.EXIF_IFD, TiffStream.GPS_IFD, TiffStream.INTEROP_IFD);

  private ExifBlock() {}

  /** The orientation, 1 … 8; 1 if the block says none or cannot be read. */
  static int orientation(byte @Nullable [] exif) {
    if (exif == null) {
      return 1;
    }
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      Optional<TiffStream.Tag> tag = stream.first().tag(TiffStream.ORIENTATION);
      long value = tag.isPresent() ? stream.number(tag.get(), 1) : 1;
      return value >= 1 && value <= 8 ? (int) value : 1;
    } catch (IOException e) {
      return 1;
    }
  }

  /** The same block saying that the pixels are upright; every other byte is as it was. */
  static byte[] withUprightOrientation(byte[] exif) {
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      byte[] out = exif.clone();
      for (TiffStream.Tag tag : stream.first().tags()) {
        if (tag.id() == TiffStream.ORIENTATION && tag.valueAt() == tag.entryAt() + 8) {
          ByteBuffer buffer = ByteBuffer.wrap(out).order(stream.order());
          buffer.putShort((int) tag.entryAt() + 2, (short) TiffStream.SHORT);
          buffer.putInt((int) tag.entryAt() + 4, 1);
          buffer.putInt((int) tag.valueAt(), 0);
          buffer.putShort((int) tag.valueAt(), (short) 1);
        }
      }
      return out;
    } catch (IOException e) {
      return exif;
    }
  }

  /**
   * The same block with its thumbnail's directory unlinked: that small picture shows the photo as
   * it was before the edit, and turned as the camera held it.
   */
  static byte[] withoutThumbnail(byte[] exif) {
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      long nextAt = stream.first().nextAt();
      if (nextAt + 4 > exif.length) {
        return exif;
      }
      byte[] out = exif.clone();
      ByteBuffer.wrap(out).putInt((int) nextAt, 0);
      return out;
    } catch (IOException e) {
      return exif;
    }
  }

  /** The block in at most {@code maxBytes}: its largest values go first; null if none is left. */
  static byte @Nullable [] fitting(byte[] exif, int maxBytes) {
    if (exif.length <= maxBytes) {
      return exif;
    }
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      for (int maxValue = maxBytes; maxValue >= 64; maxValue /= 2) {
        byte[] smaller = extract(stream, Set.of(), maxValue);
        if (smaller != null && smaller.length <= maxBytes) {
          return smaller;
        }
      }
    } catch (IOException e) {
      return null;
    }
    return null;
  }

  /**
   * A new, compact block with the first directory of {@code stream} and the EXIF, GPS and
   * interoperability directories below it.
   *
   * @param without tags to leave out of the first directory
   * @param maxValueBytes longer values are left out
   * @return null if nothing is left, or too much
   */
  static byte @Nullable [] extract(TiffStream stream, Set<Integer> without, int maxValueBytes)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean little = stream.order() == ByteOrder.LITTLE_ENDIAN;
    out.writeBytes(new byte[] {(byte) (little ? 'I' : 'M'), (byte) (little ? 'I' : 'M')});
    out.writeBytes(ints(stream.order(), 2, 42));
    out.writeBytes(ints(stream.order(), 4, 8));
    int before = out.size();
    append(stream, stream.first(), without, maxValueBytes, out, 0);
    boolean empty = out.size() <= before + 6;
    return empty || out.size() > Limits.MAX_METADATA ? null : out.toByteArray();
  }

  private static void append(
      TiffStream stream,
      TiffStream.Directory directory,
      Set<Integer> without,
      int maxValueBytes,
      ByteArrayOutputStream out,
      int depth)
      throws IOException {
    List<TiffStream.Tag> tags = new ArrayList<>();
    long room = Limits.MAX_METADATA;
    for (TiffStream.Tag tag : directory.tags()) {
      boolean nested = DIRECTORIES.contains(tag.id());
      if (!without.contains(tag.id())
          && tag.byteCount() <= Math.min(maxValueBytes, room)
          && (!nested || (depth < 2 && isDirectory(stream, tag)))) {
        tags.add(tag);
        room -= tag.byteCount() + 1; // padded to even
      }
    }
    tags.sort(Comparator.comparingInt(TiffStream.Tag::id));
    ByteBuffer entries = ByteBuffer.allocate(6 + 12 * tags.size()).order(stream.order());
    int valuesAt = out.size() + entries.capacity();
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    entries.putShort((short) tags.size());
    for (TiffStream.Tag tag : tags) {
      boolean nested = DIRECTORIES.contains(tag.id());
      entries.putShort((short) tag.id()).putShort((short) tag.type()).putInt((int) tag.count());
      int at = valuesAt + values.size();
      if (nested) {
        // A directory of its own, whose offsets count from the start of the whole block.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(new byte[at]);
        long offset = stream.number(tag, 0);
        append(stream, stream.directoryAt(offset), Set.of(), maxValueBytes, whole, depth + 1);
        byte[] bytes = whole.toByteArray();
        values.write(bytes, at, bytes.length - at);
        entries.putInt(at);
      } else if (tag.byteCount() <= 4) {
        byte[] value = stream.bytes(tag).orElseThrow();
        entries.put(value).put(new byte[4 - value.length]);
      } else {
        values.writeBytes(stream.bytes(tag).orElseThrow());
        entries.putInt(at);
      }
      if (values.size() % 2 != 0) {
        values.write(0);
      }
      if (values.size() > Limits.MAX_METADATA) {
        throw new IOException("its metadata is too large");
      }
    }
    entries.putInt(0);
    out.writeBytes(entries.array());
    out.writeBytes(values.toByteArray());
  }

  private static boolean isDirectory(TiffStream stream, TiffStream.Tag tag) {
    try {
      return !stream.directoryAt(stream.number(tag, 0)).tags().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] ints(ByteOrder order, int bytes, int value) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
    return bytes == 2 ? buffer.putShort((short) value).array() : buffer.putInt(value).array();
  }
}
