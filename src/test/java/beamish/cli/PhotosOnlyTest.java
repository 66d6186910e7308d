package beamish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.job.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosOnlyTest {
  @Test
  void nothingAtAllOpensAnEmptyWindow() {
    assertThat(PhotosOnly.of(List.of())).contains(List.of());
  }

  @Test
  void photosAndFoldersThatAreThere(@TempDir Path folder) throws Exception {
    Path photo = Files.createFile(folder.resolve("a photo.jpg"));

    assertThat(PhotosOnly.of(List.of(photo.toString(), folder.toString())))
        .contains(List.of(photo, folder));
  }

  @Test
  void whatMayBeACommandAnOptionOrAMistakeIsLeftToPicocli(@TempDir Path folder) throws Exception {
    String photo = Files.createFile(folder.resolve("a.jpg")).toString();

    assertThat(PhotosOnly.of(List.of("models"))).isEmpty();
    assertThat(PhotosOnly.of(List.of("src"))).as("is there, but could be a command").isEmpty();
    assertThat(PhotosOnly.of(List.of("--help"))).isEmpty();
    assertThat(PhotosOnly.of(List.of(photo, "--help"))).isEmpty();
    assertThat(PhotosOnly.of(List.of("@" + photo))).isEmpty();
    assertThat(PhotosOnly.of(List.of(photo + ".gone"))).isEmpty();
    assertThat(PhotosOnly.of(List.of("\0.jpg"))).isEmpty();
  }

  @Test
  void aFailureGivesTheCommandsExitCode() {
    assertThat(PhotosOnly.run(() -> {})).isZero();
    assertThat(
            PhotosOnly.run(
                () -> {
                  throw new Problem("no window can be opened");
                }))
        .isEqualTo(ExitCode.FAILED);
  }
}
