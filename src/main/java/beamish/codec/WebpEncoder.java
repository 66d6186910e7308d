package beamish.codec;

import beamish.image.PixelImage;
import beamish.opencv.WebpCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pixels to a WebP file; metadata make it one of the extended kind (RFC 9649, 2.7). */
final class WebpEncoder {
  private static final int ICC_FLAG = 0x20;
  private static final int ALPHA_FLAG = 0x10;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;

  private static final Set<String> PIXELS = Set.of("ALPH", "VP8 ", "VP8L");

  /** Of an animation's frames; twice the size of .75, but gradients stay free of blocks. */
  private static final double LOOP_QUALITY = .9;

  private WebpEncoder() {}

  /** An animation that goes through the steps and back for ever. */
  static byte[] loop(List<PixelImage> steps) {
    List<WebpCodec.Frame> frames = new ArrayList<>();
    for (LoopOrder.Frame frame : LoopOrder.of(steps.size())) {
      frames.add(new WebpCodec.Frame(steps.get(frame.step()), 10 * frame.hundredths()));
    }
    return WebpCodec.encodeLoop(frames, LOOP_QUALITY);
  }

  static void encode(PixelImage pixels, PhotoMetadata metadata, double quality, FileChannel out)
      throws IOException {
    // WebP pixels are RGB, and so must their profile be: grey with a profile goes through it.
    boolean grey = !pixels.isColour();
    PixelImage colour =
        grey ? SrgbView.toSrgb(pixels, metadata) : SampleDepth.toColour(SampleDepth.to8(pixels));
    byte[] icc = grey ? null : IccProfile.matching(metadata.icc(), colour);
    byte[] exif = metadata.exif();
    if (exif != null) {
      exif = ExifBlock.withoutThumbnail(exif);
    }
    byte[] plain = WebpCodec.encode(colour, quality);
    List<ByteBuffer> chunks = new ArrayList<>();
    int flags =
        (icc == null ? 0 : ICC_FLAG)
            | (colour.hasAlpha() ? ALPHA_FLAG : 0)
            | (exif == null ? 0 : EXIF_FLAG)
            | (metadata.xmp() == null ? 0 : XMP_FLAG);
    byte[] extension = new byte[10];
    ByteBuffer extended = ByteBuffer.wrap(extension).order(ByteOrder.LITTLE_ENDIAN);
    extended.putInt(flags);
    put24(extended, colour.width() - 1);
    put24(extended, colour.height() - 1);
    add(chunks, "VP8X", extension, 0, 10);
    addWhole(chunks, "ICCP", icc);
    for (WebpFile.Chunk chunk : new WebpFile(plain).chunks()) {
      if (PIXELS.contains(chunk.type())) {
        add(chunks, chunk.type(), plain, chunk.from(), chunk.to());
      }
    }
    addWhole(chunks, "EXIF", exif);
    addWhole(chunks, "XMP ", metadata.xmp());
    long length = 4;
    for (ByteBuffer chunk : chunks) {
      length += chunk.remaining();
    }
    ByteBuffer riff = little(12);
    riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) length);
    riff.put("WEBP".getBytes(StandardCharsets.US_ASCII)).flip();
    chunks.add(0, riff);
    for (ByteBuffer chunk : chunks) {
      while (chunk.hasRemaining()) {
        out.write(chunk);
      }
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put24(ByteBuffer b, int v) {
    b.put((byte) v).put((byte) (v >> 8)).put((byte) (v >> 16));
  }

  private static void addWhole(List<ByteBuffer> chunks, String type, byte @Nullable [] data) {
    if (data != null) {
      add(chunks, type, data, 0, data.length);
    }
  }

  private static void add(List<ByteBuffer> chunks, String type, byte[] data, int from, int to) {
    ByteBuffer head = little(8);
    head.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(to - from).flip();
    chunks.add(head);
    chunks.add(ByteBuffer.wrap(data, from, to - from));
    if ((to - from) % 2 != 0) {
      chunks.add(ByteBuffer.wrap(new byte[1]));
    }
  }
}
