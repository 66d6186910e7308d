package beamish.training.lesson;

import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All lessons of this user, each in a folder of its own. Any thread; meant for the io lane. One
 * that cannot be read stays where it is and is only logged.
 */
public final class LessonStore {
  private static final Logger LOG = LoggerFactory.getLogger(LessonStore.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private final Path root;

  private LessonStore(Path root) {
    this.root = root;
  }

  /** The lessons below {@code root}, which is made when needed. */
  public static LessonStore in(Path root) {
    return new LessonStore(root);
  }

  /** Lessons that nobody finds again, below a temporary folder. */
  public static LessonStore ofThisRun() {
    return in(
        Path.of(System.getProperty("java.io.tmpdir"), "beamish-lessons-" + UUID.randomUUID()));
  }

  /** A lesson and where it is kept. */
  public record Kept(LessonFolder folder, Lesson lesson) {}

  /** All of them, the one that was changed last first. */
  public List<Kept> list() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Kept> lessons = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      folders
          .sorted(Comparator.comparing(LessonStore::changed).reversed())
          .forEach(folder -> read(new LessonFolder(folder)).ifPresent(lessons::add));
    } catch (IOException e) {
      LOG.warn("The lessons cannot be listed", e);
    }
    return lessons;
  }

  private static long changed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve("lesson.json")).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static Optional<Kept> read(LessonFolder folder) {
    try {
      return Optional.of(new Kept(folder, folder.read()));
    } catch (IOException e) {
      LOG.warn("The lesson in {} cannot be read: {}", folder.path(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A new folder for a lesson; nothing is in it until one is written. */
  public LessonFolder create() {
    String name = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
    Path folder = root.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = root.resolve(name + "-" + i);
    }
    return new LessonFolder(folder);
  }

  /**
   * Forgets a lesson and its pictures; photos and models stay.
   *
   * @throws Problem if something cannot be deleted
   */
  public void delete(LessonFolder folder) {
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new Problem(folder.path() + ": cannot be deleted; delete it by hand", e);
    }
  }
}
