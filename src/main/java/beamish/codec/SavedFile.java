package beamish.codec;

import beamish.job.Problem;
import beamish.job.WholeFile;
import beamish.job.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Saves a picture as a {@link WholeFile}, spares the opened photo, and says in words what went
 * wrong.
 */
final class SavedFile {
  /** An encoder may think for minutes before it writes. */
  private static final Duration LEFTOVER = Duration.ofHours(1);

  private SavedFile() {}

  /**
   * Writes {@code target}.
   *
   * @param original the opened photo
   * @param mayReplaceOriginal whether {@code target} may be it
   * @throws Problem if it may not be, or cannot be written
   */
  static void write(
      Path original, Path target, boolean mayReplaceOriginal, WholeFile.Content content) {
    Path file = placeOf(target);
    if (!mayReplaceOriginal) {
      refuseOriginal(original, file, target);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Problem(
          Words.of(
              "save.noFolder",
              "{0} cannot be saved: there is no such folder; create it first",
              target));
    }
    try {
      WholeFile.removeLeftovers(file, LEFTOVER);
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new Problem(
          Words.of("save.failed", "{0} cannot be saved: {1}", target, why(e, folder)), e);
    } catch (OutOfMemoryError e) {
      throw new Problem(
          Words.of(
              "save.memory", "{0} cannot be saved: not enough memory; close other photos", target),
          e);
    }
  }

  /** The file that a write to {@code target} replaces, links followed. */
  private static Path placeOf(Path target) {
    if (Files.isDirectory(target) || target.getFileName() == null) {
      throw new Problem(Words.of("save.folder", "{0} is a folder: name a file in it", target));
    }
    try {
      return target.toRealPath();
    } catch (IOException e) {
      return target;
    }
  }

  private static void refuseOriginal(Path original, Path file, Path target) {
    boolean same;
    try {
      same = Files.isSameFile(original, file);
    } catch (IOException e) {
      // One of them does not exist: then only the name can be the same.
      same = original.toAbsolutePath().normalize().equals(file.toAbsolutePath());
    }
    if (same) {
      throw new Problem(
          Words.of("save.original", "{0} is the opened photo itself: choose another name", target));
    }
  }

  /**
   * What went wrong, and what to do. Libraries wrap what the disk said, so all causes are asked.
   */
  static Words why(IOException e, Path folder) {
    StringBuilder said = new StringBuilder();
    String first = null;
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof AccessDeniedException) {
        return Words.of(
            "save.forbidden", "no permission to write in {0}; choose another folder", folder);
      }
      String reason = t instanceof FileSystemException f ? f.getReason() : t.getMessage();
      if (reason != null && !reason.isBlank()) {
        first = first == null ? reason.strip().lines().findFirst().orElse("") : first;
        said.append(reason).append('\n');
      }
    }
    String all = said.toString();
    if (all.contains("No space left") || all.contains("not enough space")) {
      return Words.of(
          "save.diskFull", "the disk is full; free some space or choose another folder");
    }
    if (all.contains("Read-only")) {
      return Words.of("save.readOnly", "the disk is read-only; choose another folder");
    }
    if (all.contains("name too long")) {
      return Words.of("save.longName", "the name is too long; choose a shorter one");
    }
    if (!Files.isDirectory(folder)) {
      return Words.of("save.folderGone", "the folder is gone; create it again");
    }
    return first == null
        ? Words.of("save.nowhere", "it cannot be written there; choose another folder")
        : Words.of("save.other", "{0}; choose another folder", first);
  }
}
