package beamish.training.lesson;

import beamish.job.Problem;
import beamish.job.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where one lesson is kept: {@code lesson.json}, and small pictures of its faces. Any thread; meant
 * for the io lane.
 *
 * @param path the folder
 */
public record LessonFolder(Path path) {
  private static final String FILE = "lesson.json";

  /**
   * The lesson.
   *
   * @throws IOException if there is none that can be read
   */
  public Lesson read() throws IOException {
    return LessonFormat.read(Files.readAllBytes(path.resolve(FILE)));
  }

  /**
   * Keeps a lesson in place of the last.
   *
   * @throws Problem if it cannot be written
   */
  public synchronized void write(Lesson lesson) {
    keep(path.resolve(FILE), LessonFormat.bytes(lesson));
  }

  /** Where the picture of a photo's face is, or is to be. */
  public Path picture(SeenPhoto photo, int face) {
    return path.resolve("faces").resolve(name(photo, face) + ".jpg");
  }

  /** Where a face cut out of its photo is, or is to be. */
  Path cut(SeenPhoto photo, int face) {
    return path.resolve("cuts").resolve(name(photo, face) + ".png");
  }

  private static String name(SeenPhoto photo, int face) {
    int name = 31 * photo.file().hashCode() + Long.hashCode(photo.modified());
    return HexFormat.of().toHexDigits(name) + "-" + face;
  }

  /**
   * Writes a file of the folder, as a whole or not at all.
   *
   * @throws Problem if it cannot be written
   */
  public static void keep(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw new Problem(file + ": cannot be written; free space there", e);
    }
  }
}
