package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoReaderTest {
  private final PhotoReader reader = new PhotoReader();
  private Path folder;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void assertProblem(Path file, String... parts) {
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(parts)
        .hasMessageMatching("[^\n]+: [^\n]+");
  }

  private byte[] written(PhotoFormat format, PixelImage pixels) throws IOException {
    Path file = folder.resolve("sound." + format.extension());
    PhotoMetadata metadata =
        new PhotoMetadata(
            TestPictures.exif(ByteOrder.LITTLE_ENDIAN, 1), TestPictures.ascii("<x/>"), null);
    Photo photo = new Photo(folder.resolve("none"), pixels, metadata);
    new PhotoWriter().write(photo, pixels, file, ExportSettings.of(format));
    return Files.readAllBytes(file);
  }

  private static byte[] bmp(int imageType) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, imageType);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, (x * 6) << 16 | (y * 8) << 8 | (x + y));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "bmp", out);
    return out.toByteArray();
  }

  @Test
  void readsBmp() throws IOException {
    PixelImage pixels = reader.read(file("a.bmp", bmp(BufferedImage.TYPE_INT_RGB))).pixels();
    assertEquals("40x30x3@8", TestPictures.describe(pixels));
    assertEquals(60, pixels.sample(10, 20, 0));
    assertEquals(160, pixels.sample(10, 20, 1));
    assertEquals(30, pixels.sample(10, 20, 2));
    PixelImage packed = reader.read(file("b.bmp", bmp(BufferedImage.TYPE_USHORT_555_RGB))).pixels();
    assertEquals("40x30x3@8", TestPictures.describe(packed));
    assertThat(packed.sample(10, 20, 1)).isBetween(156, 166);
    PixelImage palette = reader.read(file("c.bmp", bmp(BufferedImage.TYPE_BYTE_INDEXED))).pixels();
    assertEquals("40x30x3@8", TestPictures.describe(palette));
    assertThat(palette.sample(10, 20, 1)).isBetween(130, 190);
  }

  @Test
  void tellsFormatsByContentNotByName() throws IOException {
    byte[] png = written(PhotoFormat.PNG, TestPictures.picture(20, 10, 3, 16));
    assertEquals("20x10x3@16", TestPictures.describe(reader.read(file("a.jpg", png)).pixels()));
  }

  @Test
  void missingEmptyFolderAndText() throws IOException {
    assertProblem(folder.resolve("none.jpg"), "does not exist", "check its name");
    assertProblem(file("empty.jpg", new byte[0]), "is empty");
    assertProblem(folder, "is a folder");
    assertProblem(file("text.png", "just words\n".repeat(9).getBytes(UTF_8)), "not a photo");
    assertProblem(file("one.jpg", new byte[] {'x'}), "not a photo");
  }

  @Test
  void unreadableFile() throws IOException {
    Path file = file("locked.png", written(PhotoFormat.PNG, TestPictures.smooth(9, 9, 3)));
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "runs as root");
    assertProblem(file, "may not be read", "permissions");
  }

  @ParameterizedTest
  @CsvSource({"heic,HEIC", "mif1,HEIC", "avif,AVIF", "crx ,RAW"})
  void kindsToExportFirst(String brand, String kind) throws IOException {
    byte[] head = TestPictures.ascii("\0\0\0\u0018ftyp" + (brand + " ").substring(0, 4));
    assertProblem(file("a.jpg", Arrays.copyOf(head, 99)), kind, "export it as JPEG or TIFF first");
  }

  @Test
  void cameraRawByNameAndByItsTags() throws IOException {
    byte[] tiff = written(PhotoFormat.TIFF, TestPictures.smooth(20, 20, 3));
    assertProblem(file("a.NEF", tiff), "RAW", "export it as JPEG or TIFF first");
    // A DNG file has a version tag; the make's entry becomes it.
    TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(tiff));
    int last = (int) stream.first().tags().get(stream.first().tags().size() - 1).entryAt();
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putShort(last, (short) 50706);
    assertProblem(file("b.tif", tiff), "RAW", "export it as JPEG or TIFF first");
  }

  @ParameterizedTest
  @EnumSource(value = PhotoFormat.class)
  void truncatedFiles(PhotoFormat format) throws IOException {
    byte[] whole = written(format, TestPictures.picture(90, 70, 3, 8));
    for (int percent = 1; percent < 100; percent += 7) {
      int length = Math.max(16, whole.length * percent / 100);
      assertProblem(file("cut", Arrays.copyOf(whole, length)), "damaged");
    }
    assertProblem(file("cut", Arrays.copyOf(whole, whole.length - 1)), "damaged", "get an");
  }

  /** Some tools pad their segments; libjpeg skips such bytes, and so does every viewer. */
  @Test
  void strayBytesBetweenSegmentsAreSkipped() throws IOException {
    byte[] jpeg = written(PhotoFormat.JPEG, TestPictures.smooth(90, 70, 3));
    int second = 4 + ((jpeg[4] & 0xff) << 8) + (jpeg[5] & 0xff);
    byte[] padded = new byte[jpeg.length + 3];
    System.arraycopy(jpeg, 0, padded, 0, second);
    System.arraycopy(jpeg, second, padded, second + 3, jpeg.length - second);
    PixelImage read = reader.read(file("padded.jpg", padded)).pixels();
    assertThat(read.hasSamePixels(reader.read(file("sound.jpg", jpeg)).pixels())).isTrue();
  }

  @Test
  void truncatedBmp() throws IOException {
    byte[] whole = bmp(BufferedImage.TYPE_INT_RGB);
    for (int length = 26; length < whole.length; length += 97) {
      assertProblem(file("cut.bmp", Arrays.copyOf(whole, length)), "damaged");
    }
  }

  /** Whatever is in a file, the reader answers with a photo or with a problem that names it. */
  @Test
  void damagedFilesNeverEndInAnythingButAProblem() throws IOException {
    Map<String, byte[]> sound = new LinkedHashMap<>();
    for (PhotoFormat format : PhotoFormat.values()) {
      sound.put(format.extension(), written(format, TestPictures.picture(33, 21, 3, 8)));
    }
    sound.put("bmp", bmp(BufferedImage.TYPE_INT_RGB));
    SplittableRandom random = new SplittableRandom(5);
    int problems = 0;
    for (Map.Entry<String, byte[]> entry : sound.entrySet()) {
      for (int i = 0; i < 60; i++) {
        byte[] bytes = entry.getValue().clone();
        for (int k = random.nextInt(1, 5); k > 0; k--) {
          // Mostly in the header, where it hurts.
          int range = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
          bytes[random.nextInt(range)] = (byte) random.nextInt();
        }
        Path file = file("damaged." + entry.getKey(), bytes);
        try {
          assertThat(reader.read(file).pixels().width()).isPositive();
        } catch (Problem e) {
          assertThat(e).hasMessageContaining(file.toString()).hasMessageMatching("[^\n]+");
          problems++;
        }
      }
    }
    assertThat(problems).isGreaterThan(60);
  }

  @Test
  void corruptJpegDataIsNotPassedOffAsAPhoto() throws IOException {
    byte[] jpeg = written(PhotoFormat.JPEG, TestPictures.picture(200, 200, 3, 8));
    for (int i = jpeg.length / 2; i < jpeg.length - 2; i++) {
      jpeg[i] = (byte) 0;
    }
    assertProblem(file("grey.jpg", jpeg), "damaged");
  }

  @Test
  void hugeSizesAreRefusedFromTheHeader() throws IOException {
    byte[] png = written(PhotoFormat.PNG, TestPictures.smooth(9, 9, 3));
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    assertProblem(file("a.png", png), "too large (60000x60000", "scale it down");

    byte[] jpeg = written(PhotoFormat.JPEG, TestPictures.smooth(9, 9, 3));
    int frame =
        new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 50_000).putShort(frame + 7, (short) 50_000);
    assertProblem(file("a.jpg", jpeg), "too large (50000x50000", "scale it down");

    byte[] bmp = bmp(BufferedImage.TYPE_INT_RGB);
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 70_000).putInt(22, 10);
    assertProblem(file("a.bmp", bmp), "too large (70000x10", "scale it down");

    byte[] tiff = written(PhotoFormat.TIFF, TestPictures.smooth(9, 9, 3));
    TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(tiff));
    for (int tag = 256; tag <= 257; tag++) {
      int at = (int) stream.first().tag(tag).orElseThrow().valueAt();
      ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(at, 65_000);
    }
    assertProblem(file("a.tif", tiff), "too large (65000x65000", "scale it down");

    byte[] webp = written(PhotoFormat.WEBP, TestPictures.smooth(9, 9, 3));
    Arrays.fill(webp, 24, 30, (byte) 0xfe);
    assertProblem(file("a.webp", webp), "too large", "scale it down");
  }

  @Test
  void aHeaderThatPromisesMoreThanThereIsTakesNoMemory() throws IOException {
    byte[] png = written(PhotoFormat.PNG, TestPictures.smooth(9, 9, 3));
    ByteBuffer.wrap(png).putInt(16, 16_000).putInt(20, 16_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    assertProblem(file("a.png", png), "too little pixel data");
  }

  @Test
  void aMetadataBombIsLeftOut() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(TestPictures.ascii("bomb\0\0"));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        deflater.write(zeros);
      }
    }
    byte[] plain = written(PhotoFormat.PNG, TestPictures.smooth(9, 9, 3));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    CRC32 crc = new CRC32();
    crc.update(TestPictures.ascii("iCCP"));
    crc.update(bomb.toByteArray());
    ByteBuffer number = ByteBuffer.allocate(8);
    number.putInt(bomb.size()).putInt((int) crc.getValue());
    out.write(number.array(), 0, 4);
    out.writeBytes(TestPictures.ascii("iCCP"));
    out.writeBytes(bomb.toByteArray());
    out.write(number.array(), 4, 4);
    out.write(plain, 33, plain.length - 33);
    Photo photo = reader.read(file("bomb.png", out.toByteArray()));
    assertThat(photo.metadata().icc()).isNull();
    assertEquals(9, photo.pixels().width());
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
