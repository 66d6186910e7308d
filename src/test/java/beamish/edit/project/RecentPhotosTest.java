package beamish.edit.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class RecentPhotosTest {
  @TempDir Path folder;

  private Path photo(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }

  @Test
  void theLastIsFirstAndNoneIsTwice() throws IOException {
    Path list = folder.resolve("user/recent.json");
    RecentPhotos recent = RecentPhotos.in(list);
    recent.add(photo("a.jpg"));
    recent.add(photo("b.jpg"));
    recent.add(photo("a.jpg"));
    assertThat(RecentPhotos.in(list).list())
        .containsExactly(folder.resolve("a.jpg"), folder.resolve("b.jpg"));
    Files.delete(folder.resolve("a.jpg"));
    assertThat(recent.list()).containsExactly(folder.resolve("b.jpg"));
    for (int i = 0; i < 30; i++) {
      recent.add(photo(i + ".jpg"));
    }
    assertThat(recent.list())
        .hasSize(RecentPhotos.MOST)
        .first()
        .isEqualTo(folder.resolve("29.jpg"));
  }

  @Test
  void aDamagedListIsAnEmptyOne() throws IOException {
    Path list = Files.writeString(folder.resolve("recent.json"), "{");
    RecentPhotos recent = RecentPhotos.in(list);
    assertThat(recent.list()).isEmpty();
    recent.add(photo("a.jpg"));
    assertThat(recent.list()).hasSize(1);
  }
}
