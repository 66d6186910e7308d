package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.ui.teach.Teaching;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a new user is told, and told once. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class HintsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private BeamishWindow window;
  private Stage stage;

  @Start
  void start(Stage first) throws IOException {
    FakeModels.install(folder.resolve("models"));
    showWindow(first);
  }

  private void showWindow(Stage on) {
    stage = on;
    window =
        new BeamishWindow(
            stage,
            new Studio(
                new PhotoReader(),
                new PhotoWriter(),
                () -> new FakeFinder(FakeFinder.face(160, 150, 70)),
                FakeModels.store(folder.resolve("models")),
                lanes),
            Keeping.nothing(),
            List.of(),
            Memory.in(folder.resolve("settings")),
            Teaching.ofThisRun());
    window.show();
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    closeWindow(robot);
    lanes.close();
  }

  private void closeWindow(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    window.closed().get(10, TimeUnit.SECONDS);
  }

  private void open(FxRobot robot) {
    Path file = folder.resolve("a.png");
    PixelImage pixels = Pictures.waves(600, 400);
    new PhotoWriter()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, true));
    robot.interact(() -> window.open(List.of(file)));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-1").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isShown(FxRobot robot) {
    return robot.lookup("#hints").query().isVisible();
  }

  private static String text(FxRobot robot) {
    return robot.lookup("#hint-text").queryLabeled().getText();
  }

  @Test
  void areShownOnceAndAgainOnRequest(FxRobot robot) throws Exception {
    assertThat(isShown(robot)).isFalse();
    open(robot);
    assertThat(isShown(robot)).isTrue();
    assertThat(text(robot)).contains("smile");
    robot.push(KeyCode.RIGHT);
    assertThat(robot.lookup("#smile-value").queryLabeled().getText()).isEqualTo("+0.05");
    robot.clickOn("#hint-next");
    assertThat(text(robot)).contains("Hold");
    robot.clickOn("#hint-next").clickOn("#hint-next");
    assertThat(isShown(robot)).isFalse();

    closeWindow(robot);
    robot.interact(() -> showWindow(new Stage()));
    open(robot);
    assertThat(isShown(robot)).isFalse();
    robot.clickOn("#menu-help").clickOn("#menu-showHints");
    assertThat(isShown(robot)).isTrue();
    robot.clickOn("#hint-close");
    assertThat(isShown(robot)).isFalse();
  }

  @Test
  void comeBackUntilTheyAreWavedAway(FxRobot robot) throws Exception {
    open(robot);
    closeWindow(robot);
    robot.interact(() -> showWindow(new Stage()));
    open(robot);
    assertThat(isShown(robot)).isTrue();
    robot.clickOn("#hint-close");
    open(robot);
    assertThat(isShown(robot)).isFalse();
  }
}
