package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.SmilePreset;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.edit.project.RecentPhotos;
import beamish.edit.project.Sidecars;
import beamish.expression.ModelStore;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.ui.session.ShownPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What journeys through the window share, the watch over it included. They set {@link #stage} and
 * {@link #window}, most of them by {@link #showToys}.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and the journeys set the fields
abstract class Journey {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FxWatchdog watchdog = new FxWatchdog();
  @TempDir Path folder;
  final Lanes lanes = new Lanes();
  List<DetectedFace> faces = List.of();
  BeamishWindow window;
  Stage stage;

  private static boolean warm;

  /**
   * A JVM's first window loads and compiles the toolkit. The start script spares people that (it
   * keeps the classes of the last start), so here too one is opened before anything is watched.
   */
  @BeforeEach
  void warmUp(FxRobot robot, @TempDir Path own) throws Exception {
    if (warm) {
      return;
    }
    warm = true;
    Path file = photo(own.resolve("warm.png"), 600);
    FakeModels.install(own.resolve("models"));
    List<DetectedFace> two = List.of(FakeFinder.face(160, 150, 70), FakeFinder.face(440, 150, 80));
    try (Lanes others = new Lanes()) {
      Studio studio = studio(FakeModels.store(own.resolve("models")), () -> two, others);
      Stage on = WaitForAsyncUtils.asyncFx(() -> new Stage()).get(10, TimeUnit.SECONDS);
      BeamishWindow first =
          WaitForAsyncUtils.asyncFx(
                  () -> new BeamishWindow(on, studio, Keeping.nothing(), List.of(file)))
              .get(10, TimeUnit.SECONDS);
      robot.interact(first::show);
      await().atMost(PATIENCE).until(() -> first.editor().faceCount() == two.size());
      for (SmilePreset preset : SmilePreset.values()) {
        Button button = (Button) on.getScene().lookup("#preset-" + preset);
        robot.moveTo(button);
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
      }
      robot.interact(on::hide);
      first.closed().get(10, TimeUnit.SECONDS);
    }
  }

  /** A studio that finds {@link #faces} in every photo. */
  Studio studio(ModelStore models) {
    return studio(models, () -> faces, lanes);
  }

  private static Studio studio(ModelStore models, Supplier<List<DetectedFace>> faces, Lanes lanes) {
    return new Studio(
        new PhotoReader(), new PhotoWriter(), () -> new FakeFinder(faces), models, lanes);
  }

  /** Where edits are kept. */
  Keeping keeping() {
    return new Keeping(
        Sidecars.besidePhotos(folder.resolve("edits")),
        RecentPhotos.in(folder.resolve("recent.json")));
  }

  /** Shows a window with a toy model, in which these faces are found in every photo. */
  void showToys(Stage on, DetectedFace... found) throws IOException {
    FakeModels.install(folder.resolve("models"));
    faces = List.of(found);
    showToys(on);
  }

  /** Starts the program once more; a start is not watched. */
  void startAgain(FxRobot robot, Runnable show) throws Exception {
    assertThat(watchdog.stop()).as("what made the window stand still").isEmpty();
    robot.interact(show);
    WaitForAsyncUtils.waitForFxEvents();
    watchdog.start();
  }

  /** Shows it once more. */
  void showToys(Stage on) {
    stage = on;
    window =
        new BeamishWindow(
            stage, studio(FakeModels.store(folder.resolve("models"))), keeping(), List.of());
    stage.setWidth(960);
    stage.setHeight(720);
    window.show();
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    closeWindow(robot);
    lanes.close();
  }

  void closeWindow(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    window.closed().get(10, TimeUnit.SECONDS);
  }

  /** A photo of 600 x 400. */
  Path photo(String name) {
    return photo(name, 600);
  }

  /** A photo 400 high; the name's ending tells the format. */
  Path photo(String name, int width) {
    return photo(folder.resolve(name), width);
  }

  private static Path photo(Path file, int width) {
    PixelImage pixels = Pictures.waves(width, 400);
    PhotoFormat format = PhotoFormat.ofFileName(file).orElseThrow();
    new PhotoWriter()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(format, 1, true));
    return file;
  }

  /** Types a path into a dialog's field, once it is there. */
  static void type(FxRobot robot, String field, Path path) {
    awaitTrue(() -> robot.lookup(field).tryQuery().isPresent());
    robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(path.toString()));
  }

  static void awaitTrue(BooleanSupplier condition) {
    await().atMost(PATIENCE).until(condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Opens such a photo and waits for so many faces. */
  void open(FxRobot robot, String name, int faces) {
    Path file = photo(name);
    robot.interact(() -> window.open(List.of(file)));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-" + faces).tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.editor().photo()).isNotNull();
  }

  /** The model menu's item of a model, once it is there. */
  static MenuItem modelItem(FxRobot robot, String id) {
    MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    await().atMost(PATIENCE).until(() -> find(bar, id).isPresent());
    return find(bar, id).orElseThrow();
  }

  private static Optional<MenuItem> find(MenuBar bar, String id) {
    return bar.getMenus().stream()
        .flatMap(Journey::all)
        .filter(item -> String.valueOf(item.getText()).endsWith("(" + id + ")"))
        .findFirst();
  }

  private static Stream<MenuItem> all(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(Journey::all)
        : Stream.of(item);
  }

  /** Does something that opens the photo anew, and waits for that. */
  void afterwards(FxRobot robot, Runnable action) {
    ShownPhoto before = window.editor().photo();
    robot.interact(action);
    await().atMost(PATIENCE).until(() -> window.editor().photo() != before);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
