package beamish.cli;

import beamish.codec.Photo;
import beamish.edit.Studio;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Large photos made of a small one, in a folder that is gone once this is closed. */
final class BenchPhotos implements AutoCloseable {
  private final Studio studio;
  private final Photo small;
  private final Path folder;
  private final List<Path> made = new ArrayList<>();

  /**
   * None yet.
   *
   * @throws Problem if {@code sample} cannot be read, or there is no room for temporary files
   */
  BenchPhotos(Studio studio, Path sample) {
    this.studio = studio;
    this.small = studio.reader().read(sample);
    try {
      folder = Files.createTempDirectory("beamish-bench");
    } catch (IOException e) {
      throw new Problem("no temporary folder can be made (" + e.getMessage() + ")", e);
    }
  }

  /** A JPEG of this size, with the small photo {@code times} beside itself. */
  Path make(int width, int height, int times) {
    Path file = folder.resolve(width + "x" + height + "-" + times + ".jpg");
    made.add(file);
    LargePhoto.write(small, width, height, times, studio.writer(), file);
    return file;
  }

  @Override
  public void close() {
    try {
      for (Path file : made) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new Problem(folder + ": cannot be deleted; delete it by hand", e);
    }
  }
}
