package beamish.codec;

import beamish.image.PixelImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Pictures and metadata drawn by code. */
final class TestPictures {
  static final String MAKER_NOTE = "a camera's private note, longer than four bytes";
  static final String XMP =
      "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
          + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
          + " rdf:about=\"\" xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" tiff:Orientation=\"1\""
          + " dc:source=\"gr\u00fcn\"/></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

  private TestPictures() {}

  /** Smooth shapes with a little noise in each channel; alpha is nowhere 0. */
  static PixelImage picture(int width, int height, int channels, int depth) {
    SplittableRandom random = new SplittableRandom(width * 31L + channels);
    int max = depth == 8 ? 255 : 65535;
    int size = width * height * channels;
    PixelImage image =
        depth == 8
            ? PixelImage.of8(width, height, channels, new byte[size])
            : PixelImage.of16(width, height, channels, new short[size]);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double v = .5 + .3 * Math.sin(x * .11 + c) * Math.cos(y * .07 - c);
          v += .1 * x / width + random.nextDouble() * .02;
          image.setSample(x, y, c, (int) (v * max));
        }
      }
    }
    return image;
  }

  /** Without noise, so that JPEG's loss stays small. */
  static PixelImage smooth(int width, int height, int channels) {
    PixelImage image = PixelImage.of8(width, height, channels, new byte[width * height * channels]);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double v = 128 + 90 * Math.sin((x + 7 * c) * .05) * Math.cos((y - 5 * c) * .04);
          image.setSample(x, y, c, (int) v);
        }
      }
    }
    return image;
  }

  /**
   * An EXIF block: make, orientation, a rational resolution, date, maker note, GPS latitude and a
   * thumbnail directory.
   */
  static byte[] exif(ByteOrder order, int orientation) {
    ByteBuffer b = ByteBuffer.allocate(512).order(order);
    byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
    b.put(mark).put(mark).putShort((short) 42).putInt(8);
    b.position(8).putShort((short) 5);
    entry(b, 271, 2, 8, 100);
    entry(b, 274, 3, 1, order == ByteOrder.LITTLE_ENDIAN ? orientation : orientation << 16);
    entry(b, 282, 5, 1, 110);
    entry(b, 34665, 4, 1, 120);
    entry(b, 34853, 4, 1, 260);
    b.putInt(330);
    b.position(100).put(ascii("Beamish\0"));
    b.position(110).putInt(300).putInt(1);
    b.position(120).putShort((short) 2);
    entry(b, 36867, 2, 20, 160);
    entry(b, 37500, 7, MAKER_NOTE.length(), 190);
    b.putInt(0);
    b.position(160).put(ascii("2024:05:06 07:08:09\0"));
    b.position(190).put(ascii(MAKER_NOTE));
    b.position(260).putShort((short) 2);
    entry(b, 1, 2, 2, order == ByteOrder.LITTLE_ENDIAN ? 'N' : 'N' << 24);
    entry(b, 2, 5, 3, 300);
    b.putInt(0);
    b.position(300).putInt(53).putInt(1).putInt(33).putInt(1).putInt(0).putInt(1);
    b.position(330).putShort((short) 2);
    entry(b, 513, 4, 1, 370);
    entry(b, 514, 4, 1, 4);
    b.putInt(0);
    b.position(370).putInt(0xffd8ffd9);
    return Arrays.copyOf(b.array(), 374);
  }

  private static void entry(ByteBuffer b, int id, int type, int count, int value) {
    b.putShort((short) id).putShort((short) type).putInt(count).putInt(value);
  }

  /** Bytes with the header of an ICC profile for such data, and nothing sensible after it. */
  static byte[] profile(String space, int length) {
    byte[] icc = new byte[length];
    new SplittableRandom(length).nextBytes(icc);
    ByteBuffer b = ByteBuffer.wrap(icc);
    b.putInt(0, length);
    b.put(16, ascii(space));
    b.put(36, ascii("acsp"));
    return icc;
  }

  /** The JPEG file with a segment put in right after its start marker. */
  static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = 2 + name.length() + data.length;
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(ascii(name));
    out.writeBytes(data);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** The largest difference of two samples, in the samples' own unit. */
  static int largestDifference(PixelImage a, PixelImage b) {
    if (a.width() != b.width() || a.height() != b.height() || a.channels() != b.channels()) {
      throw new AssertionError("different sizes: " + describe(a) + " and " + describe(b));
    }
    int most = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        for (int c = 0; c < a.channels(); c++) {
          most = Math.max(most, Math.abs(a.sample(x, y, c) - b.sample(x, y, c)));
        }
      }
    }
    return most;
  }

  static String describe(PixelImage i) {
    return i.width() + "x" + i.height() + "x" + i.channels() + "@" + i.bitDepth();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
