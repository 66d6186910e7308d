package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.ui.session.ShownPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Faces that are added, moved and taken away in the window. */
class FaceToolsTest extends Journey {
  private static final DetectedFace FACE = FakeFinder.face(160, 150, 70);

  @Start
  void start(Stage first) throws IOException {
    showToys(first, FACE);
  }

  private void open(FxRobot robot) {
    Path file = folder.resolve("group.png");
    if (!file.toFile().exists()) {
      photo("group.png");
    }
    robot.interact(() -> window.open(List.of(file)));
    awaitTrue(() -> robot.lookup("#face-1").tryQuery().isPresent());
  }

  private static String value(FxRobot robot) {
    return robot.lookup("#smile-value").queryLabeled().getText();
  }

  /** Where a point of the photo is on the screen. */
  private static Point2D onScreen(FxRobot robot, double x, double y) {
    Bounds frame = robot.lookup("#face-1").query().getBoundsInParent();
    double scale = frame.getWidth() / FACE.box().width();
    return robot
        .lookup("#face-1")
        .query()
        .getParent()
        .localToScreen(
            frame.getMinX() + (x - FACE.box().x()) * scale,
            frame.getMinY() + (y - FACE.box().y()) * scale);
  }

  private void drawBox(FxRobot robot, double x, double y, double size) {
    robot.push(KeyCode.A);
    assertThat(robot.lookup("#face-box").query().isVisible()).isTrue();
    robot
        .drag(onScreen(robot, x, y), MouseButton.PRIMARY)
        .dropTo(onScreen(robot, x + size, y + size));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#face-box").query().isVisible()).isFalse();
  }

  private static List<Object> rows(FxRobot robot) {
    return List.copyOf(robot.lookup("#faces").queryListView().getItems());
  }

  private int changed() throws Exception {
    ShownPhoto shown = Objects.requireNonNull(window.editor().photo());
    PixelImage whole = shown.open().photo().pixels();
    PixelImage edited =
        Lanes.on(
                lanes.model(),
                () ->
                    shown
                        .open()
                        .render(
                            window.editor().settings(),
                            new beamish.job.Cancellation(),
                            beamish.job.Progress.NONE))
            .get(10, TimeUnit.SECONDS);
    int changes = 0;
    for (int y = 0; y < 400; y++) {
      for (int x = 330; x < 600; x++) {
        changes += whole.sample(x, y, 0) == edited.sample(x, y, 0) ? 0 : 1;
      }
    }
    return changes;
  }

  @Test
  void aFaceIsAddedEditedKeptAndRemoved(FxRobot robot) throws Exception {
    open(robot);
    drawBox(robot, 380, 80, 150);
    awaitTrue(() -> robot.lookup("#face-2").tryQuery().isPresent());
    assertThat(window.editor().chosen()).isEqualTo(1);
    assertThat(rows(robot)).containsExactly(-1, 0, 1);
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(value(robot)).isEqualTo("+0.10");
    assertThat(changed()).isPositive();

    closeWindow(robot);
    startAgain(robot, () -> showToys(new Stage()));
    open(robot);
    assertThat(robot.lookup("#face-2").tryQuery()).isPresent();
    robot.clickOn("#face-2");
    assertThat(value(robot)).isEqualTo("+0.10");

    robot.push(KeyCode.DELETE);
    awaitTrue(() -> robot.lookup("#face-2").tryQuery().isEmpty());
    assertThat(window.editor().settings().isNone()).isTrue();
    assertThat(rows(robot)).containsExactly(0);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    awaitTrue(() -> robot.lookup("#face-2").tryQuery().isPresent());
    assertThat(value(robot)).isEqualTo("+0.10");
    robot.clickOn("#face-1").push(KeyCode.DELETE);
    assertThat(robot.lookup("#face-1").tryQuery()).isPresent();
  }

  @Test
  void aBoxWithoutAFaceIsToldOfAndOneThatIsThereIsChosen(FxRobot robot) {
    open(robot);
    drawBox(robot, 380, 80, 30);
    awaitTrue(
        () -> robot.lookup("#message-text").queryLabeled().getText().contains("No eyes and mouth"));
    drawBox(robot, 90, 100, 140);
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains("face 1"));
    assertThat(robot.lookup("#face-2").tryQuery()).isEmpty();
    robot.push(KeyCode.A).push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#face-box").query().isVisible()).isFalse();
    assertThat(window.editor().undoableProperty().get()).isFalse();
  }

  @Test
  void eyesAndMouthAreMovedByMouseAndKeys(FxRobot robot) throws Exception {
    open(robot);
    robot.push(KeyCode.RIGHT).push(KeyCode.E);
    robot.drag("#point-RIGHT_EYE", MouseButton.PRIMARY).dropBy(24, 6);
    awaitTrue(() -> !shownPoints().equals(FACE.landmarks()));
    double dx = shownPoints().rightEye().x() - FACE.landmarks().rightEye().x();
    assertThat(dx).isPositive();
    assertThat(shownPoints().leftEye()).isEqualTo(FACE.landmarks().leftEye());
    assertThat(window.editor().historyProperty().get().steps()).hasSize(2);

    robot.clickOn("#point-LEFT_MOUTH").push(KeyCode.LEFT);
    awaitTrue(() -> shownPoints().leftMouth().x() < FACE.landmarks().leftMouth().x());
    ListView<?> history = robot.lookup("#history").queryListView();
    assertThat(history.getItems().toString()).contains("Face 1: eyes and mouth");
    assertThat(value(robot)).isEqualTo("+0.05");

    Landmarks last = shownPoints();
    closeWindow(robot);
    startAgain(robot, () -> showToys(new Stage()));
    open(robot);
    assertThat(shownPoints()).isEqualTo(last);
    robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
    awaitTrue(() -> shownPoints().equals(FACE.landmarks()));
    assertThat(value(robot)).isEqualTo("+0.05");
  }

  private Landmarks shownPoints() {
    return Objects.requireNonNull(window.editor().photo()).open().face(0).landmarks();
  }
}
