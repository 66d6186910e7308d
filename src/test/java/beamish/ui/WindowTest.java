package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.LoopFormat;
import beamish.codec.PhotoReader;
import beamish.edit.OpenPhoto;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.ui.session.ShownPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.control.LabeledMatchers;
import org.testfx.util.WaitForAsyncUtils;

/** Journeys of a user through the window, with toys in place of the finder and the networks. */
class WindowTest extends Journey {
  private static final DetectedFace LEFT = FakeFinder.face(160, 150, 70);
  private static final DetectedFace RIGHT = FakeFinder.face(440, 150, 80);

  @Start
  void start(Stage first) throws IOException {
    showToys(first, LEFT, RIGHT);
  }

  private void open(FxRobot robot, Path file) {
    robot.interact(() -> window.open(List.of(file)));
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryLabeled().getText();
  }

  /** What the screen shows between a face's mouth corners. */
  private int[] mouth(FxRobot robot, DetectedFace face) throws Exception {
    return mouth(robot, face, 0);
  }

  /** The same so many pixels farther to the right. */
  private int[] mouth(FxRobot robot, DetectedFace face, double dx) throws Exception {
    await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.asyncFx(this::previewSuits).get());
    return WaitForAsyncUtils.asyncFx(
            () -> {
              Node area = robot.lookup("#photo").query();
              double scale =
                  robot.lookup("#face-1").query().getBoundsInParent().getWidth()
                      / LEFT.box().width();
              double x0 =
                  robot.lookup("#face-1").query().getBoundsInParent().getMinX()
                      - LEFT.box().x() * scale;
              double y0 =
                  robot.lookup("#face-1").query().getBoundsInParent().getMinY()
                      - LEFT.box().y() * scale;
              Point left = face.landmarks().leftMouth();
              Point right = face.landmarks().rightMouth();
              SnapshotParameters part = new SnapshotParameters();
              int width = (int) ((right.x() - left.x()) * scale);
              part.setViewport(
                  new Rectangle2D(
                      area.getBoundsInParent().getMinX() + dx + x0 + left.x() * scale,
                      area.getBoundsInParent().getMinY() + y0 + left.y() * scale - 8,
                      width,
                      16));
              WritableImage image = area.snapshot(part, null);
              int[] argb = new int[width * 16];
              image
                  .getPixelReader()
                  .getPixels(0, 0, width, 16, PixelFormat.getIntArgbInstance(), argb, 0, width);
              return argb;
            })
        .get(10, TimeUnit.SECONDS);
  }

  /** Whether the preview has taken the size of the view, after which it only changes by edits. */
  private boolean previewSuits() {
    ShownPhoto shown = window.editor().photo();
    if (shown == null) {
      return false;
    }
    OpenPhoto open = shown.open();
    double zoom = window.photoPane().zoomProperty().get();
    double wanted = Math.min(open.largestPreviewScale(), zoom);
    return Math.abs(open.previewScale() / wanted - 1) <= .021;
  }

  /** Equal but for how the screen rounds. */
  private static boolean alike(int[] a, int[] b) {
    int most = 0;
    for (int i = 0; i < a.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        most = Math.max(most, Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff)));
      }
    }
    return most <= 2;
  }

  private void awaitMouth(FxRobot robot, DetectedFace face, int[] like, boolean same) {
    await().atMost(PATIENCE).until(() -> alike(mouth(robot, face), like) == same);
  }

  @Test
  void fromOpenToExport(FxRobot robot) throws Exception {
    Path source = photo("group.png");
    open(robot, source);
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    assertThat(robot.lookup(".face-frame").queryAll()).hasSize(2);
    int[] leftBefore = mouth(robot, LEFT);
    int[] rightBefore = mouth(robot, RIGHT);

    robot.clickOn("#face-1").clickOn("#face-2");
    ListView<?> list = robot.lookup("#faces").queryListView();
    assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(1);

    robot.drag("#smile .thumb", MouseButton.PRIMARY).dropBy(80, 0);
    assertThat(text(robot, "#smile-value")).startsWith("+");
    awaitMouth(robot, RIGHT, rightBefore, false);
    assertThat(mouth(robot, LEFT)).isEqualTo(leftBefore);
    int[] rightAfter = mouth(robot, RIGHT);

    robot.press(KeyCode.BACK_SLASH);
    awaitMouth(robot, RIGHT, rightBefore, true);
    robot.release(KeyCode.BACK_SLASH);
    awaitMouth(robot, RIGHT, rightAfter, true);

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text(robot, "#smile-value")).isEqualTo("0.00");
    awaitMouth(robot, RIGHT, rightBefore, true);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    awaitMouth(robot, RIGHT, rightAfter, true);

    robot.push(KeyCode.CONTROL, KeyCode.E);
    Path target = folder.resolve("out.png");
    type(robot, "#export-file", target);
    await()
        .atMost(PATIENCE)
        .until(() -> text(robot, "#export-estimate").matches("600 \u00d7 400 pixels, \\d+ kB"));
    robot.clickOn("#export-button");
    await()
        .atMost(PATIENCE)
        .until(() -> robot.lookup("#message-text").queryLabeled().getText().contains("out.png"));
    PixelImage original = new PhotoReader().read(source).pixels();
    PixelImage exported = new PhotoReader().read(target).pixels();
    assertThat(changes(original, exported, 0, 300)).isZero();
    assertThat(changes(original, exported, 320, 560)).isPositive();
    assertThat(changes(original, exported, 575, 600)).isZero();

    String smile = text(robot, "#smile-value");
    closeWindow(robot);
    startAgain(robot, () -> showToys(new Stage()));
    open(robot, source);
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text(robot, "#smile-value")).isEqualTo(smile);
    awaitMouth(robot, RIGHT, rightAfter, true);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    awaitMouth(robot, RIGHT, rightBefore, true);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(text(robot, "#smile-value")).isEqualTo(smile);
  }

  private static int changes(PixelImage a, PixelImage b, int fromX, int toX) {
    int changes = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = fromX; x < toX; x++) {
        for (int c = 0; c < 3; c++) {
          changes += a.sample(x, y, c) == b.sample(x, y, c) ? 0 : 1;
        }
      }
    }
    return changes;
  }

  @Test
  void keysStepAndTheSliderResets(FxRobot robot) {
    open(robot, photo("keys.png"));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(text(robot, "#smile-value")).isEqualTo("+0.06");
    robot.doubleClickOn("#smile .thumb");
    assertThat(text(robot, "#smile-value")).isEqualTo("0.00");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text(robot, "#smile-value")).isEqualTo("+0.06");
    robot.push(KeyCode.SHIFT, KeyCode.Y);
    assertThat(robot.lookup("#split-handle").query().getParent().isVisible()).isTrue();
    robot.push(KeyCode.O);
    assertThat(robot.lookup("#face-1").query().getParent().isVisible()).isFalse();
  }

  @Test
  void beforeAndAfterLieBesideEachOther(FxRobot robot) throws Exception {
    open(robot, photo("beside.png"));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.SHIFT, KeyCode.Y).push(KeyCode.Y);
    assertThat(robot.lookup("#split-handle").query().getParent().isVisible()).isFalse();
    Node after = robot.lookup("#face-1").query().getParent().getParent();
    double half = after.getLayoutX();
    assertThat(half).isGreaterThan(200);
    int[] before = mouth(robot, RIGHT);
    assertThat(alike(mouth(robot, RIGHT, half), before)).isTrue();

    robot.clickOn("#face-2");
    robot.interact(
        () -> {
          window.editor().adjust(1);
          window.editor().commit();
        });
    await().atMost(PATIENCE).until(() -> !alike(mouth(robot, RIGHT, half), before));
    assertThat(mouth(robot, RIGHT)).isEqualTo(before);

    robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.Z);
    await().atMost(PATIENCE).until(() -> alike(mouth(robot, RIGHT, half), mouth(robot, RIGHT)));
    robot.push(KeyCode.SHIFT, KeyCode.Y);
    assertThat(after.getLayoutX()).isZero();
    assertThat(robot.lookup("#split-handle").query().getParent().isVisible()).isTrue();
  }

  @Test
  void theOpenedPhotoIsReplacedOnlyAfterAnExplicitYes(FxRobot robot) throws Exception {
    Path source = photo("mine.png");
    byte[] before = Files.readAllBytes(source);
    open(robot, source);
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.E);
    type(robot, "#export-file", source);
    robot.clickOn("#export-button");
    await().atMost(PATIENCE).until(() -> robot.lookup("#replace-yes").tryQuery().isPresent());
    assertThat(robot.lookup("#replace-yes").queryButton())
        .matches(b -> LabeledMatchers.hasText("Replace the original").matches(b));
    robot.push(KeyCode.ESCAPE);
    await().atMost(PATIENCE).until(() -> robot.lookup("#export-file").tryQuery().isPresent());
    assertThat(Files.readAllBytes(source)).isEqualTo(before);
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void showsWhatWasDone(FxRobot robot) {
    open(robot, photo("show.png"));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    for (String item : List.of("#menu-exportBeforeAfter", "#menu-exportLoop")) {
      robot.clickOn("#menu-file").clickOn(item);
      await().atMost(PATIENCE).until(() -> robot.lookup("#showcase-file").tryQuery().isPresent());
      boolean loop = item.endsWith("Loop");
      if (loop) {
        ComboBox<LoopFormat> format = robot.lookup("#showcase-format").queryComboBox();
        robot.interact(() -> format.setValue(LoopFormat.WEBP));
      }
      robot.clickOn("#showcase-button");
      String ending = loop ? "show-loop.webp" : "show-before-after.jpg";
      await()
          .atMost(PATIENCE)
          .until(() -> robot.lookup("#message-text").queryLabeled().getText().contains(ending));
      assertThat(folder.resolve(ending)).isNotEmptyFile();
    }
  }

  @Test
  void theKeySheetListsEveryCommand(FxRobot robot) {
    robot.push(KeyCode.F1);
    await().atMost(PATIENCE).until(() -> robot.lookup("#help").tryQuery().isPresent());
    List<String> told =
        robot.lookup("#help .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    assertThat(told).contains("Open folder", "Ctrl+Shift+O", "Shift+Y", "Less smile", "Wheel");
    MenuBar menus = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    for (Menu menu : menus.getMenus()) {
      for (MenuItem item : menu.getItems()) {
        if (item.getAccelerator() != null) {
          assertThat(told).contains(item.getAccelerator().getDisplayText());
        }
      }
    }
    // without the bars of a screen of 1366 x 768
    assertThat(robot.lookup("#help").query().getScene().getWindow())
        .returns(true, sheet -> sheet.getWidth() <= 1300 && sheet.getHeight() <= 690);
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void teachingHasAWindowOfItsOwnAndTheEditorStaysUsable(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await().atMost(PATIENCE).until(() -> robot.lookup("#teach-name").tryQuery().isPresent());
    open(robot, photo("beside-the-lesson.png"));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    assertThat(robot.lookup("#teach-name").tryQuery()).isPresent();
  }

  @Test
  void theAboutBoxNamesModelsAndSources(FxRobot robot) {
    robot.clickOn("#menu-help").clickOn("#menu-about");
    await().atMost(PATIENCE).until(() -> robot.lookup("#about").tryQuery().isPresent());
    List<String> told =
        robot.lookup("#about .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    FakeModels.store(folder.resolve("models"))
        .list()
        .forEach(
            model ->
                assertThat(told)
                    .anyMatch(t -> t.contains(model.title() + "    (" + model.licence())));
    assertThat(robot.lookup("#about-notice").queryAs(TextArea.class).getText())
        .contains("Face Research Lab London Set", "Apache License");
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void aTurnedFaceIsToldSo(FxRobot robot) {
    faces = List.of(LEFT, new DetectedFace(RIGHT.box(), RIGHT.landmarks(), List.of(), -27.4, 1));
    open(robot, photo("turned.png"));
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-2").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    List<Label> told =
        robot.lookup("#faces .face-turned").queryAllAs(Label.class).stream()
            .filter(Node::isVisible)
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getTooltip().getText()).contains("turned by about 27\u00b0");
    List<String> read =
        robot.lookup("#faces .list-cell").queryAll().stream()
            .map(Node::getAccessibleText)
            .filter(text -> text != null && text.contains("27"))
            .toList();
    assertThat(read).hasSize(1);
    assertThat(read.get(0)).startsWith("Face 2 of 2");
  }

  @Test
  void aBrokenFileShowsAMessage(FxRobot robot) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no photo");
    open(robot, broken);
    await()
        .atMost(PATIENCE)
        .until(() -> robot.lookup("#message-text").queryLabeled().getText().contains("broken.jpg"));
    assertThat(robot.lookup("#smile").query().isDisabled()).isTrue();
  }

  @Test
  void aPhotoWithoutFacesSaysSo(FxRobot robot) {
    faces = List.of();
    open(robot, photo("landscape.png"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> robot.lookup("#message-text").queryLabeled().getText().contains("landscape.png"));
    assertThat(robot.lookup("#smile").query().isDisabled()).isTrue();
    assertThat(text(robot, "#reason")).contains("No face was found");
  }
}
