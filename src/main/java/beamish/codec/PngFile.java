package beamish.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A PNG file's chunks (PNG specification, third edition), each checked against its checksum. */
final class PngFile {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  static final String XMP_KEYWORD = "XML:com.adobe.xmp";

  /** A chunk: its data are the bytes {@code from} to {@code to} of the file. */
  private record Chunk(String type, int from, int to) {}

  private final byte[] file;
  private final List<Chunk> chunks = new ArrayList<>();
  private final int width;
  private final int height;
  private final int depth;
  private final int colourType;

  /**
   * Reads the chunks of a whole PNG file.
   *
   * @throws IOException if it is damaged
   */
  PngFile(byte[] file) throws IOException {
    this.file = file;
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int at = SIGNATURE.length;
    while (true) {
      if (at + 12 > file.length) {
        throw new IOException("it ends before its last chunk");
      }
      long length = buffer.getInt(at) & 0xffffffffL;
      if (at + 12 + length > file.length) {
        throw new IOException("it ends within a chunk");
      }
      int end = at + 8 + (int) length;
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, 4 + (int) length);
      if ((int) crc.getValue() != buffer.getInt(end)) {
        throw new IOException("its " + type + " chunk fails its checksum");
      }
      chunks.add(new Chunk(type, at + 8, end));
      if (type.equals("IEND")) {
        break;
      }
      at = end + 4;
    }
    Chunk header = chunks.get(0);
    if (!header.type.equals("IHDR") || header.to - header.from != 13) {
      throw new IOException("its header is missing");
    }
    width = buffer.getInt(header.from);
    height = buffer.getInt(header.from + 4);
    depth = file[header.from + 8];
    colourType = file[header.from + 9];
    if (!isKnown(depth, colourType) || file[header.from + 12] > 1 || file[header.from + 12] < 0) {
      throw new IOException(
          "its header gives colour type " + colourType + " with " + depth + " bits a sample");
    }
  }

  private static boolean isKnown(int depth, int colourType) {
    boolean bytes = depth == 8 || depth == 16;
    return switch (colourType) {
      case 0 -> bytes || depth == 1 || depth == 2 || depth == 4;
      case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> bytes;
      default -> false;
    };
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** 1, 2, 4, 8 or 16 bits a sample. */
  int depth() {
    return depth;
  }

  /** 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGB + alpha. */
  int colourType() {
    return colourType;
  }

  /** Refuses pixel data that cannot hold the picture, before memory is taken for the picture. */
  void checkPixelData() throws IOException {
    long compressed = 0;
    for (Chunk chunk : chunks) {
      compressed += chunk.type.equals("IDAT") ? chunk.to - chunk.from : 0;
    }
    int samples = colourType == 2 ? 3 : colourType == 6 ? 4 : colourType == 4 ? 2 : 1;
    long raw = (long) width * height * samples * depth / 8;
    // Deflate never packs more than 1032 bytes into one.
    if (compressed == 0 || compressed * 1040 + 1040 < raw) {
      throw new IOException("it has too little pixel data");
    }
  }

  /** The data of the first chunk of a type; null if there is none. */
  byte @Nullable [] data(String type) {
    for (Chunk chunk : chunks) {
      if (chunk.type.equals(type)) {
        return Arrays.copyOfRange(file, chunk.from, chunk.to);
      }
    }
    return null;
  }

  /** The same picture with nothing but header, palette and pixels: no gamma, no text. */
  PiecedStream bare() {
    PiecedStream out = new PiecedStream().add(SIGNATURE);
    for (Chunk chunk : chunks) {
      boolean palette = chunk.type.equals("PLTE") && colourType == 3;
      if (palette || List.of("IHDR", "IDAT", "IEND").contains(chunk.type)) {
        out.add(file, chunk.from - 8, chunk.to + 4);
      }
    }
    return out;
  }

  /** EXIF (eXIf), XMP (iTXt) and ICC (iCCP), inflated where they are compressed. */
  PhotoMetadata metadata() {
    byte[] exif = null;
    byte[] xmp = null;
    byte[] icc = null;
    for (Chunk c : chunks) {
      if (c.type.equals("eXIf") && exif == null && c.to - c.from <= Limits.MAX_METADATA) {
        exif = Arrays.copyOfRange(file, c.from, c.to);
      } else if (c.type.equals("iTXt") && xmp == null) {
        xmp = xmp(c);
      } else if (c.type.equals("iCCP") && icc == null) {
        int name = end(c.from, c.to);
        icc = name + 2 <= c.to ? Limits.inflateMetadata(file, name + 2, c.to) : null;
      }
    }
    return new PhotoMetadata(exif, xmp, icc);
  }

  private byte @Nullable [] xmp(Chunk c) {
    int keyword = end(c.from, c.to);
    String name = new String(file, c.from, keyword - c.from, StandardCharsets.ISO_8859_1);
    if (!name.equals(XMP_KEYWORD) || keyword + 3 > c.to) {
      return null;
    }
    boolean compressed = file[keyword + 1] == 1;
    int language = end(keyword + 3, c.to);
    int translated = end(Math.min(language + 1, c.to), c.to);
    int text = Math.min(translated + 1, c.to);
    if (compressed) {
      return Limits.inflateMetadata(file, text, c.to);
    }
    return c.to - text > Limits.MAX_METADATA ? null : Arrays.copyOfRange(file, text, c.to);
  }

  /** Where the next zero byte stands, or {@code to}. */
  private int end(int from, int to) {
    int at = from;
    while (at < to && file[at] != 0) {
      at++;
    }
    return at;
  }
}
