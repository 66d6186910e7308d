package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.FaceFinder;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonStore;
import beamish.ui.teach.Teaching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * From a folder of photos to a model that the editor then edits with, through every page of the
 * wizard, with the shipped networks; the training takes a step or two, and the window never stands
 * still. {@code -Dbeamish.test.pairs=12} takes more people of the studio.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class TeachJourneyTest {
  private static final Path SAMPLES = Path.of("assets/samples");
  private static final Path LONDON = Path.of("../shared/data/london");
  private static final PhotoReader READER = new PhotoReader();

  /** Of eight two are kept out, the least that tells how sure the result is. */
  private static final int PAIRS = Integer.getInteger("beamish.test.pairs", 8);

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private final FxWatchdog watchdog = new FxWatchdog();
  private Path photos;
  private ModelStore store;
  private LessonStore lessons;
  private BeamishWindow window;
  private Stage stage;

  @Start
  void start(Stage first) throws IOException {
    stage = first;
    photos = Files.createDirectories(folder.resolve("photos"));
    store =
        new ModelStore(
            List.of(Path.of("models"), folder.resolve("own")),
            Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
    lessons = LessonStore.in(folder.resolve("lessons"));
    window =
        new BeamishWindow(
            stage,
            new Studio(
                READER,
                new PhotoWriter(),
                TeachJourneyTest::finder,
                () -> new LikenessNet(Path.of("models/likeness-1")),
                store,
                lanes),
            Keeping.nothing(),
            List.of(),
            Memory.ofThisRun(),
            new Teaching(lessons, List.of(SAMPLES.resolve("portrait-1.jpg"))));
    window.show();
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    window.closed().get(60, TimeUnit.SECONDS);
    lanes.close();
  }

  private static FaceFinder finder() {
    return new LandmarkFaceFinder(Path.of("models/landmarks-1"));
  }

  @Test
  void ofAveragesThatTheShippedModelMakesSmile(FxRobot robot) throws Exception {
    try (FaceFinder finder = finder();
        ExpressionModel model = store.open(store.defaultId())) {
      for (String name : List.of("portrait-1", "portrait-2")) {
        Photo photo = READER.read(SAMPLES.resolve(name + ".jpg"));
        Files.copy(SAMPLES.resolve(name + ".jpg"), photos.resolve(name + "_neutral.jpg"));
        OpenPhoto open =
            OpenPhoto.open(photo, finder, model, 800, new Cancellation(), Progress.NONE);
        new PhotoWriter()
            .write(
                photo,
                open.render(SmileSettings.NONE.with(0, 1), new Cancellation(), Progress.NONE),
                photos.resolve(name + "_smiling.jpg"),
                new ExportSettings(PhotoFormat.JPEG, .9f, true));
      }
    }
    journey(robot, 2);
  }

  @Test
  @Tag("shared")
  void ofPeopleOfTheStudio(FxRobot robot) throws Exception {
    assumeTrue(Files.isDirectory(LONDON), "skipped: ../shared/data is not here");
    try (var files = Files.list(LONDON.resolve("smiling"))) {
      for (Path smiling : files.sorted().filter(f -> f.toString().endsWith(".jpg")).toList()) {
        String name = smiling.getFileName().toString();
        Path neutral = LONDON.resolve("neutral").resolve(name);
        try (var there = Files.list(photos)) {
          if (Files.exists(neutral) && there.count() / 2 < PAIRS) {
            Files.copy(neutral, photos.resolve("neutral_" + name));
            Files.copy(smiling, photos.resolve("smiling_" + name));
          }
        }
      }
    }
    journey(robot, PAIRS);
  }

  private void journey(FxRobot robot, int pairs) throws Exception {
    lessons.create().write(Lesson.EMPTY.withName("My own smile").withSources(List.of(photos)));
    robot.interact(() -> window.open(List.of(SAMPLES.resolve("portrait-1.jpg"))));
    until(robot, "#face-1");
    robot.interact(() -> robot.lookup("#smile").queryAs(Slider.class).setValue(1));

    robot.push(KeyCode.CONTROL, KeyCode.T);
    until(robot, "#teach-name");
    // from here on: opening a window takes longer, once
    watchdog.start();
    await().atMost(PATIENCE).until(() -> enabled(robot, "#teach-next"));
    press(robot, "#teach-next");
    await().atMost(PATIENCE).until(() -> count(robot, "#teach-pairs") == pairs);
    await().atMost(PATIENCE).until(() -> enabled(robot, "#teach-next"));
    press(robot, "#teach-next");
    assertThat(robot.lookup("#teach-good").queryLabeled().getText())
        .contains(pairs + " of " + pairs + " pairs");
    press(robot, "#teach-next");

    press(robot, "#train-minutes-5");
    press(robot, "#train-start");
    await().atMost(PATIENCE).until(() -> visible(robot, "#train-keep-best"));
    // the editor stays usable meanwhile
    robot.interact(() -> robot.lookup("#smile").queryAs(Slider.class).setValue(.6));
    int[] withShipped = settled(robot);
    press(robot, "#train-keep-best");
    await().atMost(PATIENCE).until(() -> enabled(robot, "#teach-next"));
    press(robot, "#teach-next");

    until(robot, "#result-sentence");
    await().atMost(PATIENCE).until(() -> enabled(robot, "#result-keep"));
    assertThat(robot.lookup("#result-sentence").queryLabeled().getText()).contains("% interval");
    press(robot, "#result-keep");
    await().atMost(PATIENCE).until(() -> chosen(robot).contains("my-own-smile"));
    assertThat(folder.resolve("own/my-own-smile/MODEL_CARD.md")).isNotEmptyFile();
    await().atMost(PATIENCE).until(() -> !Arrays.equals(settled(robot), withShipped));
    assertThat(robot.lookup("#smile").queryAs(Slider.class).getValue()).isEqualTo(.6);
    assertThat(watchdog.stop()).as("what made the window stand still").isEmpty();
  }

  private static void until(FxRobot robot, String query) {
    await().atMost(PATIENCE).until(() -> robot.lookup(query).tryQuery().isPresent());
  }

  private static boolean enabled(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().filter(n -> !n.isDisabled() && n.isVisible()).isPresent();
  }

  private static boolean visible(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static void press(FxRobot robot, String query) {
    robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
  }

  private static int count(FxRobot robot, String query) {
    return robot.lookup(query).tryQueryAs(ListView.class).map(l -> l.getItems().size()).orElse(0);
  }

  /** What the menu says of the model that edits. */
  private static String chosen(FxRobot robot) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () ->
                robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                    .filter(menu -> "menu-model".equals(menu.getId()))
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item instanceof RadioMenuItem model && model.isSelected())
                    .map(MenuItem::getText)
                    .findFirst()
                    .orElse(""))
        .get(10, TimeUnit.SECONDS);
  }

  /** The photo as the editor shows it, once it changes no more. */
  private static int[] settled(FxRobot robot) throws Exception {
    int[] before = {};
    for (int same = 0; same < 5; ) {
      int[] now = shown(robot);
      same = Arrays.equals(now, before) ? same + 1 : 0;
      before = now;
      Thread.sleep(200);
    }
    return before;
  }

  private static int[] shown(FxRobot robot) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              WritableImage image =
                  robot.lookup("#photo").query().snapshot(new SnapshotParameters(), null);
              int w = (int) image.getWidth();
              int h = (int) image.getHeight();
              int[] argb = new int[w * h];
              image
                  .getPixelReader()
                  .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
              return argb;
            })
        .get(10, TimeUnit.SECONDS);
  }
}
