package beamish.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.expression.EditGeometry;
import beamish.expression.ModelManifest;
import beamish.expression.ModelStore;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.fake.FakeFinder;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.training.Publication;
import beamish.training.dl4j.GeneratorTrainer;
import beamish.training.lesson.FoundPair;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.Seen;
import beamish.training.lesson.SeenPhoto;
import beamish.ui.session.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a few drawn pairs to a model in the list, with real steps and real networks. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class TrainAndResultTest {
  private static final int SECONDS = 120;
  @TempDir Path root;
  private final Lanes lanes = new Lanes();
  private final Notices notices = new Notices();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private ModelStore store;
  private TrainPage train;
  private ResultPage result;

  @Start
  void start(Stage stage) throws IOException {
    Publication.publish(
        root.resolve("shipped/smile"),
        "Smile",
        BeamishModel.ARCHITECTURE,
        EditGeometry.CROP,
        StrengthScale.PLAIN,
        "Apache-2.0",
        List.of(),
        Map.of(),
        new GeneratorTrainer(1, 3).weights());
    store =
        new ModelStore(
            List.of(root.resolve("shipped"), root.resolve("own")),
            Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new));
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(FakeFinder.face(100, 70, 40)),
            store,
            lanes);
    Path folder = root.resolve("lesson");
    train = new TrainPage(studio, List.of(), () -> folder, Platform::runLater, failures::add);
    result =
        new ResultPage(
            studio,
            () -> {
              throw new Problem("not installed");
            },
            () -> folder,
            Platform::runLater,
            notices,
            failures::add,
            kept::add,
            () -> {});
    stage.setScene(new Scene(new VBox(train.node(), result.node()), 900, 900));
    stage.show();
  }

  @AfterEach
  void close() throws Exception {
    train.close().get(30, TimeUnit.SECONDS);
    lanes.close();
  }

  private Lesson lesson() throws IOException {
    List<FoundPair> found = new ArrayList<>();
    List<SeenPhoto> photos = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Path calm = drawn("calm" + i, 3 * i);
      Path smile = drawn("smile" + i, 20 + i);
      found.add(new FoundPair(calm, smile, FoundPair.How.HAND));
      photos.add(Seen.photo(calm.toString(), Seen.face(i, 0)));
      photos.add(Seen.photo(smile.toString(), Seen.face(i, .3)));
    }
    return Lesson.EMPTY.withName("Änna").withPhotos(photos).withFound(found);
  }

  /** Soft and alike all over, so that nothing takes long to align it. */
  private Path drawn(String name, int shade) throws IOException {
    byte[] bytes = new byte[200 * 180 * 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (60 + shade + i / 3 % 200 / 4 + i / 1800);
    }
    PixelImage pixels = PixelImage.of8(200, 180, 3, bytes);
    Path file = Files.createDirectories(root.resolve("photos")).resolve(name + ".png");
    new PhotoWriter()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, true));
    return file;
  }

  private static void until(BooleanSupplier done) throws Exception {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(done::getAsBoolean).get());
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(ButtonBase.class).isVisible();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  @Test
  void trainsPausesKeepsTheBestAndPutsItInTheList(FxRobot robot) throws Exception {
    Lesson lesson = lesson();
    robot.interact(() -> train.enter(lesson));
    assertThat(text(robot, "train-status")).startsWith("2 pairs are ready");
    assertThat(train.ready().get()).isFalse();

    press(robot, "train-start");
    until(() -> shown(robot, "train-pause") || !failures.isEmpty());
    assertThat(failures).isEmpty();
    press(robot, "train-pause");
    until(() -> shown(robot, "train-go-on"));
    assertThat(text(robot, "train-status")).startsWith("Paused");
    press(robot, "train-keep-best");
    until(() -> train.ready().get() || !failures.isEmpty());
    assertThat(failures).isEmpty();
    assertThat(text(robot, "train-status")).startsWith("A model of the best so far is ready");

    robot.interact(() -> result.enter(train.leave(lesson)));
    until(() -> result.ready().get() || !failures.isEmpty());
    assertThat(failures).isEmpty();
    assertThat(text(robot, "result-sentence")).contains("On 2 pairs", "% interval");
    press(robot, "result-keep");
    until(() -> !kept.isEmpty() || !failures.isEmpty());
    assertThat(kept).containsExactly("anna");
    assertThat(store.list()).extracting(ModelManifest::id).containsExactly("smile", "anna");
    assertThat(store.manifest("anna").title()).isEqualTo("Änna");
    assertThat(root.resolve("own/anna/MODEL_CARD.md")).content().contains("distance");
  }

  @Test
  void keepsWhatWasChosen(FxRobot robot) throws Exception {
    Lesson lesson = lesson();
    robot.interact(() -> train.enter(lesson));
    press(robot, "train-minutes-60");
    press(robot, "train-quality-best");
    press(robot, "train-start-nothing");
    Lesson.Recipe chosen = train.leave(lesson).recipe();
    assertThat(chosen).isEqualTo(new Lesson.Recipe(Lesson.Start.NOTHING, 60, Lesson.Quality.BEST));
    robot.interact(() -> train.enter(lesson));
    assertThat(train.leave(lesson).recipe()).isEqualTo(lesson.recipe());
  }
}
