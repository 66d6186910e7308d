package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.image.PixelImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

  /** How a camera stores an upright picture, from the words of EXIF 2.32, tag 274. */
  private static PixelImage stored(PixelImage upright, int orientation) {
    int w = upright.width();
    int h = upright.height();
    boolean turned = orientation >= 5;
    int sw = turned ? h : w;
    int sh = turned ? w : h;
    int n = upright.channels();
    PixelImage out =
        upright.bitDepth() == 8
            ? PixelImage.of8(sw, sh, n, new byte[w * h * n])
            : PixelImage.of16(sw, sh, n, new short[w * h * n]);
    // Where the 0th row and the 0th column lie, as the standard's table has it: 1 top left, 2 top
    // right, 3 bottom right, 4 bottom left, 5 left top, 6 right top, 7 right bottom, 8 left bottom.
    boolean rowsFromFar = List.of(3, 4, 6, 7).contains(orientation);
    boolean columnsFromFar = List.of(2, 3, 7, 8).contains(orientation);
    for (int row = 0; row < sh; row++) {
      for (int column = 0; column < sw; column++) {
        int alongRows = rowsFromFar ? sh - 1 - row : row;
        int alongColumns = columnsFromFar ? sw - 1 - column : column;
        int x = turned ? alongRows : alongColumns;
        int y = turned ? alongColumns : alongRows;
        for (int c = 0; c < n; c++) {
          out.setSample(column, row, c, upright.sample(x, y, c));
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsEveryOrientationUpright(int orientation) {
    for (int channels = 1; channels <= 4; channels++) {
      for (int depth : new int[] {8, 16}) {
        PixelImage upright = TestPictures.picture(75, 49, channels, depth);
        PixelImage turned = Orientation.upright(stored(upright, orientation), orientation);
        assertThat(turned.hasSamePixels(upright)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = PhotoFormat.class)
  void isAppliedOnceAndThenSaysUpright(PhotoFormat format, @TempDir Path folder) throws Exception {
    PixelImage upright = TestPictures.picture(60, 40, 3, 8);
    String xmp = TestPictures.XMP.replace("tiff:Orientation=\"1\"", "tiff:Orientation=\"6\"");
    byte[] exif = TestPictures.exif(ByteOrder.BIG_ENDIAN, 6);
    PhotoMetadata metadata = new PhotoMetadata(exif, xmp.getBytes(StandardCharsets.UTF_8), null);
    PixelImage stored = stored(upright, 6);
    Path file = folder.resolve("turned." + format.extension());
    new PhotoWriter()
        .write(
            new Photo(folder.resolve("none"), stored, metadata),
            stored,
            file,
            new ExportSettings(format, 1, false));
    if (format == PhotoFormat.TIFF) {
      // The writer itself never says anything but upright: say otherwise by hand.
      byte[] bytes = Files.readAllBytes(file);
      TiffStream stream = TiffStream.of(java.lang.foreign.MemorySegment.ofArray(bytes));
      bytes[(int) stream.first().tag(274).orElseThrow().valueAt() + 1] = 6;
      Files.write(file, bytes);
    }
    Photo read = new PhotoReader().read(file);
    int tolerance = format == PhotoFormat.JPEG ? 8 : 0;
    assertThat(TestPictures.largestDifference(upright, read.pixels()))
        .isLessThanOrEqualTo(tolerance);
    assertEquals(1, ExifBlock.orientation(read.metadata().exif()));
    assertThat(new String(read.metadata().xmp(), StandardCharsets.UTF_8))
        .isEqualTo(TestPictures.XMP);
  }

  @Test
  void nothingButTheOrientationChangesInTheExifBlock() {
    byte[] before = TestPictures.exif(ByteOrder.LITTLE_ENDIAN, 8);
    byte[] after = ExifBlock.withUprightOrientation(before);
    assertThat(after).isEqualTo(TestPictures.exif(ByteOrder.LITTLE_ENDIAN, 1));
  }

  @Test
  void anOrientationElementInXmpIsResetToo() {
    String element = "<tiff:Orientation>8</tiff:Orientation>";
    byte[] after = XmpPacket.withUprightOrientation(TestPictures.ascii(element));
    assertThat(after).isEqualTo(TestPictures.ascii(element.replace('8', '1')));
  }

  @Test
  @Tag("shared")
  void readsTheKnownPicturesUpright() {
    Path files = Path.of("../shared/data/files/orientation");
    assumeTrue(Files.isDirectory(files), "skipped: ../shared/data is not here");
    for (String shape : new String[] {"Landscape", "Portrait"}) {
      PhotoReader reader = new PhotoReader();
      PixelImage first = reader.read(files.resolve(shape + "_1.jpg")).pixels();
      for (int i = 0; i <= 8; i++) {
        PixelImage other = reader.read(files.resolve(shape + "_" + i + ".jpg")).pixels();
        assertEquals(TestPictures.describe(first), TestPictures.describe(other));
        assertThat(meanDifference(first, other)).as(shape + i).isLessThan(4);
      }
    }
  }

  private static double meanDifference(PixelImage a, PixelImage b) {
    long sum = 0;
    for (int i = 0; i < a.samples8().length; i++) {
      sum += Math.abs((a.samples8()[i] & 0xff) - (b.samples8()[i] & 0xff));
    }
    return (double) sum / a.samples8().length;
  }
}
