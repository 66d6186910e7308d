package beamish.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG file's header: what stands before its first scan (ITU-T T.81 annex B), and the metadata in
 * its application segments.
 */
final class JpegFile {
  static final String EXIF = "Exif\0\0";
  static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  static final String XMP_EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
  static final String ICC = "ICC_PROFILE\0";

  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /** A segment: {@code from} is its marker's first byte, {@code to} the byte after its last. */
  record Segment(int marker, int from, int to) {

    boolean startsWith(byte[] file, String prefix) {
      byte[] p = prefix.getBytes(StandardCharsets.ISO_8859_1);
      int at = from + 4;
      return to - at >= p.length && Arrays.equals(file, at, at + p.length, p, 0, p.length);
    }
  }

  private final byte[] file;
  private final List<Segment> segments = new ArrayList<>();
  private int scansAt;
  private int sofMarker = -1;
  private int precision;
  private int width;
  private int height;
  private int components;
  private boolean namedRgb;

  /**
   * Reads the header of a whole JPEG file.
   *
   * @throws IOException if it is damaged, or has no end
   */
  JpegFile(byte[] file) throws IOException {
    this.file = file;
    int at = 2;
    while (true) {
      if (at + 4 > file.length) {
        throw new IOException("it ends before its pixels");
      }
      if (file[at] != (byte) 0xff) {
        // a stray byte between segments, which libjpeg skips too
        at++;
        continue;
      }
      int marker = file[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xd9 || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) {
        throw new IOException("its header is broken at byte " + at);
      }
      int end = at + 2 + ((file[at + 2] & 0xff) << 8) + (file[at + 3] & 0xff);
      if (end < at + 4 || end > file.length) {
        throw new IOException("it ends within its header");
      }
      if (marker == 0xda) {
        break;
      }
      Segment segment = new Segment(marker, at, end);
      segments.add(segment);
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
        readFrame(segment);
      }
      at = end;
    }
    scansAt = at;
    if (sofMarker < 0) {
      throw new IOException("it has no frame header");
    }
  }

  private void readFrame(Segment segment) throws IOException {
    int at = segment.from + 4;
    if (sofMarker >= 0 || segment.to < at + 6) {
      throw new IOException("its frame header is broken");
    }
    sofMarker = segment.marker;
    precision = file[at] & 0xff;
    height = (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff);
    width = (file[at + 3] & 0xff) << 8 | (file[at + 4] & 0xff);
    components = file[at + 5] & 0xff;
    if (segment.to < at + 6 + 3 * components) {
      throw new IOException("its frame header is broken");
    }
    namedRgb =
        components == 3 && file[at + 6] == 'R' && file[at + 9] == 'G' && file[at + 12] == 'B';
  }

  /** What stands before the first scan, in order. */
  List<Segment> segments() {
    return segments;
  }

  /** The first byte of the first scan's marker. */
  int scansAt() {
    return scansAt;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** 1 grey, 3 colour, 4 CMYK or YCCK. */
  int components() {
    return components;
  }

  /** Bits a sample. */
  int precision() {
    return precision;
  }

  /** The frame's marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive, 0xC3 lossless … */
  int sofMarker() {
    return sofMarker;
  }

  /** Whether an end-of-image marker follows the first scan. */
  boolean hasEnd() {
    for (int i = file.length - 2; i >= scansAt; i--) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether no reader can be in doubt about its colours: grey, or YCbCr by what an Adobe segment
   * says, or where nothing says otherwise.
   */
  boolean hasPlainColours() {
    return components == 1
        || (components == 3
            && !namedRgb
            && segments.stream().filter(this::isAdobe).allMatch(s -> transform(s) == 1));
  }

  private boolean isAdobe(Segment s) {
    return s.marker == 0xee && s.startsWith(file, "Adobe");
  }

  /** 1 for YCbCr, 0 for none; −1 where the Adobe segment is too short to tell. */
  private int transform(Segment adobe) {
    return adobe.to < adobe.from + 16 ? -1 : file[adobe.from + 15];
  }

  /**
   * The same picture without metadata, so that no reader turns, converts or chokes on anything: a
   * JFIF segment says YCbCr unless the file says otherwise, because readers guess differently where
   * nothing does.
   *
   * @param withProfile whether the ICC segments stay in
   */
  PiecedStream bare(boolean withProfile) {
    PiecedStream out = new PiecedStream().add(new byte[] {(byte) 0xff, (byte) 0xd8});
    boolean adobe = segments.stream().anyMatch(this::isAdobe);
    if (components != 4 && !adobe && !namedRgb) {
      out.add(JFIF);
    }
    for (Segment s : segments) {
      boolean application = (s.marker >= 0xe0 && s.marker <= 0xef) || s.marker == 0xfe;
      if (!application
          || isAdobe(s)
          || (withProfile && s.marker == 0xe2 && s.startsWith(file, ICC))) {
        out.add(file, s.from, s.to);
      }
    }
    return out.add(file, scansAt, file.length);
  }

  /** The EXIF, XMP and ICC blocks, put together where they span segments. */
  PhotoMetadata metadata() {
    byte[] exif = null;
    byte[] xmp = null;
    for (Segment s : segments) {
      if (s.marker == 0xe1 && exif == null && s.startsWith(file, EXIF)) {
        exif = payload(s, EXIF.length());
      } else if (s.marker == 0xe1 && xmp == null && s.startsWith(file, XMP)) {
        xmp = payload(s, XMP.length());
      }
    }
    String extension = xmp == null ? null : XmpPacket.extensionName(xmp);
    if (xmp != null && extension != null) {
      byte[] rest = extension(extension);
      xmp = rest == null ? xmp : XmpPacket.merged(xmp, rest);
    }
    return new PhotoMetadata(exif, xmp, icc());
  }

  private byte[] payload(Segment s, int skip) {
    return Arrays.copyOfRange(file, s.from + 4 + skip, s.to);
  }

  private byte @Nullable [] extension(String name) {
    byte[] whole = null;
    long filled = 0;
    int skip = XMP_EXTENSION.length();
    for (Segment s : segments) {
      int at = s.from + 4 + skip;
      if (s.marker != 0xe1
          || s.to < at + 40
          || !s.startsWith(file, XMP_EXTENSION)
          || !name.equalsIgnoreCase(new String(file, at, 32, StandardCharsets.ISO_8859_1))) {
        continue;
      }
      long length = u32(at + 32);
      long offset = u32(at + 36);
      int bytes = s.to - at - 40;
      if (length > Limits.MAX_METADATA || offset + bytes > length) {
        return null;
      }
      if (whole == null) {
        whole = new byte[(int) length];
      }
      if (offset + bytes > whole.length) {
        return null;
      }
      System.arraycopy(file, at + 40, whole, (int) offset, bytes);
      filled += bytes;
    }
    return whole != null && filled == whole.length ? whole : null;
  }

  private long u32(int at) {
    return (file[at] & 0xffL) << 24
        | (file[at + 1] & 0xffL) << 16
        | (file[at + 2] & 0xffL) << 8
        | (file[at + 3] & 0xffL);
  }

  private byte @Nullable [] icc() {
    Segment[] parts = new Segment[256];
    int count = 0;
    for (Segment s : segments) {
      int at = s.from + 4 + ICC.length();
      if (s.marker == 0xe2 && s.to >= at + 2 && s.startsWith(file, ICC)) {
        parts[file[at] & 0xff] = s;
        count = file[at + 1] & 0xff;
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 1; i <= count; i++) {
      Segment s = parts[i];
      if (s == null) {
        return null;
      }
      out.writeBytes(payload(s, ICC.length() + 2));
    }
    return out.size() == 0 || out.size() > Limits.MAX_METADATA ? null : out.toByteArray();
  }
}
