package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.cli.BeamishCommand;
import beamish.cli.Desk;
import beamish.codec.MetadataChoice;
import beamish.codec.PhotoReader;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.edit.project.RecentPhotos;
import beamish.edit.project.Sidecars;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.image.PixelImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What leaves the window, and that it is what the commands make. */
@SuppressWarnings("NullAway.Init") // TestFX sets the fields
class ExportsTest extends Journey {
  private static final int TURNED_WIDTH = 333;

  private Studio studio;

  @Start
  void start(Stage first) throws IOException {
    stage = first;
    faces = List.of(FakeFinder.face(160, 150, 70), FakeFinder.face(440, 150, 80));
    FakeModels.install(folder.resolve("models"));
    FakeModels.install(folder.resolve("models"), FakeModels.LOUD);
    studio = studio(FakeModels.store(folder.resolve("models")));
    window =
        new BeamishWindow(
            stage,
            studio,
            new Keeping(
                Sidecars.besidePhotos(folder.resolve("edits")),
                RecentPhotos.in(folder.resolve("recent.json"))),
            List.of());
    stage.setWidth(960);
    stage.setHeight(720);
    window.show();
  }

  @Override
  Path photo(String name, int width) {
    assertThat(folder.resolve("photos").toFile()).matches(f -> f.isDirectory() || f.mkdir());
    return super.photo("photos/" + name, width);
  }

  private void open(FxRobot robot, Path... files) {
    robot.interact(() -> window.open(List.of(files)));
    awaitPhoto(files[0]);
  }

  private void awaitPhoto(Path file) {
    awaitTrue(() -> stage.getTitle().startsWith(String.valueOf(file.getFileName())));
  }

  private static void awaitMessage(FxRobot robot, String part) {
    awaitTrue(() -> robot.lookup("#message-text").queryLabeled().getText().contains(part));
  }

  private void smile(FxRobot robot, double strength) {
    robot.interact(
        () -> {
          window.editor().allFacesProperty().set(true);
          window.editor().adjust(strength);
          window.editor().commit();
        });
  }

  private static <T> void choose(FxRobot robot, String box, T value) {
    robot.interact(() -> robot.lookup(box).<ComboBox<T>>query().setValue(value));
  }

  /** The recipe of {@link #options}, in a dialog. */
  private static void fillIn(FxRobot robot) {
    robot.interact(() -> robot.lookup("#export-more").queryAs(TitledPane.class).setExpanded(true));
    choose(robot, "#export-size", 480);
    choose(robot, "#export-metadata", MetadataChoice.STRIP);
    robot.interact(
        () -> {
          robot.lookup("#export-quality").queryAs(Slider.class).setValue(80);
          robot.lookup("#export-srgb").queryAs(CheckBox.class).setSelected(true);
          robot.lookup("#export-mark").queryAs(CheckBox.class).setSelected(true);
        });
  }

  private static List<Object> options() {
    return List.of("--quality", 80, "--size", 480, "--metadata", "strip", "--srgb", "--mark");
  }

  private void run(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(options());
    StringWriter said = new StringWriter();
    int code =
        BeamishCommand.of(new Desk(studio, p -> {}, List::of))
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(all.stream().map(Object::toString).toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
  }

  @Test
  void windowApplyAndBatchWriteTheSameBytes(FxRobot robot) throws Exception {
    Path[] photos = {photo("one.jpg", 600), photo("two.png", 600)};
    open(robot, photos);
    afterwards(robot, modelItem(robot, FakeModels.LOUD)::fire);
    for (Path photo : photos) {
      String name = String.valueOf(photo.getFileName());
      awaitPhoto(photo);
      smile(robot, .75);
      robot.interact(
          () -> {
            window.editor().allFacesProperty().set(true);
            window.editor().adjustParts(parts -> parts.withEyes(.2).withTeeth(.5));
            window.editor().commit();
          });
      robot.push(KeyCode.CONTROL, KeyCode.E);
      Path byWindow = folder.resolve("window-" + name);
      type(robot, "#export-file", byWindow);
      fillIn(robot);
      robot.clickOn("#export-button");
      awaitMessage(robot, byWindow.getFileName().toString());
      Path byApply = folder.resolve("apply-" + name);
      run(
          "apply", photo, "--model", "loud", "--smile", .75, "--eyes", .2, "--teeth", .5, "--out",
          byApply);
      assertThat(byApply).hasSameBinaryContentAs(byWindow);
      Path asMade = folder.resolve("made-" + name);
      run("apply", photo, "--model", "loud", "--smile", .75, "--out", asMade);
      assertThat(Files.readAllBytes(asMade)).isNotEqualTo(Files.readAllBytes(byApply));
      robot.push(KeyCode.PAGE_DOWN);
    }

    Path byBatch = folder.resolve("batch");
    run(
        "batch", photos[0], photos[1], "--model", "loud", "--smile", .75, "--eyes", .2, "--teeth",
        .5, "--out", byBatch);

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    Path byAll = folder.resolve("all");
    type(robot, "#export-folder", byAll);
    choose(robot, "#export-format", Optional.empty());
    fillIn(robot);
    robot.clickOn("#export-all-button");
    awaitMessage(robot, "2 of 2 photos");
    for (String name : List.of("one.jpg", "two.png")) {
      String export = name.replace(".", "-smile.");
      assertThat(byBatch.resolve(export)).hasSameBinaryContentAs(folder.resolve("window-" + name));
      assertThat(byAll.resolve(export)).hasSameBinaryContentAs(folder.resolve("window-" + name));
    }
  }

  private void exportAll(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    awaitTrue(() -> robot.lookup("#export-all-button").tryQuery().isPresent());
    robot.clickOn("#export-all-button");
  }

  private List<String> exports() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("photos/beamish"))) {
      return all.map(f -> f.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Test
  void ofTwentyPhotosTwoAreBrokenAndEighteenAreThere(FxRobot robot) throws Exception {
    List<Path> photos = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      photos.add(photo(String.format("p%02d.png", i), 600 + i));
    }
    for (Path photo : photos) {
      open(robot, photo);
      smile(robot, .5);
    }
    open(robot, photos.toArray(Path[]::new));
    byte[] whole = Files.readAllBytes(photos.get(7));
    Files.write(photos.get(7), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(photos.get(13), "no photo at all");

    exportAll(robot);
    awaitMessage(robot, "18 of 20 photos");
    assertThat(robot.lookup("#message-text").queryLabeled().getText()).contains("p07.png");
    assertThat(exports())
        .hasSize(18)
        .doesNotContain("p07-smile.png", "p13-smile.png")
        .allMatch(name -> name.matches("p\\d\\d-smile\\.png"));
    for (String name : exports()) {
      PixelImage edited =
          new PhotoReader().read(folder.resolve("photos/beamish").resolve(name)).pixels();
      assertThat(edited.height()).isEqualTo(400);
    }
    assertThat(Files.readString(photos.get(13))).isEqualTo("no photo at all");
  }

  @Test
  void allEditedPhotosAreExportedAndABadOneIsNamed(FxRobot robot) throws Exception {
    Path[] photos = {
      photo("a.png", 600), photo("b.png", 610), photo("c.png", 620), photo("d.png", TURNED_WIDTH)
    };
    open(robot, photos[0]);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    awaitMessage(robot, "None of these photos");
    // b's edit is in its sidecar only, and d's file is broken once it has one
    for (int edited : new int[] {1, 3}) {
      open(robot, photos[edited]);
      smile(robot, 1);
    }
    open(robot, photos[0], photos[1], photos[2], photos[3]);
    smile(robot, .5);
    byte[] whole = Files.readAllBytes(photos[3]);
    Files.write(photos[3], java.util.Arrays.copyOf(whole, whole.length / 2));

    exportAll(robot);
    awaitMessage(robot, "2 of 3 photos");
    assertThat(robot.lookup("#message-text").queryLabeled().getText()).contains("d.png");
    assertThat(exports()).containsExactly("a-smile.png", "b-smile.png");
    PixelImage a = new PhotoReader().read(folder.resolve("photos/beamish/a-smile.png")).pixels();
    assertThat(a.hasSamePixels(new PhotoReader().read(photos[0]).pixels())).isFalse();
    ListView<beamish.ui.session.Album.Item> film = robot.lookup("#film").queryListView();
    assertThat(film.getItems())
        .extracting(item -> item.exportedProperty().get())
        .containsExactly(true, true, false, false);

    smile(robot, 1.2);
    Files.write(photos[3], whole);
    exportAll(robot);
    awaitMessage(robot, "3 of 3 photos");
    assertThat(exports())
        .containsExactly("a-smile (2).png", "a-smile.png", "b-smile.png", "d-smile.png");
  }
}
