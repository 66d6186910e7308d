package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.PixelImage;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoRoundTripTest {
  private final PhotoReader reader = new PhotoReader();
  private final PhotoWriter writer = new PhotoWriter();
  private Path folder;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private Photo throughFile(PixelImage pixels, PhotoMetadata metadata, ExportSettings settings) {
    Photo original = new Photo(folder.resolve("original"), pixels, metadata);
    Path file = folder.resolve("copy." + settings.format().extension());
    writer.write(original, pixels, file, settings);
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    return reader.read(file);
  }

  static List<Arguments> exactFormats() {
    List<Arguments> all = new ArrayList<>();
    for (PhotoFormat format : List.of(PhotoFormat.PNG, PhotoFormat.TIFF)) {
      for (int depth : new int[] {8, 16}) {
        for (int channels = 1; channels <= 4; channels++) {
          all.add(Arguments.of(format, depth, channels));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("exactFormats")
  void keepsEverySample(PhotoFormat format, int depth, int channels) {
    PixelImage pixels = TestPictures.picture(131, 77, channels, depth);
    Photo read = throughFile(pixels, PhotoMetadata.NONE, ExportSettings.of(format));
    assertEquals(TestPictures.describe(pixels), TestPictures.describe(read.pixels()));
    assertThat(read.pixels().hasSamePixels(pixels)).isTrue();
    assertThat(read.metadata()).isEqualTo(PhotoMetadata.NONE);
  }

  @Test
  void keepsEverySampleOverSeveralStrips() {
    PixelImage pixels = TestPictures.picture(1500, 401, 3, 16);
    Photo read = throughFile(pixels, PhotoMetadata.NONE, ExportSettings.of(PhotoFormat.TIFF));
    assertThat(read.pixels().hasSamePixels(pixels)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = PhotoFormat.class)
  void writesASinglePixel(PhotoFormat format) {
    PixelImage pixels = PixelImage.of8(1, 1, 3, new byte[] {100, 100, 100});
    Photo read = throughFile(pixels, PhotoMetadata.NONE, new ExportSettings(format, 1, false));
    assertThat(TestPictures.largestDifference(pixels, read.pixels())).isLessThan(3);
  }

  @Test
  void losslessWebpKeepsEverySample() {
    for (int channels = 3; channels <= 4; channels++) {
      PixelImage pixels = TestPictures.picture(131, 77, channels, 8);
      ExportSettings settings = new ExportSettings(PhotoFormat.WEBP, 1, false);
      assertThat(throughFile(pixels, PhotoMetadata.NONE, settings).pixels().hasSamePixels(pixels))
          .isTrue();
    }
  }

  @Test
  void lossyFormatsStayClose() {
    PixelImage pixels = TestPictures.smooth(320, 200, 3);
    for (PhotoFormat format : List.of(PhotoFormat.JPEG, PhotoFormat.WEBP)) {
      ExportSettings settings = new ExportSettings(format, .95, false);
      PixelImage read = throughFile(pixels, PhotoMetadata.NONE, settings).pixels();
      assertThat(TestPictures.largestDifference(pixels, read)).isBetween(1, 14);
    }
  }

  @Test
  void greyJpegStaysGrey() {
    PixelImage pixels = TestPictures.smooth(320, 200, 1);
    PixelImage read =
        throughFile(pixels, PhotoMetadata.NONE, ExportSettings.of(PhotoFormat.JPEG)).pixels();
    assertThat(TestPictures.largestDifference(pixels, read)).isLessThan(8);
  }

  @Test
  void sixteenBitsAreRoundedForJpegAndWebp() {
    PixelImage deep = TestPictures.picture(64, 64, 3, 16);
    PixelImage read =
        throughFile(deep, PhotoMetadata.NONE, new ExportSettings(PhotoFormat.WEBP, 1, false))
            .pixels();
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        long rounded = Math.round(deep.sample(x, y, 1) / 257.0);
        assertEquals(rounded, read.sample(x, y, 1));
      }
    }
  }

  @Test
  void jpegLaysTransparencyOnWhite() {
    byte[] samples = new byte[32 * 32 * 4];
    for (int i = 3; i < samples.length; i += 4) {
      samples[i] = (byte) 51;
    }
    PixelImage pixels = PixelImage.of8(32, 32, 4, samples);
    PixelImage read =
        throughFile(pixels, PhotoMetadata.NONE, ExportSettings.of(PhotoFormat.JPEG)).pixels();
    assertEquals(3, read.channels());
    assertThat(read.sample(9, 9, 0)).isBetween(202, 206);
  }

  @Test
  void jpegKeepsColourResolutionFromPointNineUp() throws Exception {
    assertEquals(0x11, lumaSampling(.9));
    assertEquals(0x22, lumaSampling(.89));
  }

  private int lumaSampling(double quality) throws Exception {
    PixelImage pixels = TestPictures.smooth(64, 64, 3);
    throughFile(pixels, PhotoMetadata.NONE, new ExportSettings(PhotoFormat.JPEG, quality, false));
    byte[] file = Files.readAllBytes(folder.resolve("copy.jpg"));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return file[text.indexOf("\u00ff\u00c0") + 11];
  }

  @ParameterizedTest
  @EnumSource(value = PhotoFormat.class)
  void keepsExifXmpAndProfile(PhotoFormat format) throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] exif = TestPictures.exif(order, 1);
      byte[] xmp = TestPictures.XMP.getBytes(StandardCharsets.UTF_8);
      byte[] icc = TestPictures.profile("RGB ", 3001);
      PixelImage pixels = TestPictures.picture(67, 41, 3, 8);
      Photo read =
          throughFile(pixels, new PhotoMetadata(exif, xmp, icc), ExportSettings.of(format));
      assertThat(read.metadata().xmp()).isEqualTo(xmp);
      assertThat(read.metadata().icc()).isEqualTo(icc);
      if (format == PhotoFormat.TIFF) {
        assertThat(read.pixels().hasSamePixels(pixels)).isTrue();
      } else {
        assertThat(read.metadata().exif()).isEqualTo(ExifBlock.withoutThumbnail(exif));
      }
      checkWithAnotherReader(folder.resolve("copy." + format.extension()));
      // Once more, from what was read: what a TIFF file hands on must be an EXIF block again.
      throughFile(pixels, read.metadata(), ExportSettings.of(PhotoFormat.JPEG));
      checkWithAnotherReader(folder.resolve("copy.jpg"));
    }
  }

  private static void checkWithAnotherReader(Path file) throws Exception {
    Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
    ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertEquals("Beamish", first.getString(ExifDirectoryBase.TAG_MAKE));
    assertEquals(1, first.getInt(ExifDirectoryBase.TAG_ORIENTATION));
    assertEquals(300, first.getInt(ExifDirectoryBase.TAG_X_RESOLUTION));
    ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertEquals("2024:05:06 07:08:09", sub.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL));
    assertThat(sub.getByteArray(ExifDirectoryBase.TAG_MAKERNOTE))
        .isEqualTo(TestPictures.ascii(TestPictures.MAKER_NOTE));
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    assertEquals("N", gps.getString(GpsDirectory.TAG_LATITUDE_REF));
    assertEquals(53, gps.getRationalArray(GpsDirectory.TAG_LATITUDE)[0].intValue());
    assertThat(metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class)).isNull();
  }

  @Test
  void jpegCarriesMetadataTooLongForOneSegment() {
    byte[] icc = TestPictures.profile("RGB ", 200_000);
    String inner =
        "<dc:title>" + "long ".repeat(40_000) + "</dc:title></rdf:Description></rdf:RDF>";
    byte[] xmp =
        TestPictures.XMP.replace("/></rdf:RDF>", ">" + inner).getBytes(StandardCharsets.UTF_8);
    PixelImage pixels = TestPictures.smooth(40, 30, 3);
    Photo read =
        throughFile(pixels, new PhotoMetadata(null, xmp, icc), ExportSettings.of(PhotoFormat.JPEG));
    assertThat(read.metadata().icc()).isEqualTo(icc);
    byte[] back = read.metadata().xmp();
    assertThat(back).isNotNull();
    String text = new String(back, StandardCharsets.UTF_8);
    assertThat(text).contains(inner.replace("</rdf:RDF>", "")).contains("gr\u00fcn");
    assertThat(text).doesNotContain("HasExtendedXMP").contains("xmlns:dc=");
  }

  @Test
  void jpegTakesTheLargestValuesOutOfAnExifBlockThatIsTooLong() throws Exception {
    byte[] exif = TestPictures.exif(ByteOrder.BIG_ENDIAN, 1);
    byte[] large = java.util.Arrays.copyOf(exif, 100_000);
    // The maker note now fills the block.
    java.nio.ByteBuffer.wrap(large).putInt(138, 99_000).putInt(142, 400);
    PixelImage pixels = TestPictures.smooth(40, 30, 3);
    throughFile(pixels, new PhotoMetadata(large, null, null), ExportSettings.of(PhotoFormat.JPEG));
    Metadata metadata = ImageMetadataReader.readMetadata(folder.resolve("copy.jpg").toFile());
    ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertEquals("2024:05:06 07:08:09", sub.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL));
    assertThat(sub.containsTag(ExifDirectoryBase.TAG_MAKERNOTE)).isFalse();
  }

  @Test
  void aProfileThatDoesNotDescribeThePixelsStaysOut() {
    byte[] cmyk = TestPictures.profile("CMYK", 400);
    PixelImage pixels = TestPictures.smooth(40, 30, 3);
    for (PhotoFormat format : PhotoFormat.values()) {
      Photo read =
          throughFile(pixels, new PhotoMetadata(null, null, cmyk), ExportSettings.of(format));
      assertThat(read.metadata().icc()).isNull();
      assertThat(folder.resolve("copy." + format.extension()).toFile().delete()).isTrue();
    }
  }

  @Test
  void aProfileOnReadingChangesNoSample() throws Exception {
    byte[] linear =
        java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB).getData();
    byte[] grey =
        java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_GRAY).getData();
    for (PhotoFormat format : PhotoFormat.values()) {
      for (int channels : format == PhotoFormat.WEBP ? new int[] {3} : new int[] {1, 3}) {
        PixelImage pixels = TestPictures.smooth(80, 60, channels);
        ExportSettings settings = new ExportSettings(format, 1, false);
        PixelImage plain = throughFile(pixels, PhotoMetadata.NONE, settings).pixels();
        PhotoMetadata metadata = new PhotoMetadata(null, null, channels == 1 ? grey : linear);
        Photo profiled = throughFile(pixels, metadata, settings);
        assertThat(profiled.metadata().icc()).isEqualTo(metadata.icc());
        assertThat(profiled.pixels().hasSamePixels(plain)).isTrue();
        Files.delete(folder.resolve("copy." + format.extension()));
      }
    }
  }
}
