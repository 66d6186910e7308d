package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffKindsTest {
  private Path file;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    file = temporary.resolve("a.tif");
  }

  private PixelImage throughJdk(BufferedImage image, String compression) throws IOException {
    Files.deleteIfExists(file);
    ImageWriter writer = ImagePlugins.jdkWriter("tiff");
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    return new PhotoReader().read(file).pixels();
  }

  /** Left half black, right half white, a grey bar below. */
  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(64, 48, type);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(32, 0, 32, 48);
    g.setColor(new Color(128, 128, 128));
    g.fillRect(0, 40, 64, 8);
    g.dispose();
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "PackBits", "ZLib", "Deflate", "JPEG"})
  void readsCompressedColour(String compression) throws IOException {
    PixelImage pixels = throughJdk(drawn(BufferedImage.TYPE_3BYTE_BGR), compression);
    assertEquals("64x48x3@8", TestPictures.describe(pixels));
    assertThat(pixels.sample(8, 8, 2)).isLessThan(3);
    assertThat(pixels.sample(48, 8, 2)).isGreaterThan(252);
    assertThat(pixels.sample(8, 46, 2)).isBetween(125, 131);
  }

  @Test
  void readsGreyBilevelPaletteAndAlpha() throws IOException {
    PixelImage grey = throughJdk(drawn(BufferedImage.TYPE_BYTE_GRAY), "LZW");
    assertEquals("64x48x1@8", TestPictures.describe(grey));
    PixelImage deep = throughJdk(drawn(BufferedImage.TYPE_USHORT_GRAY), "LZW");
    assertEquals("64x48x1@16", TestPictures.describe(deep));
    assertEquals(65535, deep.sample(48, 8, 0));
    PixelImage palette = throughJdk(drawn(BufferedImage.TYPE_BYTE_INDEXED), "PackBits");
    assertEquals("64x48x3@8", TestPictures.describe(palette));
    assertEquals(255, palette.sample(48, 8, 0));
    PixelImage alpha = throughJdk(drawn(BufferedImage.TYPE_4BYTE_ABGR), "ZLib");
    assertEquals("64x48x4@8", TestPictures.describe(alpha));
    assertEquals(0, alpha.sample(8, 8, 3));
    assertEquals(255, alpha.sample(8, 46, 3));
    PixelImage bilevel = throughJdk(drawn(BufferedImage.TYPE_BYTE_BINARY), "PackBits");
    assertEquals(255, bilevel.sample(48, 8, 0));
    assertEquals(0, bilevel.sample(8, 8, 0));
  }

  @Test
  void premultipliedAlphaIsDividedOut() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR_PRE);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, 0x80ff8000);
    }
    PixelImage pixels = throughJdk(image, "ZLib");
    assertEquals(128, pixels.sample(3, 3, 3));
    assertThat(pixels.sample(3, 3, 0)).isBetween(253, 255);
    assertThat(pixels.sample(3, 3, 1)).isBetween(126, 129);
  }

  @Test
  void floatingPointIsRefusedWithARemedy() throws IOException {
    byte[] tiff = sound();
    ByteBuffer b = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(tiff));
    TiffStream.Tag format = stream.first().tag(339).orElseThrow();
    b.putShort((int) format.valueAt(), (short) 3);
    Files.write(file, tiff);
    assertThatThrownBy(() -> new PhotoReader().read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("floating point")
        .hasMessageContaining("export it with 8 or 16 bits first");
  }

  /** A chain of directories without end, and a value longer than the file. */
  @Test
  @Timeout(20)
  void metadataWithoutEndIsNoTrap() throws IOException {
    byte[] tiff = sound();
    TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(tiff));
    ByteBuffer b = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt((int) stream.first().nextAt(), b.getInt(4));
    Files.write(file, tiff);
    assertReadsOrTellsWhy();
    int make = (int) stream.first().tag(271).orElseThrow().entryAt();
    b.putInt((int) stream.first().nextAt(), 0);
    b.putShort(make + 2, (short) 12).putInt(make + 4, 0x0fff_ffff);
    Files.write(file, tiff);
    assertReadsOrTellsWhy();
    b.putShort(make, (short) 34665).putShort(make + 2, (short) 4).putInt(make + 4, 1);
    b.putInt(make + 8, b.getInt(4));
    Files.write(file, tiff);
    assertReadsOrTellsWhy();
  }

  private void assertReadsOrTellsWhy() {
    try {
      assertEquals(30, new PhotoReader().read(file).pixels().width());
    } catch (Problem e) {
      assertThat(e).hasMessageContaining(file.toString());
    }
  }

  private byte[] sound() throws IOException {
    PixelImage pixels = TestPictures.smooth(30, 20, 3);
    PhotoMetadata metadata =
        new PhotoMetadata(TestPictures.exif(ByteOrder.LITTLE_ENDIAN, 1), null, null);
    Photo photo = new Photo(file, pixels, metadata);
    Path out = file.resolveSibling("sound.tif");
    new PhotoWriter().write(photo, pixels, out, ExportSettings.of(PhotoFormat.TIFF));
    return Files.readAllBytes(out);
  }
}
