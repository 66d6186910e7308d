package beamish.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A WebP file's RIFF chunks (RFC 9649). */
final class WebpFile {

  /** A chunk: its data are the bytes {@code from} to {@code to} of the file. */
  record Chunk(String type, int from, int to) {}

  private final byte[] file;
  private final List<Chunk> chunks = new ArrayList<>();
  private int width;
  private int height;
  private boolean alpha;

  /**
   * Reads the chunks of a whole WebP file.
   *
   * @throws IOException if it is damaged
   */
  WebpFile(byte[] file) throws IOException {
    this.file = file;
    ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 20) {
      throw new IOException("it ends within its header");
    }
    long end = 8 + (b.getInt(4) & 0xffffffffL);
    if (end > file.length) {
      throw new IOException("it ends within its pixels");
    }
    int at = 12;
    while (at + 8 <= end) {
      long length = b.getInt(at + 4) & 0xffffffffL;
      if (at + 8 + length > end) {
        throw new IOException("it ends within a chunk");
      }
      int to = at + 8 + (int) length;
      chunks.add(new Chunk(new String(file, at, 4, StandardCharsets.ISO_8859_1), at + 8, to));
      at = to + (int) (length & 1);
    }
    readSize(b);
  }

  private void readSize(ByteBuffer b) throws IOException {
    Chunk first = chunks.get(0);
    int at = first.from;
    if (first.to - at < 10 && !(first.type.equals("VP8L") && first.to - at >= 5)) {
      throw new IOException("its header is broken");
    }
    switch (first.type) {
      case "VP8X" -> {
        alpha = (file[at] & 0x10) != 0;
        width = 1 + (b.getInt(at + 4) & 0xffffff);
        height = 1 + (b.getInt(at + 6) >>> 8);
      }
      case "VP8L" -> {
        alpha = (file[at + 4] & 0x10) != 0;
        width = 1 + (b.getInt(at + 1) & 0x3fff);
        height = 1 + (b.getInt(at + 1) >>> 14 & 0x3fff);
      }
      case "VP8 " -> {
        width = b.getShort(at + 6) & 0x3fff;
        height = b.getShort(at + 8) & 0x3fff;
      }
      default -> throw new IOException("its header is broken");
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean hasAlpha() {
    return alpha;
  }

  List<Chunk> chunks() {
    return chunks;
  }

  /** The EXIF, XMP and ICCP chunks. */
  PhotoMetadata metadata() {
    byte[] exif = data("EXIF");
    if (exif != null && new String(exif, StandardCharsets.ISO_8859_1).startsWith(JpegFile.EXIF)) {
      exif = Arrays.copyOfRange(exif, JpegFile.EXIF.length(), exif.length);
    }
    return new PhotoMetadata(exif, data("XMP "), data("ICCP"));
  }

  private byte @Nullable [] data(String type) {
    for (Chunk chunk : chunks) {
      if (chunk.type.equals(type) && chunk.to - chunk.from <= Limits.MAX_METADATA) {
        return Arrays.copyOfRange(file, chunk.from, chunk.to);
      }
    }
    return null;
  }
}
