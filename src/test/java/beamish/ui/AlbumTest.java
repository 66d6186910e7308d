package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.ui.session.Album;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Journeys through many photos, whose edits are kept by themselves. */
class AlbumTest extends Journey {
  private static final DetectedFace[] FACES = {
    FakeFinder.face(160, 150, 70), FakeFinder.face(440, 150, 80)
  };

  @Override
  Path photo(String name, int width) {
    assertThat(folder.resolve("photos").toFile()).matches(f -> f.isDirectory() || f.mkdir());
    return super.photo("photos/" + name, width);
  }

  @Start
  void start(Stage first) throws IOException {
    showToys(first, FACES);
  }

  private void open(FxRobot robot, Path... files) {
    robot.interact(() -> window.open(List.of(files)));
  }

  private void awaitPhoto(String name) {
    awaitTrue(() -> stage.getTitle().startsWith(name));
  }

  private static String value(FxRobot robot) {
    return robot.lookup("#smile-value").queryLabeled().getText();
  }

  private static ListView<?> history(FxRobot robot) {
    return robot.lookup("#history").queryListView();
  }

  private static Album.Item film(FxRobot robot, int index) {
    ListView<Album.Item> film = robot.lookup("#film").queryListView();
    return film.getItems().get(index);
  }

  /** Two presses of a key that are no run. */
  private void twoSteps(FxRobot robot) {
    robot.push(KeyCode.RIGHT);
    robot.interact(window.editor()::commit);
    robot.push(KeyCode.RIGHT);
  }

  @Test
  void editsStayWithTheirPhotos(FxRobot robot) throws Exception {
    Path[] files = {photo("a.png", 600), photo("b.png", 610), photo("c.png", 620)};
    open(robot, files);
    awaitPhoto("a.png");
    twoSteps(robot);
    assertThat(value(robot)).isEqualTo("+0.10");

    robot.push(KeyCode.PAGE_DOWN);
    awaitPhoto("b.png");
    assertThat(value(robot)).isEqualTo("0.00");
    robot.push(KeyCode.LEFT);

    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    awaitPhoto("c.png");
    assertThat(film(robot, 0).editedProperty().get()).isTrue();
    assertThat(film(robot, 1).editedProperty().get()).isTrue();
    assertThat(film(robot, 2).editedProperty().get()).isFalse();
    robot.push(KeyCode.PAGE_DOWN);

    robot.push(KeyCode.PAGE_UP);
    awaitPhoto("b.png");
    robot.push(KeyCode.PAGE_UP);
    awaitPhoto("a.png");
    assertThat(value(robot)).isEqualTo("+0.10");
    assertThat(history(robot).getItems()).hasSize(3);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(value(robot)).isEqualTo("+0.05");

    closeWindow(robot);
    startAgain(robot, () -> showToys(new Stage()));
    open(robot, files);
    awaitPhoto("a.png");
    assertThat(value(robot)).isEqualTo("+0.05");
    assertThat(history(robot).getItems()).hasSize(3);
    assertThat(history(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(value(robot)).isEqualTo("+0.10");
    robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(value(robot)).isEqualTo("0.00");
    awaitTrue(() -> film(robot, 1).editedProperty().get());
    assertThat(film(robot, 0).editedProperty().get()).isFalse();

    robot.interact(() -> robot.lookup("#film").queryListView().getSelectionModel().select(1));
    awaitPhoto("b.png");
    assertThat(value(robot)).isEqualTo("\u22120.05");
    assertThat(Files.exists(folder.resolve("photos/c.png.beamish"))).isFalse();
  }

  @Test
  void aWindowClosedInTheMiddleOfAStepLosesNothing(FxRobot robot) throws Exception {
    Path file = photo("a.png", 600);
    open(robot, file);
    awaitPhoto("a.png");
    robot.press(KeyCode.RIGHT);
    closeWindow(robot);
    robot.release(KeyCode.RIGHT);
    assertThat(Files.readString(folder.resolve("photos/a.png.beamish"))).contains("0.05");
    startAgain(robot, () -> showToys(new Stage()));
    open(robot, file);
    awaitPhoto("a.png");
    assertThat(value(robot)).isEqualTo("+0.05");
  }

  @Test
  void allFacesAreSetInOneStep(FxRobot robot) throws Exception {
    open(robot, photo("a.png", 600));
    awaitPhoto("a.png");
    assertThat(robot.lookup("#film").query().isVisible()).isFalse();
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(value(robot)).isEqualTo("mixed");
    robot.push(KeyCode.RIGHT);
    assertThat(value(robot)).isEqualTo("+0.08");
    assertThat(window.editor().settings().strength(0)).isEqualTo(.08);
    assertThat(window.editor().settings().strength(1)).isEqualTo(.08);
    assertThat(history(robot).getItems()).hasSize(3);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(window.editor().settings().strength(0)).isZero();
    assertThat(window.editor().settings().strength(1)).isEqualTo(.05);
    robot.clickOn("#face-1");
    assertThat(value(robot)).isEqualTo("0.00");
    assertThat(window.editor().allFacesProperty().get()).isFalse();
  }

  @Test
  void theHistoryLeadsToAnyState(FxRobot robot) throws Exception {
    open(robot, photo("a.png", 600));
    awaitPhoto("a.png");
    twoSteps(robot);
    robot.interact(window.editor()::commit);
    robot.push(KeyCode.RIGHT);
    robot.interact(() -> robot.lookup(".side-scroll").queryAs(ScrollPane.class).setVvalue(1));
    robot.clickOn("Original");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(value(robot)).isEqualTo("0.00");
    robot.clickOn("Face 2: +0.10");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(value(robot)).isEqualTo("+0.10");
    assertThat(history(robot).getItems()).hasSize(4);
  }

  @Test
  void aBrokenPhotoIsMarkedAndPassedOver(FxRobot robot) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no photo");
    open(robot, photo("a.png", 600), broken, photo("c.png", 620));
    awaitPhoto("a.png");
    awaitTrue(() -> film(robot, 1).brokenProperty().get());
    robot.push(KeyCode.PAGE_DOWN);
    awaitPhoto("c.png");
    robot.interact(() -> robot.lookup("#film").queryListView().getSelectionModel().select(1));
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains("broken.jpg"));
    assertThat(robot.lookup("#film").queryListView().getSelectionModel().getSelectedIndex())
        .isEqualTo(2);
  }

  @Test
  void foldersAreOpenedAndRemembered(FxRobot robot) throws Exception {
    photo("10.png", 610);
    photo("9.PNG", 600);
    Files.writeString(folder.resolve("photos/notes.txt"), "no photo");
    open(robot, folder.resolve("photos"));
    awaitPhoto("9.PNG");
    ListView<Album.Item> film = robot.lookup("#film").queryListView();
    assertThat(film.getItems()).extracting(Album.Item::name).containsExactly("9.PNG", "10.png");
    Menu recent =
        (Menu)
            robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().get(0).getItems().stream()
                .filter(item -> "menu-recent".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    awaitTrue(() -> recent.getItems().size() == 1);
    assertThat(recent.getItems().get(0).getText()).startsWith("photos");
    open(robot, Files.createDirectories(folder.resolve("nothing")));
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains("nothing"));
    assertThat(film.getItems()).hasSize(2);
  }

  @Test
  void anEditThatCannotBeReadIsToldOfAndKept(FxRobot robot) throws Exception {
    Path file = photo("a.png", 600);
    Path sidecar = Files.writeString(folder.resolve("photos/a.png.beamish"), "{}");
    open(robot, file);
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains("damaged"));
    assertThat(Files.readString(sidecar)).isEqualTo("{}");
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.RIGHT);
    awaitTrue(() -> Files.exists(folder.resolve("photos/a.png.beamish.bak")));
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains(".bak"));
    assertThat(Files.readString(folder.resolve("photos/a.png.beamish.bak"))).isEqualTo("{}");
    awaitTrue(() -> Files.exists(sidecar));
  }

  @Test
  void anExportIsMarkedUntilTheNextChange(FxRobot robot) throws Exception {
    open(robot, photo("a.png", 600), photo("b.png", 610));
    awaitPhoto("a.png");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    type(robot, "#export-file", folder.resolve("out.png"));
    robot.clickOn("#export-button");
    awaitTrue(() -> film(robot, 0).exportedProperty().get());
    robot.push(KeyCode.RIGHT);
    awaitTrue(() -> !film(robot, 0).exportedProperty().get());
  }
}
