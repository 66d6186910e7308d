package beamish.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files that are there as a whole or not at all, whenever the process ends and however many write
 * at once. Any thread.
 */
public final class WholeFile {
  private static final String PART = ".part";

  /** What a file is filled with. */
  public interface Content {
    /** Makes the file {@code part}, which is not there yet. */
    void fill(Path part) throws IOException;
  }

  private WholeFile() {}

  /** Writes {@code bytes} as {@link #write(Path, Content)} does. */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, part -> Files.write(part, bytes, StandardOpenOption.CREATE_NEW));
  }

  /**
   * Writes beside {@code target}, forces to disk, and moves into place.
   *
   * @throws IOException if that fails; {@code target} is then what it was and nothing else is left
   */
  public static void write(Path target, Content content) throws IOException {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    Path part = target.resolveSibling(prefix(target) + random + PART);
    try {
      content.fill(part);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      keepPermissions(target, part);
      move(part, target);
    } finally {
      remove(part);
    }
  }

  /** A private file stays private, and a shared one shared. */
  private static void keepPermissions(Path target, Path part) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The first failure is the one worth telling, and a folder that vanished holds nothing.
      part.toFile().deleteOnExit();
    }
  }

  /**
   * Clears up what a killed process began beside {@code target}: hidden files nobody reads.
   *
   * @param age they must have; more than it takes to write such a file
   */
  public static void removeLeftovers(Path target, Duration age) {
    FileTime old = FileTime.from(Instant.now().minus(age));
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            target.toAbsolutePath().getParent(), file -> isLeftover(file, target))) {
      for (Path leftover : all) {
        if (Files.getLastModifiedTime(leftover).compareTo(old) < 0) {
          Files.delete(leftover);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // harmless, and another day will do
    }
  }

  private static boolean isLeftover(Path file, Path target) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix(target)) && name.endsWith(PART);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }
}
