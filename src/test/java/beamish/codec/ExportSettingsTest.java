package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Size, metadata, colours and mark, each written to a file and read back. */
class ExportSettingsTest {
  private static final String AI_EDITED =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
  private static final String PLACES =
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
          + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
          + " rdf:about=\"uuid:7\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\""
          + " xmlns:e=\"http://ns.adobe.com/exif/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " exif:GPSLatitude=\"53,33.0N\" exif:FNumber=\"28/10\" dc:source=\"gr\u00fcn\">"
          + "<e:GPSLongitude>10,0.5E</e:GPSLongitude><exif:GPSAltitude rdf:resource=\"x\"/>"
          + "<exif:GPSAreaInformation><rdf:Alt><rdf:li>harbour</rdf:li></rdf:Alt>"
          + "</exif:GPSAreaInformation><dc:title>Kept</dc:title></rdf:Description></rdf:RDF>"
          + "</x:xmpmeta>";

  private final PhotoReader reader = new PhotoReader();
  private final PhotoWriter writer = new PhotoWriter();
  private Path folder;

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private static ExportSettings settings(
      PhotoFormat format, int edge, MetadataChoice metadata, boolean srgb, boolean mark) {
    return new ExportSettings(format, .95, edge, metadata, srgb, mark, false);
  }

  private Photo throughFile(PixelImage pixels, PhotoMetadata metadata, ExportSettings settings) {
    writer.write(
        new Photo(folder.resolve("original"), pixels, metadata), pixels, file(settings), settings);
    return reader.read(file(settings));
  }

  private Path file(ExportSettings settings) {
    return folder.resolve("copy." + settings.format().extension());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] there(byte @Nullable [] block) {
    assertThat(block).isNotNull();
    return block;
  }

  private static String text(byte @Nullable [] block) {
    byte[] xmp = there(block);
    return new String(xmp, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void theLongEdgeIsMet(PhotoFormat format) {
    PixelImage pixels = TestPictures.smooth(301, 200, 3);
    ExportSettings small = settings(format, 120, MetadataChoice.KEEP, false, false);
    PixelImage read = throughFile(pixels, PhotoMetadata.NONE, small).pixels();
    assertEquals("120x80x3@8", TestPictures.describe(read));
    assertThat(TestPictures.largestDifference(AreaAverage.shrink(pixels, 120, 80), read))
        .isLessThan(12);
    PixelImage upright = TestPictures.smooth(200, 301, 3);
    assertEquals(120, throughFile(upright, PhotoMetadata.NONE, small).pixels().height());
  }

  @Test
  void nothingIsEnlargedAndDepthStays() {
    PixelImage deep = TestPictures.picture(90, 60, 4, 16);
    for (PhotoFormat format : List.of(PhotoFormat.PNG, PhotoFormat.TIFF)) {
      ExportSettings larger = settings(format, 91, MetadataChoice.KEEP, false, true);
      assertThat(throughFile(deep, PhotoMetadata.NONE, larger).pixels().hasSamePixels(deep))
          .isTrue();
      ExportSettings smaller = settings(format, 45, MetadataChoice.KEEP, false, false);
      assertEquals(
          "45x30x4@16",
          TestPictures.describe(throughFile(deep, PhotoMetadata.NONE, smaller).pixels()));
    }
  }

  @Test
  void aResizedPhotoTellsItsNewSize() throws Exception {
    byte[] exif = TestPictures.exif(ByteOrder.LITTLE_ENDIAN, 1);
    // The date becomes the width's place, the maker note the height's.
    java.nio.ByteBuffer.wrap(exif)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(122, (short) 0xA002)
        .putShort(124, (short) 4)
        .putInt(126, 1)
        .putInt(130, 301)
        .putShort(134, (short) 0xA003)
        .putShort(136, (short) 3)
        .putInt(138, 1)
        .putInt(142, 200);
    throughFile(
        TestPictures.smooth(301, 200, 3),
        new PhotoMetadata(exif, null, null),
        settings(PhotoFormat.JPEG, 120, MetadataChoice.KEEP, false, false));
    ExifSubIFDDirectory sub =
        ImageMetadataReader.readMetadata(folder.resolve("copy.jpg").toFile())
            .getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertEquals(120, sub.getInt(ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH));
    assertEquals(80, sub.getInt(ExifDirectoryBase.TAG_EXIF_IMAGE_HEIGHT));
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void thePlaceGoesAndAllElseStays(PhotoFormat format) throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] exif = TestPictures.exif(order, 1);
      byte[] icc = TestPictures.profile("RGB ", 3001);
      ExportSettings settings = settings(format, 0, MetadataChoice.NO_GPS, false, false);
      Photo read =
          throughFile(
              TestPictures.picture(67, 41, 3, 8),
              new PhotoMetadata(exif, utf8(PLACES), icc),
              settings);
      assertThat(read.metadata().icc()).isEqualTo(icc);
      assertThat(text(read.metadata().xmp()))
          .doesNotContain("GPS", "53,33", "harbour")
          .contains("exif:FNumber=\"28/10\"", "gr\u00fcn", "<dc:title>Kept</dc:title>");
      Metadata metadata = ImageMetadataReader.readMetadata(file(settings).toFile());
      assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
      assertEquals(
          "Beamish",
          metadata
              .getFirstDirectoryOfType(ExifIFD0Directory.class)
              .getString(ExifDirectoryBase.TAG_MAKE));
      ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
      assertEquals("2024:05:06 07:08:09", sub.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL));
      assertThat(sub.getByteArray(ExifDirectoryBase.TAG_MAKERNOTE))
          .isEqualTo(TestPictures.ascii(TestPictures.MAKER_NOTE));
    }
  }

  @Test
  void thePlacesBytesAreGoneAndNoOtherByteMoves() throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] before = TestPictures.exif(order, 1);
      byte[] after = there(ExifPatch.withoutGps(before));
      assertThat(after).hasSameSizeAs(before);
      // The EXIF directory, its values and the thumbnail's directory with its picture.
      assertThat(java.util.Arrays.copyOfRange(after, 100, 260))
          .isEqualTo(java.util.Arrays.copyOfRange(before, 100, 260));
      assertThat(java.util.Arrays.copyOfRange(after, 330, 374))
          .isEqualTo(java.util.Arrays.copyOfRange(before, 330, 374));
      assertThat(java.util.Arrays.copyOfRange(after, 262, 286)).containsOnly(0);
      assertThat(java.util.Arrays.copyOfRange(after, 300, 324)).containsOnly(0);
      TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(after));
      assertThat(stream.first().tags()).extracting(TiffStream.Tag::id).doesNotContain(34853);
      assertThat(stream.u32(stream.first().nextAt())).isEqualTo(330);
    }
  }

  @Test
  void aBlockThatCannotBeReadIsNotTrustedWithAPlace() {
    assertThat(ExifPatch.withoutGps(utf8("no EXIF at all"))).isNull();
    assertThat(XmpPacket.withoutGps(PLACES.getBytes(StandardCharsets.UTF_16LE))).isNull();
    assertThat(XmpPacket.withoutGps(utf8(PLACES.replace("xmlns:exif", "xmlns:other")))).isNull();
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void strippingLeavesTheProfileOnly(PhotoFormat format) throws Exception {
    byte[] icc = TestPictures.profile("RGB ", 3001);
    byte[] exif = TestPictures.exif(ByteOrder.BIG_ENDIAN, 1);
    ExportSettings settings = settings(format, 0, MetadataChoice.STRIP, false, false);
    Photo read =
        throughFile(
            TestPictures.picture(67, 41, 3, 8),
            new PhotoMetadata(exif, utf8(PLACES), icc),
            settings);
    assertThat(read.metadata()).isEqualTo(new PhotoMetadata(null, null, read.metadata().icc()));
    assertThat(read.metadata().icc()).isEqualTo(icc);
    String bytes = new String(Files.readAllBytes(file(settings)), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("Beamish", "2024:05:06", "GPSLatitude");
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void theMarkJoinsWhatIsThere(PhotoFormat format) throws Exception {
    ExportSettings settings = settings(format, 0, MetadataChoice.KEEP, false, true);
    PixelImage pixels = TestPictures.picture(67, 41, 3, 8);
    String before = TestPictures.XMP;
    Photo read = throughFile(pixels, new PhotoMetadata(null, utf8(before), null), settings);
    String after = text(read.metadata().xmp());
    assertThat(after).containsOnlyOnce(AI_EDITED);
    int added = after.indexOf("  <rdf:Description rdf:about=\"\" xmlns:Iptc4xmpExt");
    assertThat(after.substring(0, added) + after.substring(after.indexOf("</rdf:RDF>")))
        .isEqualTo(before);
    assertThat(property(read)).isEqualTo(AI_EDITED);

    Photo again = throughFile(pixels, read.metadata(), settings);
    assertThat(text(again.metadata().xmp())).containsOnlyOnce(AI_EDITED);
    Photo fresh = throughFile(pixels, PhotoMetadata.NONE, settings);
    assertThat(property(fresh)).isEqualTo(AI_EDITED);
    if (format != PhotoFormat.WEBP) {
      Metadata other = ImageMetadataReader.readMetadata(file(settings).toFile());
      assertThat(other.getDirectoriesOfType(com.drew.metadata.xmp.XmpDirectory.class))
          .anyMatch(d -> d.getXmpProperties().containsValue(AI_EDITED));
    }
  }

  /** What a namespace-aware parser finds. */
  private static String property(Photo photo) throws Exception {
    var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var found =
        factory
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(there(photo.metadata().xmp())))
            .getElementsByTagNameNS(
                "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType");
    assertEquals(1, found.getLength());
    return found.item(0).getTextContent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rdf:Description rdf:about='uuid:7' xmlns:i=\"NS\" i:DigitalSourceType=\"old\"/>",
        "<rdf:Description rdf:about='uuid:7' xmlns:i='NS'><i:DigitalSourceType"
            + " rdf:resource=\"old\"/></rdf:Description>",
        "<rdf:Description rdf:about='uuid:7' xmlns:i=\"NS\"><i:DigitalSourceType>old"
            + "</i:DigitalSourceType></rdf:Description>",
      })
  void anOlderSourceTypeIsReplaced(String description) {
    String packet =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + description.replace("NS", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/")
            + "</rdf:RDF>";
    String marked = text(XmpPacket.marked(utf8(packet)));
    assertThat(marked).doesNotContain("old").containsOnlyOnce(AI_EDITED);
    assertThat(marked).contains("rdf:about='uuid:7' xmlns:Iptc4xmpExt");
  }

  @Test
  void coloursAreConvertedInTheirOwnDepth() {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    for (int depth : new int[] {8, 16}) {
      for (int channels : new int[] {3, 4}) {
        PixelImage pixels = TestPictures.picture(41, 70, channels, depth);
        Photo read =
            throughFile(
                pixels,
                new PhotoMetadata(null, null, linear),
                settings(PhotoFormat.PNG, 0, MetadataChoice.KEEP, true, false));
        assertEquals(TestPictures.describe(pixels), TestPictures.describe(read.pixels()));
        assertThat(SrgbView.leavesAsIs(there(read.metadata().icc()))).isTrue();
        assertSrgbCurve(pixels, read.pixels());
      }
    }
  }

  @Test
  void greyStaysGreyInSrgb() {
    byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    for (int channels : new int[] {1, 2}) {
      PixelImage pixels = TestPictures.picture(41, 70, channels, 16);
      Photo read =
          throughFile(
              pixels,
              new PhotoMetadata(null, null, grey),
              settings(PhotoFormat.TIFF, 0, MetadataChoice.KEEP, true, false));
      assertEquals(TestPictures.describe(pixels), TestPictures.describe(read.pixels()));
      assertThat(read.metadata().icc()).isNull();
      assertSrgbCurve(pixels, read.pixels());
    }
  }

  /** Linear light in, sRGB's transfer curve out (IEC 61966-2-1); alpha is left alone. */
  private static void assertSrgbCurve(PixelImage linear, PixelImage srgb) {
    double max = linear.maxSample();
    int colours = linear.isColour() ? 3 : 1;
    for (int y = 0; y < linear.height(); y += 3) {
      for (int x = 0; x < linear.width(); x++) {
        for (int c = 0; c < linear.channels(); c++) {
          double v = linear.sample(x, y, c) / max;
          double wanted = c < colours ? 1.055 * Math.pow(v, 1 / 2.4) - .055 : v;
          assertThat(srgb.sample(x, y, c) / max).isBetween(wanted - .006, wanted + .006);
        }
      }
    }
  }

  @Test
  void whatIsSrgbAlreadyIsLeftAlone() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PixelImage pixels = TestPictures.picture(41, 30, 3, 16);
    ExportSettings settings = settings(PhotoFormat.TIFF, 0, MetadataChoice.KEEP, true, false);
    for (PhotoMetadata own : List.of(new PhotoMetadata(null, null, srgb), PhotoMetadata.NONE)) {
      Photo read = throughFile(pixels, own, settings);
      assertThat(read.pixels().hasSamePixels(pixels)).isTrue();
      assertThat(read.metadata().icc()).isEqualTo(srgb);
    }
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void theSizeToldIsTheSizeWritten(PhotoFormat format) throws Exception {
    PixelImage pixels = TestPictures.picture(200, 130, 3, 8);
    ExportSettings settings = settings(format, 120, MetadataChoice.KEEP, true, true);
    Photo photo = new Photo(folder.resolve("original"), pixels, PhotoMetadata.NONE);
    PhotoWriter.Trial told = writer.trial(photo, pixels, settings);
    throughFile(pixels, PhotoMetadata.NONE, settings);
    assertEquals(new PhotoWriter.Trial(Files.size(file(settings)), 120, 78), told);
  }

  @Test
  void rangesAreHeld() {
    assertThatThrownBy(() -> settings(PhotoFormat.PNG, -1, MetadataChoice.KEEP, false, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
