package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import beamish.image.PixelImage;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoWriterTest {
  private static final ExportSettings PNG = ExportSettings.of(PhotoFormat.PNG);
  private static final PixelImage PIXELS = TestPictures.smooth(30, 20, 3);

  private final PhotoWriter writer = new PhotoWriter();
  private Path folder;
  private Photo opened;
  private byte[] before;

  @BeforeEach
  void openPhoto(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path file = folder.resolve("opened.png");
    Photo drawn = new Photo(folder.resolve("none"), PIXELS, PhotoMetadata.NONE);
    writer.write(drawn, PIXELS, file, PNG);
    opened = new PhotoReader().read(file);
    before = Files.readAllBytes(file);
  }

  private void assertRefused(Path target, ExportSettings settings, String... parts)
      throws IOException {
    List<String> names = names();
    assertThatThrownBy(() -> writer.write(opened, PIXELS, target, settings))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(target.toString())
        .hasMessageContainingAll(parts)
        .hasMessageMatching("[^\n]+");
    assertThat(names()).isEqualTo(names);
    assertThat(Files.readAllBytes(opened.source())).isEqualTo(before);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void theOpenedPhotoIsNeverOverwritten() throws IOException {
    String reason = "is the opened photo itself";
    assertRefused(opened.source(), PNG, reason, "choose another name");
    assertRefused(folder.resolve("x/../opened.png"), PNG, "no such folder");
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), opened.source());
    assertRefused(link, PNG, reason);
    Path hard = Files.createLink(folder.resolve("hard.png"), opened.source());
    assertRefused(hard, PNG, reason);
    Path other = Files.createSymbolicLink(folder.resolve("folder"), folder);
    assertRefused(other.resolve("opened.png"), PNG, reason);
  }

  @Test
  void aPhotoOpenedThroughALinkIsNotOverwrittenEither() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), opened.source());
    Photo throughLink = new PhotoReader().read(link);
    assertThatThrownBy(() -> writer.write(throughLink, PIXELS, opened.source(), PNG))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is the opened photo itself");
    assertThat(Files.readAllBytes(opened.source())).isEqualTo(before);
  }

  @Test
  void replacesTheOpenedPhotoWhenToldTo() {
    PixelImage other = TestPictures.picture(30, 20, 3, 16);
    writer.write(opened, other, opened.source(), new ExportSettings(PhotoFormat.PNG, 1, true));
    assertThat(new PhotoReader().read(opened.source()).pixels().hasSamePixels(other)).isTrue();
  }

  @Test
  void replacesAnotherFileAndFollowsItsLink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.png"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), real);
    writer.write(opened, PIXELS, link, PNG);
    assertThat(link).isSymbolicLink();
    assertThat(new PhotoReader().read(real).pixels().hasSamePixels(PIXELS)).isTrue();
  }

  @Test
  void aRelativeTargetIsWrittenWhereItPoints() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("relative.png"));
    writer.write(opened, PIXELS, relative, PNG);
    assertThat(folder.resolve("relative.png")).exists();
  }

  @Test
  void failedWritesLeaveNothing() throws IOException {
    assertRefused(folder.resolve("no/such/a.png"), PNG, "no such folder", "create it");
    assertRefused(folder, PNG, "is a folder");
    assertRefused(opened.source().resolve("a.png"), PNG, "no such folder");
    assertRefused(folder.resolve("n".repeat(250) + ".png"), PNG, "the name is too long");
  }

  @Test
  void aFailedWriteKeepsWhatWasThere() throws IOException {
    // The name fits, but not with what the unfinished file beside it adds to it.
    Path target = Files.writeString(folder.resolve("n".repeat(245) + ".png"), "precious");
    assertRefused(target, PNG, "cannot be saved");
    assertThat(target).hasContent("precious");
  }

  @Test
  void aFolderWithoutPermission() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeFalse(!locked.toFile().setWritable(false) || Files.isWritable(locked), "runs as root");
    assertRefused(locked.resolve("a.png"), PNG, "no permission", "choose another folder");
  }

  @Test
  void sidesThatAFormatCannotHold() throws IOException {
    PixelImage wide = PixelImage.of8(16_384, 1, 3, new byte[16_384 * 3]);
    ExportSettings webp = ExportSettings.of(PhotoFormat.WEBP);
    assertThatThrownBy(() -> writer.write(opened, wide, folder.resolve("a.webp"), webp))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("16384 pixels")
        .hasMessageContaining("choose TIFF");
    assertThat(folder.resolve("a.webp")).doesNotExist();
  }

  @Test
  void saysWhyAndWhatToDo() {
    String full = SavedFile.why(new IOException("No space left on device"), folder).toString();
    assertThat(full).contains("disk is full", "free some space");
    IOException wrapped = new IOException("encoder", new IOException("No space left on device"));
    assertThat(SavedFile.why(wrapped, folder).toString()).contains("disk is full");
    String gone = SavedFile.why(new IOException("a"), folder.resolve("gone")).toString();
    assertThat(gone).contains("the folder is gone");
    String denied = SavedFile.why(new AccessDeniedException("a"), folder).toString();
    assertThat(denied).contains("no permission", "another folder");
    String readOnly =
        SavedFile.why(new FileSystemException("a", null, "Read-only file system"), folder)
            .toString();
    assertThat(readOnly).contains("read-only");
  }

  @Test
  void formatsAreToldByFileName() {
    assertEquals(PhotoFormat.JPEG, PhotoFormat.ofFileName(Path.of("a.b.JPG")).orElseThrow());
    assertEquals(PhotoFormat.TIFF, PhotoFormat.ofFileName(Path.of("x/a.tif")).orElseThrow());
    assertEquals(PhotoFormat.WEBP, PhotoFormat.ofFileName(Path.of("a.webp")).orElseThrow());
    assertThat(PhotoFormat.ofFileName(Path.of("png"))).isEmpty();
    assertThat(PhotoFormat.ofFileName(Path.of("a.gif"))).isEmpty();
    for (PhotoFormat format : PhotoFormat.values()) {
      assertThat(PhotoFormat.ofFileName(Path.of("a." + format.extension()))).contains(format);
    }
  }

  @Test
  void qualityHasARange() {
    assertThatThrownBy(() -> new ExportSettings(PhotoFormat.JPEG, 92, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExportSettings(PhotoFormat.JPEG, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
