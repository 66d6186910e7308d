package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.PixelImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmykJpegTest {
  private static final int SIZE = 32;

  private Path folder;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  /** A plain JPEG of four components, each of one value, with Adobe's segment. */
  private static byte[] jpeg(int adobeTransform, int... components) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIZE, SIZE, 4, null);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        raster.setPixel(x, y, components);
      }
    }
    ImageWriter writer = ImagePlugins.jdkWriter("jpeg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    }
    byte[] adobe = {0, 100, 0, 0, 0, 0, (byte) adobeTransform};
    return TestPictures.withSegment(out.toByteArray(), 0xee, "Adobe", adobe);
  }

  private Photo read(byte[] jpeg) throws IOException {
    return new PhotoReader().read(Files.write(folder.resolve("cmyk.jpg"), jpeg));
  }

  private static void assertNear(PixelImage pixels, int r, int g, int b, int tolerance) {
    assertEquals("32x32x3@8", TestPictures.describe(pixels));
    assertThat(pixels.sample(9, 9, 0)).isBetween(r - tolerance, r + tolerance);
    assertThat(pixels.sample(9, 9, 1)).isBetween(g - tolerance, g + tolerance);
    assertThat(pixels.sample(9, 9, 2)).isBetween(b - tolerance, b + tolerance);
  }

  @Test
  void cmykBecomesRgb() throws IOException {
    // Adobe stores ink inverted: 255 is no ink.
    assertNear(read(jpeg(0, 255, 255, 255, 255)).pixels(), 255, 255, 255, 4);
    assertNear(read(jpeg(0, 255, 255, 255, 0)).pixels(), 0, 0, 0, 45);
    PixelImage red = read(jpeg(0, 255, 0, 0, 255)).pixels();
    assertThat(red.sample(5, 5, 0)).isGreaterThan(200);
    assertThat(red.sample(5, 5, 1)).isLessThan(70);
  }

  @Test
  void ycckBecomesRgb() throws IOException {
    // YCbCr of the ink, cyan for want of any and magenta and yellow in full: 179, 171, 0.
    PixelImage red = read(jpeg(2, 179, 171, 0, 255)).pixels();
    assertThat(red.sample(5, 5, 0)).isGreaterThan(200);
    assertThat(red.sample(5, 5, 1)).isLessThan(70);
  }

  @Test
  void theProfileInTheFileIsUsed() throws IOException {
    // This profile knows but one colour: whatever the ink, L*a*b* (60, 40, -30).
    byte[] icc = oneColourProfile(60, 40, -30);
    ByteBuffer segment = ByteBuffer.allocate(icc.length + 2).put((byte) 1).put((byte) 1).put(icc);
    byte[] file =
        TestPictures.withSegment(jpeg(0, 90, 10, 200, 77), 0xe2, JpegFile.ICC, segment.array());
    Photo photo = read(file);
    assertNear(photo.pixels(), 193, 117, 199, 4);
    assertThat(photo.metadata().icc()).isEqualTo(icc);
    // On the way out and on the screen, the pixels are sRGB and the profile is not theirs.
    assertThat(SrgbView.of(photo)).isSameAs(photo.pixels());
    Path out = folder.resolve("out.png");
    new PhotoWriter().write(photo, photo.pixels(), out, ExportSettings.of(PhotoFormat.PNG));
    assertThat(new PhotoReader().read(out).metadata().icc()).isNull();
  }

  @Test
  void aProfileWithoutSenseIsPassedOver() throws IOException {
    byte[] icc = TestPictures.profile("CMYK", 700);
    ByteBuffer segment = ByteBuffer.allocate(icc.length + 2).put((byte) 1).put((byte) 1).put(icc);
    byte[] file =
        TestPictures.withSegment(jpeg(0, 255, 255, 255, 255), 0xe2, JpegFile.ICC, segment.array());
    assertNear(read(file).pixels(), 255, 255, 255, 4);
  }

  /** An ICC output profile (version 2) whose table gives every ink the same colour. */
  private static byte[] oneColourProfile(int lightness, int a, int b) {
    int[] colour = {(int) Math.round(lightness * 2.55), a + 128, b + 128};
    byte[][] tags = {
      lut(4, colour),
      lut(3, 0, 0, 0, 0),
      ByteBuffer.allocate(20)
          .put(TestPictures.ascii("XYZ \0\0\0\0"))
          .putInt(0xf6d6)
          .putInt(0x10000)
          .putInt(0xd32d)
          .array()
    };
    String[] names = {"A2B0", "B2A0", "wtpt"};
    int at = 128 + 4 + 12 * tags.length;
    ByteBuffer p = ByteBuffer.allocate(at + tags[0].length + tags[1].length + tags[2].length);
    p.putInt(0, p.capacity()).putInt(8, 0x02400000);
    p.put(12, TestPictures.ascii("prtrCMYKLab ")).put(36, TestPictures.ascii("acsp"));
    p.putInt(68, 0xf6d6).putInt(72, 0x10000).putInt(76, 0xd32d);
    p.putInt(128, tags.length).position(132);
    for (int i = 0; i < tags.length; i++) {
      p.put(TestPictures.ascii(names[i])).putInt(at).putInt(tags[i].length);
      p.put(at, tags[i]);
      at += tags[i].length;
    }
    return p.array();
  }

  /** A lut8Type with two points an axis, all of them {@code out} (ICC.1:2001-04, 6.5.8). */
  private static byte[] lut(int inputs, int... out) {
    int corners = 1 << inputs;
    ByteBuffer b = ByteBuffer.allocate(48 + 256 * inputs + corners * out.length + 256 * out.length);
    b.put(TestPictures.ascii("mft1")).putInt(0);
    b.put((byte) inputs).put((byte) out.length).put((byte) 2).put((byte) 0);
    for (int i = 0; i < 9; i++) {
      b.putInt(i % 4 == 0 ? 0x10000 : 0);
    }
    for (int i = 0; i < 256 * inputs; i++) {
      b.put((byte) i);
    }
    for (int i = 0; i < corners * out.length; i++) {
      b.put((byte) out[i % out.length]);
    }
    for (int i = 0; i < 256 * out.length; i++) {
      b.put((byte) i);
    }
    return b.array();
  }
}
