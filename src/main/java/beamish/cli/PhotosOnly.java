package beamish.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Command lines that only open the window: no words at all, or photos and folders that are there.
 * They are served without picocli, which reads all commands with their options before it knows as
 * much: three tenths of a second that a user would wait for the window.
 */
public final class PhotosOnly {
  private PhotosOnly() {}

  /** The photos to open; empty where a word may be a command, an option or a mistake. */
  public static Optional<List<Path>> of(List<String> words) {
    List<Path> photos = new ArrayList<>();
    for (String word : words) {
      // no command has a dot or a slash in its name, and -x and @x mean something to picocli
      boolean plain =
          !word.startsWith("-") && !word.startsWith("@") && word.matches(".*[./\\\\].*");
      if (!plain || !exists(word)) {
        return Optional.empty();
      }
      photos.add(Path.of(word));
    }
    return Optional.of(photos);
  }

  private static boolean exists(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Runs what opens a window.
   *
   * @return the exit code, after a line on standard error where it failed
   */
  public static int run(Runnable window) {
    try {
      window.run();
      return ExitCode.DONE;
    } catch (RuntimeException e) {
      return Complaint.tell(e, new PrintWriter(System.err, true, Charset.defaultCharset()));
    }
  }
}
