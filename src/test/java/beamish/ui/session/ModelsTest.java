package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.FakeModels;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model edits, and models that come from elsewhere. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class ModelsTest {
  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final Notices notices = new Notices();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();
  private Studio studio;
  private Models models;

  @BeforeEach
  void twoModels() throws IOException {
    Path root = folder.resolve("models");
    FakeModels.install(root);
    ModelStore store = FakeModels.store(root);
    ModelStore.write(copy(root, "other"), store.manifest("fake").withId("other").titled("Another"));
    studio = new Studio(new PhotoReader(), new PhotoWriter(), FakeFinder::new, store, lanes);
    Engine engine = new Engine(lanes.model(), studio.finders(), FakeModel::new);
    models = new Models(studio, engine, fx::add, notices, failures::add, "fake", chosen::add);
  }

  private static Path copy(Path root, String id) throws IOException {
    Path to = Files.createDirectories(root.resolve(id));
    Files.copy(root.resolve("fake/weights.safetensors"), to.resolve("weights.safetensors"));
    return to;
  }

  @AfterEach
  void close() {
    lanes.close();
  }

  private void until(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Runnable next = fx.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("nothing more happens").isNotNull();
      next.run();
    }
  }

  @Test
  void listsThemAndTakesAnother() throws InterruptedException {
    models.refresh();
    until(() -> !models.all().isEmpty());
    assertThat(models.all()).extracting(ModelManifest::id).containsExactly("fake", "other");
    models.choose("other");
    assertThat(models.currentProperty().get()).isEqualTo("fake");
    until(() -> !chosen.isEmpty());
    assertThat(models.currentProperty().get()).isEqualTo("other");
    assertThat(failures).isEmpty();
  }

  @Test
  void oneThatCannotBeOpenedChangesNothing() throws Exception {
    Files.write(folder.resolve("models/other/weights.safetensors"), new byte[] {1});
    models.choose("other");
    until(() -> !failures.isEmpty());
    assertThat(failures.get(0)).hasRootCauseInstanceOf(Problem.class);
    assertThat(models.currentProperty().get()).isEqualTo("fake");
    assertThat(chosen).isEmpty();
  }

  @Test
  void oneThatSomebodyHandsOnEditsAtOnce() throws InterruptedException {
    Path file = folder.resolve("given.beamish-model");
    models.exportTo(file);
    until(() -> notices.currentProperty().get() != null);
    assertThat(file).exists();
    assertThat(delete("fake")).isTrue();
    models.importFrom(file);
    until(() -> !chosen.isEmpty() || !failures.isEmpty());
    assertThat(failures).isEmpty();
    // the very same weights are there as the other
    assertThat(chosen).containsExactly("other");
  }

  private boolean delete(String id) {
    return folder.resolve("models").resolve(id).resolve("manifest.json").toFile().delete();
  }

  @Test
  void whatWasChosenInAnEarlierRunIsTakenWhereItIsStillThere() {
    assertThat(Models.first(studio, "other")).isEqualTo("other");
    assertThat(Models.first(studio, "gone")).isEqualTo("fake");
    assertThat(delete("fake") && delete("other")).isTrue();
    assertThat(Models.first(studio, "fake")).isEmpty();
  }
}
