package beamish.codec;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directories of a TIFF stream, which is what both a TIFF file and an EXIF block are. Reads
 * nothing but what it is asked for, so a stream full of nonsense costs nothing.
 */
record TiffStream(MemorySegment data, ByteOrder order) {
  static final int ORIENTATION = 0x0112;
  static final int XMP = 700;
  static final int ICC = 34675;
  static final int EXIF_IFD = 34665;
  static final int GPS_IFD = 34853;
  static final int INTEROP_IFD = 40965;

  static final int SHORT = 3;
  static final int LONG = 4;

  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  /**
   * One entry of a directory.
   *
   * @param entryAt where its twelve bytes stand in the stream
   * @param valueAt where its value stands, within the entry itself if it has four bytes or fewer
   * @param byteCount length of the value; it lies within the stream
   */
  record Tag(int id, int type, long count, long entryAt, long valueAt, long byteCount) {}

  /**
   * One directory.
   *
   * @param nextAt where the offset of the next directory stands
   */
  record Directory(List<Tag> tags, long nextAt) {

    Optional<Tag> tag(int id) {
      return tags.stream().filter(t -> t.id == id).findFirst();
    }
  }

  /**
   * The stream in {@code data}.
   *
   * @throws IOException if it does not begin like one
   */
  static TiffStream of(MemorySegment data) throws IOException {
    if (data.byteSize() < 8) {
      throw new IOException("its TIFF header is missing");
    }
    byte first = data.get(ValueLayout.JAVA_BYTE, 0);
    ByteOrder order = first == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    TiffStream stream = new TiffStream(data, order);
    if ((first != 'I' && first != 'M')
        || data.get(ValueLayout.JAVA_BYTE, 1) != first
        || stream.u16(2) != 42) {
      throw new IOException("its TIFF header is wrong");
    }
    return stream;
  }

  int u16(long at) {
    return data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & 0xffff;
  }

  long u32(long at) {
    return data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at) & 0xffffffffL;
  }

  /** The first directory. */
  Directory first() throws IOException {
    return directoryAt(u32(4));
  }

  /**
   * The directory at {@code offset}, less the entries whose value does not lie in the stream.
   *
   * @throws IOException if the directory itself does not lie in it
   */
  Directory directoryAt(long offset) throws IOException {
    if (offset < 8 || offset + 2 > data.byteSize()) {
      throw new IOException("it ends before its directory");
    }
    int n = u16(offset);
    long end = offset + 2 + 12L * n;
    if (end > data.byteSize()) {
      throw new IOException("it ends within its directory");
    }
    List<Tag> tags = new ArrayList<>(n);
    for (long at = offset + 2; at < end; at += 12) {
      int type = u16(at + 2);
      long count = u32(at + 4);
      long bytes = type < TYPE_BYTES.length ? count * TYPE_BYTES[type] : 0;
      long valueAt = bytes <= 4 ? at + 8 : u32(at + 8);
      if (bytes > 0 && valueAt + bytes <= data.byteSize()) {
        tags.add(new Tag(u16(at), type, count, at, valueAt, bytes));
      }
    }
    return new Directory(tags, end);
  }

  /** The first number of a tag of type BYTE, SHORT or LONG; {@code otherwise} for other types. */
  long number(Tag tag, long otherwise) {
    return number(tag, 0, otherwise);
  }

  /** The {@code i}-th number of a tag of type BYTE, SHORT or LONG. */
  long number(Tag tag, long i, long otherwise) {
    return switch (tag.type()) {
      case 1 -> data.get(ValueLayout.JAVA_BYTE, tag.valueAt() + i) & 0xff;
      case SHORT -> u16(tag.valueAt() + 2 * i);
      case LONG, 13 -> u32(tag.valueAt() + 4 * i);
      default -> otherwise;
    };
  }

  /** The value's bytes; empty if they are more than {@link Limits#MAX_METADATA}. */
  Optional<byte[]> bytes(Tag tag) {
    if (tag.byteCount() > Limits.MAX_METADATA) {
      return Optional.empty();
    }
    return Optional.of(data.asSlice(tag.valueAt(), tag.byteCount()).toArray(ValueLayout.JAVA_BYTE));
  }
}
