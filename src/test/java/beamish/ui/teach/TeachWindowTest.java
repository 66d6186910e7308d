package beamish.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.fake.CodedFaces;
import beamish.fake.CodedFaces.Face;
import beamish.fake.FakeModels;
import beamish.job.Lanes;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonPair;
import beamish.training.lesson.LessonStore;
import beamish.ui.session.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The way from photos to pairs, with faces that the photos themselves tell. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class TeachWindowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private Path photos;
  private Stage editor;
  private Studio studio;
  private Engine engine;
  private TeachWindow window;

  @Start
  void start(Stage stage) throws IOException {
    editor = stage;
    stage.setScene(new Scene(new Pane()));
    photos = Files.createDirectories(folder.resolve("photos"));
    studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            CodedFaces::finder,
            CodedFaces::likeness,
            FakeModels.store(folder.resolve("models")),
            lanes);
    engine =
        new Engine(
            lanes.model(),
            studio.finders(),
            () -> {
              throw new IllegalStateException("no model is asked for");
            });
    window = open();
    window.show();
  }

  private TeachWindow open() {
    return new TeachWindow(
        editor,
        studio,
        engine,
        new Teaching(LessonStore.in(folder.resolve("lessons")), List.of()),
        id -> {});
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    robot.interact(() -> window.close()).interact(editor::hide);
    engine.close().get(10, TimeUnit.SECONDS);
    lanes.close();
  }

  private Path photo(String name, boolean sharp, Face... faces) {
    return CodedFaces.write(photos.resolve(name), sharp, faces);
  }

  private void add(FxRobot robot, Path... sources) {
    robot.interact(() -> ((GatherPage) window.page(Lesson.Step.GATHER)).add(List.of(sources)));
  }

  private static ListView<?> list(FxRobot robot, String id) {
    return robot.lookup(id).queryListView();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryLabeled().getText();
  }

  private static void awaitEnabled(FxRobot robot) {
    await().atMost(PATIENCE).until(() -> !robot.lookup("#teach-next").query().isDisabled());
  }

  @Test
  void fromWelcomeToATrainingThatCanBegin(FxRobot robot) throws Exception {
    photo("q1.png", true, new Face(0, 0));
    photo("q2.png", true, new Face(0, .3));
    photo("q3.png", true, new Face(1, .3));
    photo("q4.png", true, new Face(1, .05));
    photo("q5.png", true, new Face(2, 0));
    photo("q6.png", false, new Face(2, .3));
    photo("q7.png", true);
    Path loose = photo("q8.png", true, new Face(3, 0));
    Path other = photo("q9.png", true, new Face(3, 0), new Face(3, .4));
    Files.writeString(photos.resolve("qq.png"), "no photo");

    robot.clickOn("#teach-name").write("Ann").clickOn("#teach-next");
    assertThat(robot.lookup("#teach-next").query().isDisabled()).isTrue();
    add(robot, photos);
    awaitEnabled(robot);
    assertThat(list(robot, "#teach-pairs").getItems()).hasSize(3);
    assertThat(text(robot, "#teach-count")).isEqualTo("10 photos, 3 pairs");
    ListView<?> tray = list(robot, "#teach-tray");
    assertThat(tray.getItems()).hasSize(4);

    robot.interact(
        () -> {
          tray.getSelectionModel().select(1);
          tray.getSelectionModel().select(2);
        });
    robot.clickOn("#teach-join");
    assertThat(tray.getItems()).hasSize(2);
    assertThat(list(robot, "#teach-pairs").getItems()).hasSize(4);
    robot.clickOn("#teach-next");

    ListView<?> verdicts = list(robot, "#teach-verdicts");
    assertThat(verdicts.getItems()).hasSize(4);
    assertThat(text(robot, "#teach-good")).startsWith("2 of 4 pairs");
    assertThat(robot.lookup(".teach-verdict").queryAllAs(javafx.scene.control.Label.class))
        .extracting(javafx.scene.control.Label::getText)
        .contains(
            "Several faces in q9.png. Click the right one:",
            "q6.png is too blurred to learn from.");
    await().atMost(PATIENCE).until(() -> robot.lookup(".teach-face-choice").queryAll().size() == 2);
    Node right = robot.lookup(".teach-face-choice").nth(1).query();
    robot.clickOn(right);
    await().atMost(PATIENCE).until(() -> text(robot, "#teach-good").startsWith("3 of 4 pairs"));
    CheckBox use = robot.from(verdicts).lookup(".check-box").nth(0).queryAs(CheckBox.class);
    assertThat(use.isSelected()).isFalse();
    robot.clickOn(use);
    assertThat(text(robot, "#teach-good")).startsWith("4 of 4 pairs");
    assertThat(text(robot, "#teach-groups")).startsWith("The pairs show 4 people.");
    robot.clickOn("#teach-next");
    assertThat(robot.lookup("#train-start").query().isVisible()).isTrue();
    assertThat(robot.lookup("#teach-next").query().isDisabled()).isTrue();

    robot.interact(() -> window.close());
    Lesson lesson = window.lesson();
    assertThat(lesson.name()).isEqualTo("Ann");
    assertThat(lesson.pairs())
        .hasSize(4)
        .anySatisfy(
            pair -> {
              assertThat(pair.neutral()).isEqualTo(loose);
              assertThat(pair.smiling().toString()).contains("cuts").endsWith("-1.png");
              assertThat(new PhotoReader().read(pair.smiling()).pixels().width())
                  .isLessThan(new PhotoReader().read(other).pixels().width());
            });
    assertThat(lesson.pairs()).extracting(LessonPair::group).doesNotHaveDuplicates();
    await().atMost(PATIENCE).until(() -> kept().equals(List.of(lesson)));
    assertThat(Files.readString(photos.resolve("qq.png"))).isEqualTo("no photo");
  }

  private List<Lesson> kept() {
    return LessonStore.in(folder.resolve("lessons")).list().stream()
        .map(LessonStore.Kept::lesson)
        .toList();
  }

  @Test
  void isThereAgainWhereItWasLeftAndAnotherCanBeBegun(FxRobot robot) throws Exception {
    photo("a_neutral.png", true, new Face(0, 0));
    photo("a_smile.png", true, new Face(0, .3));
    robot.clickOn("#teach-next");
    add(robot, photos);
    awaitEnabled(robot);
    robot.interact(() -> window.close());
    await().atMost(PATIENCE).until(() -> !kept().isEmpty());
    robot.interact(
        () -> {
          window = open();
          window.show();
        });
    await().atMost(PATIENCE).until(() -> robot.lookup("#teach-pairs").tryQuery().isPresent());
    assertThat(list(robot, "#teach-pairs").getItems()).hasSize(1);
    robot.clickOn("#teach-back");
    await().atMost(PATIENCE).until(() -> robot.lookup("#teach-new").tryQuery().isPresent());
    robot.clickOn("#teach-new").clickOn("#teach-name").write("Bo").clickOn("#teach-next");
    assertThat(list(robot, "#teach-pairs").getItems()).isEmpty();
    await().atMost(PATIENCE).until(() -> kept().size() == 2);
    assertThat(kept()).extracting(Lesson::name).containsExactlyInAnyOrder("", "Bo");
  }

  @Test
  void aFolderWithoutPhotosSaysSo(FxRobot robot) {
    robot.clickOn("#teach-next");
    add(robot, photos);
    await()
        .atMost(PATIENCE)
        .until(() -> text(robot, "#message-text").contains("no photo is in it"));
    assertThat(robot.lookup("#teach-next").query().isDisabled()).isTrue();
  }
}
