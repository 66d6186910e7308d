package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.session.ScreenArea;
import beamish.ui.session.ShownPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Zoom and pan over a photo that is larger than its preview and than a texture of its own. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class LargePhotoTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int WIDTH = 4300;
  private static final int HEIGHT = 2501;
  private static final DetectedFace FACE = FakeFinder.face(2150, 1000, 300);

  /** What the weakest graphics cards take. */
  private static final int LARGEST_TEXTURE = 2048;

  /** Edge of the part of the screen that is compared. */
  private static final int PROBE = 90;

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private BeamishWindow window;
  private Stage stage;
  private Photo photo;

  @Start
  void start(Stage stage) throws IOException {
    this.stage = stage;
    FakeModels.install(folder.resolve("models"));
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(FACE),
            FakeModels.store(folder.resolve("models")),
            lanes);
    Path file = folder.resolve("large.jpg");
    PixelImage pixels = Pictures.waves(WIDTH, HEIGHT);
    studio
        .writer()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.JPEG, .95, true));
    photo = studio.reader().read(file);
    window = new BeamishWindow(stage, studio, Keeping.nothing(), List.of(file));
    stage.setWidth(961);
    stage.setHeight(721);
    window.show();
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    window.closed().get(10, TimeUnit.SECONDS);
    lanes.close();
  }

  private static void awaitPhoto(FxRobot robot) {
    await().atMost(PATIENCE).until(() -> robot.lookup("#face-1").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Where the photo's corner lies in its area, if the view is at 100 %. */
  private Point2D corner(FxRobot robot) {
    Node frame = robot.lookup("#face-1").query();
    return new Point2D(frame.getLayoutX() - FACE.box().x(), frame.getLayoutY() - FACE.box().y());
  }

  /** Whether the screen shows {@code expected}, pixel for pixel, around a point of the area. */
  private boolean isSharp(FxRobot robot, PixelImage expected, double x, double y) throws Exception {
    int[] argb = new int[PROBE * PROBE];
    Point2D corner =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Node area = robot.lookup("#photo").query();
                  SnapshotParameters part = new SnapshotParameters();
                  part.setViewport(
                      new Rectangle2D(
                          area.getBoundsInParent().getMinX() + x,
                          area.getBoundsInParent().getMinY() + y,
                          PROBE,
                          PROBE));
                  WritableImage image = area.snapshot(part, null);
                  image
                      .getPixelReader()
                      .getPixels(
                          0, 0, PROBE, PROBE, PixelFormat.getIntArgbInstance(), argb, 0, PROBE);
                  return corner(robot);
                })
            .get(10, TimeUnit.SECONDS);
    // the frame, which tells the corner, is rounded for itself
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int left = (int) Math.rint(x - corner.getX()) + dx;
        int top = (int) Math.rint(y - corner.getY()) + dy;
        if (shows(argb, expected, left, top)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean shows(int[] argb, PixelImage expected, int left, int top) {
    for (int i = 0; i < argb.length; i++) {
      for (int c = 0; c < 3; c++) {
        int shown = argb[i] >> (16 - 8 * c) & 0xff;
        if (Math.abs(shown - expected.sample(left + i % PROBE, top + i / PROBE, c)) > 2) {
          return false;
        }
      }
    }
    return true;
  }

  private void awaitSharp(FxRobot robot, PixelImage expected) {
    Node area = robot.lookup("#photo").query();
    double right = area.getLayoutBounds().getWidth() - PROBE - 4;
    double bottom = area.getLayoutBounds().getHeight() - PROBE - 4;
    for (double[] at :
        new double[][] {{4, 4}, {right, bottom}, {right / 2, bottom / 2}, {4, bottom}}) {
      await().atMost(PATIENCE).until(() -> isSharp(robot, expected, at[0], at[1]));
    }
    assertThat(largestTexture(area)).isLessThanOrEqualTo(LARGEST_TEXTURE);
  }

  private static double largestTexture(Node node) {
    double largest = 0;
    if (node instanceof ImageView view && view.getImage() != null) {
      largest = Math.max(view.getImage().getWidth(), view.getImage().getHeight());
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        largest = Math.max(largest, largestTexture(child));
      }
    }
    return largest;
  }

  @Test
  void everyPixelIsThereAtFullSize(FxRobot robot) {
    awaitPhoto(robot);
    robot.push(KeyCode.O).push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    awaitSharp(robot, photo.pixels());
    robot.drag("#photo", MouseButton.PRIMARY).moveBy(-170, -90).drop();
    awaitSharp(robot, photo.pixels());

    robot.interact(
        () -> {
          window.editor().adjust(1);
          window.editor().commit();
        });
    OpenPhoto open =
        OpenPhoto.open(
            photo, new FakeFinder(FACE), new FakeModel(), 1600, new Cancellation(), Progress.NONE);
    PixelImage edited = open.render(window.editor().settings(), new Cancellation(), Progress.NONE);
    assertThat(window.editor().settings()).isNotEqualTo(SmileSettings.NONE);
    awaitSharp(robot, edited);
    robot.press(KeyCode.BACK_SLASH);
    awaitSharp(robot, photo.pixels());
    robot.release(KeyCode.BACK_SLASH);
    awaitSharp(robot, edited);
  }

  /** Whether the edit's preview is the exact one, in the size of the view. */
  private boolean previewSuits(double scale) {
    ShownPhoto shown = window.editor().photo();
    Image image = window.photoPane().editedImageProperty().get();
    if (shown == null
        || image == null
        || Math.abs(shown.open().previewScale() / scale - 1) > .021
        || image.getWidth() != shown.open().preview().width()) {
      return false;
    }
    OpenPhoto open =
        OpenPhoto.open(
            photo, new FakeFinder(FACE), new FakeModel(), 1600, new Cancellation(), Progress.NONE);
    PixelImage expected =
        open.previewedAt(shown.open().previewScale())
            .renderExactPreview(window.editor().settings(), new Cancellation());
    int[] argb = new int[expected.width() * expected.height()];
    image
        .getPixelReader()
        .getPixels(
            0,
            0,
            expected.width(),
            expected.height(),
            PixelFormat.getIntArgbInstance(),
            argb,
            0,
            expected.width());
    return Arrays.equals(argb, ScreenArea.of(expected, photo).argb());
  }

  private boolean screenSuits(double scale) throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> previewSuits(scale)).get(10, TimeUnit.SECONDS);
  }

  @Test
  void thePreviewIsAsLargeAsTheView(FxRobot robot) {
    awaitPhoto(robot);
    double largest = 1600. / WIDTH;
    double fitted = window.photoPane().zoomProperty().get();
    assertThat(fitted).isLessThan(largest / 2);
    robot.interact(
        () -> {
          window.editor().adjust(1);
          window.editor().commit();
        });
    await().atMost(PATIENCE).until(() -> screenSuits(fitted));

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    await().atMost(PATIENCE).until(() -> screenSuits(largest));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    await().atMost(PATIENCE).until(() -> screenSuits(fitted));
    robot.interact(window.editor()::undo);
    await().atMost(PATIENCE).until(() -> screenSuits(fitted));
    assertThat(window.editor().settings()).isEqualTo(SmileSettings.NONE);
  }

  @Test
  void keysFitAndShowFullSize(FxRobot robot) {
    awaitPhoto(robot);
    double fitted = window.photoPane().zoomProperty().get();
    assertThat(fitted).isLessThan(.5);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    assertThat(window.photoPane().zoomProperty().get()).isEqualTo(1);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    assertThat(window.photoPane().zoomProperty().get()).isEqualTo(fitted);
  }

  @Test
  void theWheelZoomsAtThePointer(FxRobot robot) {
    awaitPhoto(robot);
    Node area = robot.lookup("#photo").query();
    // a side shorter than the view is centred, wherever the pointer is
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    Point2D[] pointer = {Point2D.ZERO};
    area.addEventFilter(
        ScrollEvent.SCROLL, e -> pointer[0] = area.sceneToLocal(e.getSceneX(), e.getSceneY()));
    Point2D cornerBefore = corner(robot);
    robot.moveTo("#photo").moveBy(-120, 80);
    robot.scroll(3, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    double zoom = window.photoPane().zoomProperty().get();
    assertThat(zoom).isGreaterThan(1.02);
    Point2D under = pointer[0].subtract(cornerBefore);
    Node frame = robot.lookup("#face-1").query();
    // what rounding the frame to screen pixels can make
    assertThat((pointer[0].getX() - frame.getLayoutX()) / zoom + FACE.box().x())
        .isCloseTo(under.getX(), within(1.5));
    assertThat((pointer[0].getY() - frame.getLayoutY()) / zoom + FACE.box().y())
        .isCloseTo(under.getY(), within(1.5));
  }

  @Test
  void spacePans(FxRobot robot) {
    awaitPhoto(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    Bounds before = robot.lookup("#face-1").query().getBoundsInParent();
    robot.press(KeyCode.SPACE);
    robot.drag("#photo", MouseButton.PRIMARY).moveBy(60, 40).drop();
    robot.release(KeyCode.SPACE);
    Bounds after = robot.lookup("#face-1").query().getBoundsInParent();
    assertThat(after.getMinX() - before.getMinX()).isCloseTo(60, within(2.0));
    assertThat(after.getMinY() - before.getMinY()).isCloseTo(40, within(2.0));
    // a photo that fits has nowhere to go
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    Bounds fitted = robot.lookup("#face-1").query().getBoundsInParent();
    robot.press(KeyCode.SPACE).drag("#photo", MouseButton.PRIMARY).moveBy(60, 40).drop();
    robot.release(KeyCode.SPACE);
    assertThat(robot.lookup("#face-1").query().getBoundsInParent()).isEqualTo(fitted);
  }
}
