package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LessonStoreTest {
  @TempDir private Path root;

  private static Lesson lesson() {
    SeenPhoto broken =
        new SeenPhoto(Path.of("/p/c.jpg"), 3, null, List.of(), -1, null, "it is empty");
    return new Lesson(
        "Ann",
        Lesson.Step.CHECK,
        List.of(Path.of("/p")),
        List.of(
            Seen.photo("/p/a.jpg", Seen.NOON.plusNanos(250_000_000), Seen.face(0, .1)),
            Seen.photo("/p/b.jpg", Seen.face(0, .3), Seen.face(1, .3))
                .withChosen(1, Path.of("/x/cut.png")),
            broken),
        List.of(Seen.pair("/p/a.jpg", "/p/b.jpg").overruled(true)),
        new Lesson.Recipe(Lesson.Start.NOTHING, 12.5, Lesson.Quality.BEST));
  }

  @Test
  void aLessonComesBackAsItWas() throws IOException {
    LessonFolder folder = LessonStore.in(root).create();
    folder.write(Lesson.EMPTY);
    assertThat(folder.read()).isEqualTo(Lesson.EMPTY);
    folder.write(lesson());
    assertThat(folder.read()).isEqualTo(lesson());
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void theLastChangedComesFirstAndWhatIsDamagedIsLeftAlone() throws IOException {
    LessonStore store = LessonStore.in(root.resolve("lessons"));
    assertThat(store.list()).isEmpty();
    LessonFolder old = store.create();
    old.write(lesson());
    LessonFolder next = store.create();
    next.write(Lesson.EMPTY);
    Files.setLastModifiedTime(old.path().resolve("lesson.json"), FileTime.fromMillis(5_000));
    assertThat(next.path()).isNotEqualTo(old.path());
    assertThat(store.list().stream().map(k -> k.lesson().name())).containsExactly("", "Ann");
    Path file = next.path().resolve("lesson.json");
    Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));
    assertThat(store.list().stream().map(k -> k.lesson().name())).containsExactly("Ann");
    assertThatThrownBy(next::read).hasMessageContaining("newer version");
    Files.write(file, "{".getBytes(StandardCharsets.UTF_8));
    assertThat(store.list()).hasSize(1);
    assertThat(file).exists();
    store.delete(old);
    assertThat(store.list()).isEmpty();
  }
}
