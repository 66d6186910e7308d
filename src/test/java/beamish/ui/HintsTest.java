package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.project.Keeping;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.ui.teach.Teaching;
import java.io.IOException;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a new user is told, and told once. */
class HintsTest extends Journey {
  @Start
  void start(Stage first) throws IOException {
    faces = List.of(FakeFinder.face(160, 150, 70));
    FakeModels.install(folder.resolve("models"));
    showWindow(first);
  }

  private void showWindow(Stage on) {
    stage = on;
    window =
        new BeamishWindow(
            stage,
            studio(FakeModels.store(folder.resolve("models"))),
            Keeping.nothing(),
            List.of(),
            Memory.in(folder.resolve("settings")),
            Teaching.ofThisRun());
    window.show();
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
    open(robot, "a.png", 1);
    assertThat(isShown(robot)).isTrue();
    assertThat(text(robot)).contains("smile");
    robot.push(KeyCode.RIGHT);
    assertThat(robot.lookup("#smile-value").queryLabeled().getText()).isEqualTo("+0.05");
    robot.clickOn("#hint-next");
    assertThat(text(robot)).contains("Hold");
    robot.clickOn("#hint-next").clickOn("#hint-next");
    assertThat(isShown(robot)).isFalse();

    closeWindow(robot);
    startAgain(robot, () -> showWindow(new Stage()));
    open(robot, "a.png", 1);
    assertThat(isShown(robot)).isFalse();
    robot.clickOn("#menu-help").clickOn("#menu-showHints");
    assertThat(isShown(robot)).isTrue();
    robot.clickOn("#hint-close");
    assertThat(isShown(robot)).isFalse();
  }

  @Test
  void comeBackUntilTheyAreWavedAway(FxRobot robot) throws Exception {
    open(robot, "a.png", 1);
    closeWindow(robot);
    startAgain(robot, () -> showWindow(new Stage()));
    open(robot, "a.png", 1);
    assertThat(isShown(robot)).isTrue();
    robot.clickOn("#hint-close");
    open(robot, "a.png", 1);
    assertThat(isShown(robot)).isFalse();
  }
}
