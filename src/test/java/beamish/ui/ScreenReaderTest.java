package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.edit.SmilePreset;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.expression.SmileParts;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window without a mouse, and for those who hear it. */
class ScreenReaderTest extends Journey {

  @Start
  void start(Stage first) throws IOException {
    stage = first;
    faces = List.of(FakeFinder.face(160, 150, 70), FakeFinder.face(440, 150, 80));
    FakeModels.install(folder.resolve("models"));
    Studio studio = studio(FakeModels.store(folder.resolve("models")));
    window = new BeamishWindow(stage, studio, Keeping.nothing(), List.of());
    stage.setWidth(1000);
    stage.setHeight(900);
    window.show();
  }

  /** What can have the focus, and lies nowhere that cannot be seen. */
  private static void focusable(Node node, List<Node> into) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable()) {
      into.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> focusable(child, into));
    }
  }

  private static boolean isNamed(Node node, List<Node> labels) {
    String own = node.getAccessibleText();
    boolean text = node instanceof Labeled labeled && labeled.getText() != null;
    boolean label =
        labels.stream().anyMatch(l -> l instanceof Label named && named.getLabelFor() == node);
    return (own != null && !own.isBlank())
        || (text && !((Labeled) node).getText().isBlank())
        || label;
  }

  private static void all(Node node, List<Node> into) {
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all(child, into));
    }
  }

  private List<Node> unnamed() {
    List<Node> everything = new ArrayList<>();
    all(stage.getScene().getRoot(), everything);
    List<Node> focusable = new ArrayList<>();
    focusable(stage.getScene().getRoot(), focusable);
    assertThat(focusable).hasSizeGreaterThan(0);
    return focusable.stream().filter(node -> !isNamed(node, everything)).toList();
  }

  @Test
  void whateverTakesTheFocusHasAName(FxRobot robot) {
    assertThat(unnamed()).isEmpty();
    open(robot, "two.png", 2);
    List<Node> focusable = new ArrayList<>();
    focusable(stage.getScene().getRoot(), focusable);
    assertThat(focusable).hasSizeGreaterThan(12);
    assertThat(unnamed()).isEmpty();
    for (String tool : new String[] {"A", "E", "Y"}) {
      robot.push(KeyCode.valueOf(tool));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(unnamed()).as("with %s", tool).isEmpty();
    }
  }

  @Test
  void thePanelIsReachedAndMovedByKeys(FxRobot robot) {
    open(robot, "two.png", 2);
    for (SmilePreset preset : SmilePreset.values()) {
      assertThat(robot.lookup("#preset-" + preset).<Button>query().isFocusTraversable()).isTrue();
    }
    robot.interact(() -> robot.lookup("#smile").query().requestFocus());
    for (SmilePreset preset : SmilePreset.values()) {
      robot.push(KeyCode.TAB);
      assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("preset-" + preset);
    }
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.TAB);
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("part-eyes");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(window.editor().settings())
        .isEqualTo(SmileSettings.NONE.with(1, new SmileParts(1.06, 1, 0)));
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.END);
    assertThat(window.editor().settings().parts(1)).isEqualTo(new SmileParts(1.06, 0, 1));
    assertThat(robot.lookup("#part-symmetry").<Slider>query().getValue()).isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(window.editor().settings().parts(1)).isEqualTo(new SmileParts(1.06, 0, 0));
  }

  @Test
  void aPresetIsOneStepAndAPictureOfThisFace(FxRobot robot) {
    open(robot, "two.png", 2);
    await().atMost(PATIENCE).until(() -> pictures(robot).stream().allMatch(p -> p != null));
    List<Object> ofTheSecond = pictures(robot);
    robot.push(KeyCode.ALT, KeyCode.DIGIT3);
    assertThat(window.editor().smiles().are(SmilePreset.LAUGH.smile())).isTrue();
    robot.clickOn("#preset-CALM");
    assertThat(window.editor().smiles().are(SmilePreset.CALM.smile())).isTrue();
    assertThat(window.editor().historyProperty().get().steps()).hasSize(2);
    assertThat(pictures(robot)).isEqualTo(ofTheSecond);
    robot.push(KeyCode.N);
    await()
        .atMost(PATIENCE)
        .until(() -> pictures(robot).stream().allMatch(p -> p != null && !ofTheSecond.contains(p)));
    assertThat(robot.lookup("#smile-now").queryLabeled().getText()).contains("%");
  }

  private static List<Object> pictures(FxRobot robot) {
    List<Object> all = new ArrayList<>();
    for (SmilePreset preset : SmilePreset.values()) {
      all.add(robot.lookup("#preset-" + preset + " .image-view").<ImageView>query().getImage());
    }
    return all;
  }
}
