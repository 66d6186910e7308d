package beamish.edit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.job.Lanes;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class AutosaveTest {
  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private Path photo;
  private Path user;

  @BeforeEach
  void photo() throws IOException {
    photo = Files.writeString(folder.resolve("a.jpg"), "bytes");
    user = folder.resolve("user");
  }

  @AfterEach
  void close() {
    lanes.close();
  }

  private Autosave autosave() {
    return new Autosave(
        Sidecars.besidePhotos(user).open(photo), lanes.io(), aside -> {}, failures::add);
  }

  private double kept() throws IOException {
    Path file = folder.resolve("a.jpg.beamish");
    return Files.exists(file) ? Sidecar.content(file).project().history().present().strength(1) : 0;
  }

  @Test
  void savesSoonAndTheNewestWins() {
    Autosave autosave = autosave();
    for (int i = 1; i <= 50; i++) {
      autosave.soon(SidecarTest.project(i / 50.0));
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> kept() == 1);
    autosave.soon(SidecarTest.project(.3));
    await().atMost(Duration.ofSeconds(5)).until(() -> kept() == .3);
  }

  @Test
  void savesAtOnceWhereAsked() throws Exception {
    Autosave autosave = autosave();
    autosave.soon(SidecarTest.project(.7));
    assertThat(kept()).isZero();
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(kept()).isEqualTo(.7);
    assertThat(failures).isEmpty();
  }

  @Test
  void triesAgainWhatCouldNotBeSaved() throws Exception {
    photo = Files.writeString(folder.resolve("x".repeat(250) + ".jpg"), "bytes");
    Files.writeString(user, "in the way");
    Autosave autosave = autosave();
    autosave.soon(SidecarTest.project(.7));
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(failures.get(0)).isInstanceOf(Problem.class).hasMessageContaining("cannot be saved");
    Files.delete(user);
    autosave.now().get(5, TimeUnit.SECONDS);
    assertThat(Sidecars.besidePhotos(user).isEdited(photo)).isTrue();
  }
}
