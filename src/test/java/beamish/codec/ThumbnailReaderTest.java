package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the field
class ThumbnailReaderTest {
  private final ThumbnailReader reader = new ThumbnailReader();
  @TempDir Path folder;

  private Path write(PhotoFormat format, int orientation) {
    PixelImage stored = TestPictures.smooth(1500, 900, 3);
    Path file = folder.resolve("photo." + format.extension());
    byte[] exif = TestPictures.exif(ByteOrder.BIG_ENDIAN, orientation);
    new PhotoWriter()
        .write(
            new Photo(folder.resolve("none"), stored, new PhotoMetadata(exif, null, null)),
            stored,
            file,
            new ExportSettings(format, 1, false));
    return file;
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void isThePhotoMadeSmaller(PhotoFormat format) {
    Path file = write(format, 1);
    PixelImage small = reader.read(file, 150);
    assertThat(TestPictures.describe(small)).isEqualTo("150x90x3@8");
    PixelImage exact = AreaAverage.shrink(new PhotoReader().read(file).pixels(), 150, 90);
    assertThat(TestPictures.largestDifference(small, exact)).isLessThanOrEqualTo(12);
  }

  @Test
  void standsUpright() {
    Path file = write(PhotoFormat.JPEG, 6);
    PixelImage small = reader.read(file, 150);
    assertThat(TestPictures.describe(small)).isEqualTo("90x150x3@8");
    PixelImage exact = AreaAverage.shrink(new PhotoReader().read(file).pixels(), 90, 150);
    assertThat(TestPictures.largestDifference(small, exact)).isLessThanOrEqualTo(12);
  }

  @Test
  void aSmallPhotoStaysAsLargeAsItIs() {
    assertThat(reader.read(write(PhotoFormat.JPEG, 1), 4000).width()).isEqualTo(1500);
  }

  @Test
  void whatIsNoPhotoIsAProblem() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jpg"), "\u00ff\u00d8 no photo");
    assertThatThrownBy(() -> reader.read(file, 100))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a.jpg");
  }
}
