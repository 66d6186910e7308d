package beamish.codec;

import beamish.image.PixelImage;
import beamish.opencv.JpegCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pixels to a JPEG file, its metadata in application segments. */
final class JpegEncoder {
  /** From here on, colour is kept at full resolution. */
  private static final double FULL_COLOUR = 0.9;

  private static final int MAX_SEGMENT = 65_533;

  private JpegEncoder() {}

  static void encode(PixelImage pixels, PhotoMetadata metadata, double quality, FileChannel out)
      throws IOException {
    PixelImage opaque = SampleDepth.onWhite(SampleDepth.to8(pixels));
    byte[] plain = JpegCodec.encode(opaque, quality, quality >= FULL_COLOUR);
    // The encoder begins with the start marker and a JFIF segment; ours come after it.
    int head = 2;
    if (plain[2] == (byte) 0xff && plain[3] == (byte) 0xe0) {
      head = 4 + ((plain[4] & 0xff) << 8) + (plain[5] & 0xff);
    }
    ByteBuffer[] parts = {
      ByteBuffer.wrap(plain, 0, head),
      ByteBuffer.wrap(segments(metadata, opaque)),
      ByteBuffer.wrap(plain, head, plain.length - head)
    };
    for (ByteBuffer part : parts) {
      while (part.hasRemaining()) {
        out.write(part);
      }
    }
  }

  private static byte[] segments(PhotoMetadata metadata, PixelImage pixels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] exif = metadata.exif();
    if (exif != null) {
      exif =
          ExifBlock.fitting(ExifBlock.withoutThumbnail(exif), MAX_SEGMENT - JpegFile.EXIF.length());
    }
    if (exif != null) {
      segment(out, 0xe1, JpegFile.EXIF, new byte[0], exif, 0, exif.length);
    }
    byte[] xmp = metadata.xmp();
    if (xmp != null) {
      writeXmp(out, xmp);
    }
    byte[] icc = IccProfile.matching(metadata.icc(), pixels);
    if (icc != null) {
      int most = MAX_SEGMENT - JpegFile.ICC.length() - 2;
      int count = (icc.length + most - 1) / most;
      for (int i = 0; i < count && count <= 255; i++) {
        byte[] number = {(byte) (i + 1), (byte) count};
        int from = i * most;
        segment(out, 0xe2, JpegFile.ICC, number, icc, from, Math.min(icc.length, from + most));
      }
    }
    return out.toByteArray();
  }

  /** One segment, or if the packet is too long a small one and its extension. */
  private static void writeXmp(ByteArrayOutputStream out, byte[] xmp) {
    if (xmp.length <= MAX_SEGMENT - JpegFile.XMP.length()) {
      segment(out, 0xe1, JpegFile.XMP, new byte[0], xmp, 0, xmp.length);
      return;
    }
    String name = XmpPacket.nameOf(xmp);
    byte[] main = XmpPacket.referringTo(name);
    segment(out, 0xe1, JpegFile.XMP, new byte[0], main, 0, main.length);
    int most = MAX_SEGMENT - JpegFile.XMP_EXTENSION.length() - 40;
    for (int from = 0; from < xmp.length; from += most) {
      ByteBuffer place = ByteBuffer.allocate(40);
      place.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(xmp.length).putInt(from);
      int to = Math.min(xmp.length, from + most);
      segment(out, 0xe1, JpegFile.XMP_EXTENSION, place.array(), xmp, from, to);
    }
  }

  private static void segment(
      ByteArrayOutputStream out,
      int marker,
      String name,
      byte[] head,
      byte[] data,
      int from,
      int to) {
    int length = 2 + name.length() + head.length + to - from;
    out.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(head);
    out.writeBytes(Arrays.copyOfRange(data, from, to));
  }
}
