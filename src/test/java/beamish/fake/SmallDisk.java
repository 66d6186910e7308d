package beamish.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real disk of a few megabytes, in memory, that can be filled to its last byte. Only somebody who
 * may mount has one.
 */
public final class SmallDisk implements AutoCloseable {
  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts one on an empty folder below {@code folder}; empty where nobody lets us. */
  public static Optional<SmallDisk> mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Path at = Files.createDirectory(folder.resolve("disk"));
    String size = "size=" + megabytes + "m";
    try {
      if (run("mount", "-t", "tmpfs", "-o", size, "tmpfs", at.toString()) != 0) {
        return Optional.empty();
      }
    } catch (IOException noSuchCommand) {
      return Optional.empty();
    }
    return Optional.of(new SmallDisk(at));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : 1;
  }

  /** Its folder. */
  public Path path() {
    return path;
  }

  /** Writes until nothing more goes in. */
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(path.resolve("full"))) {
      byte[] page = new byte[4096];
      while (Files.getFileStore(path).getUsableSpace() > 0) {
        out.write(page);
      }
    } catch (IOException full) {
      // as wanted
    }
  }

  /** Makes room again. */
  public void clear() throws IOException {
    Files.delete(path.resolve("full"));
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", path.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
