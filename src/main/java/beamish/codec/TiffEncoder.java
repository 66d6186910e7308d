package beamish.codec;

import beamish.image.PixelImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Pixels to a TIFF file (TIFF 6.0, deflate with horizontal differencing), sample for sample.
 *
 * <p>An EXIF block is a TIFF stream itself, so the file begins with it, whole: every offset in it,
 * a camera's private ones too, stays right. Its first directory is superseded by one at the file's
 * end, which repeats its entries and adds those of the pixels.
 */
final class TiffEncoder {
  private static final int DEFLATE_LEVEL = 4;
  private static final int STRIP_BYTES = 1 << 20;

  private final FileChannel out;
  private final ByteOrder order;
  private final TreeMap<Integer, byte[]> entries = new TreeMap<>();

  private TiffEncoder(FileChannel out, ByteOrder order) {
    this.out = out;
    this.order = order;
  }

  static void encode(PixelImage pixels, PhotoMetadata metadata, FileChannel out)
      throws IOException {
    byte[] exif = metadata.exif();
    TiffStream stream = exif == null ? null : soundStream(exif);
    ByteOrder order = stream == null ? ByteOrder.LITTLE_ENDIAN : stream.order();
    TiffEncoder encoder = new TiffEncoder(out, order);
    if (exif != null && stream != null) {
      encoder.write(ByteBuffer.wrap(exif));
      encoder.copyEntries(exif, stream);
    } else {
      ByteBuffer header = ByteBuffer.allocate(8).order(order);
      header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(0).flip();
      encoder.write(header);
    }
    encoder.writePixels(pixels);
    encoder.putBlock(TiffStream.XMP, 1, metadata.xmp());
    encoder.putBlock(TiffStream.ICC, 7, IccProfile.matching(metadata.icc(), pixels));
    encoder.finish();
  }

  private static @Nullable TiffStream soundStream(byte[] exif) {
    try {
      TiffStream stream = TiffStream.of(MemorySegment.ofArray(exif));
      return stream.first().tags().isEmpty() ? null : stream;
    } catch (IOException e) {
      return null;
    }
  }

  private void copyEntries(byte[] exif, TiffStream stream) throws IOException {
    for (TiffStream.Tag tag : stream.first().tags()) {
      if (!ExifBlock.STRUCTURE.contains(tag.id())) {
        int at = (int) tag.entryAt();
        entries.put(tag.id(), java.util.Arrays.copyOfRange(exif, at, at + 12));
      }
    }
  }

  private void writePixels(PixelImage pixels) throws IOException {
    int n = pixels.channels();
    int rowSamples = pixels.width() * n;
    int rowBytes = rowSamples * pixels.bitDepth() / 8;
    int rows = Math.max(1, Math.min(pixels.height(), STRIP_BYTES / rowBytes));
    int strips = (pixels.height() + rows - 1) / rows;
    int[] offsets = new int[strips];
    int[] lengths = new int[strips];
    Deflater deflater = new Deflater(DEFLATE_LEVEL);
    try {
      byte[] raw = new byte[rows * rowBytes];
      byte[] packed = new byte[raw.length + raw.length / 8 + 1024];
      for (int s = 0; s < strips; s++) {
        int first = s * rows;
        int count = Math.min(rows, pixels.height() - first);
        difference(pixels, first, count, raw);
        deflater.reset();
        deflater.setInput(raw, 0, count * rowBytes);
        deflater.finish();
        int length = deflater.deflate(packed);
        if (!deflater.finished()) {
          throw new IllegalStateException("a strip grew beyond its buffer");
        }
        offsets[s] = evenPosition();
        lengths[s] = length;
        write(ByteBuffer.wrap(packed, 0, length));
      }
    } finally {
      deflater.end();
    }
    putInts(256, pixels.width());
    putInts(257, pixels.height());
    putShorts(258, repeated(pixels.bitDepth(), n));
    putShorts(259, 8);
    putShorts(262, pixels.isColour() ? 2 : 1);
    putInts(273, offsets);
    if (entries.containsKey(TiffStream.ORIENTATION)) {
      putShorts(TiffStream.ORIENTATION, 1);
    }
    putShorts(277, n);
    putInts(278, rows);
    putInts(279, lengths);
    putShorts(284, 1);
    putShorts(317, 2);
    if (pixels.hasAlpha()) {
      putShorts(338, 2);
    }
    putShorts(339, repeated(1, n));
  }

  /** Rows as differences to the pixel on the left, in the file's byte order (TIFF 6.0, 14). */
  private void difference(PixelImage pixels, int first, int count, byte[] raw) {
    int n = pixels.channels();
    int rowSamples = pixels.width() * n;
    if (pixels.bitDepth() == 8) {
      byte[] from = pixels.samples8();
      for (int y = 0; y < count; y++) {
        int s = (first + y) * rowSamples;
        int d = y * rowSamples;
        System.arraycopy(from, s, raw, d, n);
        for (int i = n; i < rowSamples; i++) {
          raw[d + i] = (byte) (from[s + i] - from[s + i - n]);
        }
      }
      return;
    }
    short[] from = pixels.samples16();
    int high = order == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int y = 0; y < count; y++) {
      int s = (first + y) * rowSamples;
      int d = y * rowSamples * 2;
      for (int i = 0; i < rowSamples; i++) {
        int v = i < n ? from[s + i] : from[s + i] - from[s + i - n];
        raw[d + 2 * i + high] = (byte) (v >> 8);
        raw[d + 2 * i + 1 - high] = (byte) v;
      }
    }
  }

  private static int[] repeated(int value, int n) {
    int[] all = new int[n];
    java.util.Arrays.fill(all, value);
    return all;
  }

  private void putShorts(int id, int... values) throws IOException {
    ByteBuffer b = ByteBuffer.allocate(values.length * 2).order(order);
    for (int v : values) {
      b.putShort((short) v);
    }
    put(id, TiffStream.SHORT, values.length, b.array());
  }

  private void putInts(int id, int... values) throws IOException {
    ByteBuffer b = ByteBuffer.allocate(values.length * 4).order(order);
    for (int v : values) {
      b.putInt(v);
    }
    put(id, TiffStream.LONG, values.length, b.array());
  }

  private void putBlock(int id, int type, byte @Nullable [] data) throws IOException {
    if (data != null) {
      put(id, type, data.length, data);
    }
  }

  /** Notes an entry, its value in place or, if longer than four bytes, written here. */
  private void put(int id, int type, int count, byte[] value) throws IOException {
    ByteBuffer entry = ByteBuffer.allocate(12).order(order);
    entry.putShort((short) id).putShort((short) type).putInt(count);
    if (value.length <= 4) {
      entry.put(value);
    } else {
      entry.putInt(evenPosition());
      write(ByteBuffer.wrap(value));
    }
    entries.put(id, entry.array());
  }

  private void finish() throws IOException {
    int at = evenPosition();
    ByteBuffer directory = ByteBuffer.allocate(6 + 12 * entries.size()).order(order);
    directory.putShort((short) entries.size());
    for (Map.Entry<Integer, byte[]> entry : entries.entrySet()) {
      directory.put(entry.getValue());
    }
    directory.putInt(0).flip();
    write(directory);
    ByteBuffer start = ByteBuffer.allocate(4).order(order);
    start.putInt(at).flip();
    out.write(start, 4);
  }

  private int evenPosition() throws IOException {
    if (out.position() % 2 != 0) {
      write(ByteBuffer.allocate(1));
    }
    if (out.position() > 0xffff_0000L) {
      throw new IOException("a TIFF file cannot be larger than 4 GB; choose PNG");
    }
    return (int) out.position();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
