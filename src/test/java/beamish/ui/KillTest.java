package beamish.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.EditHistory;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.edit.project.RecentPhotos;
import beamish.edit.project.Sidecars;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModels;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.ui.session.Editor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's process is killed in the middle of a drag, and another window is opened. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class KillTest {
  /** What the autosave promises, and what a busy machine may take to keep it. */
  private static final long SAVED_WITHIN_MS = 500 + 1500;

  private static final long DRAG_MS = 4000;
  private static final String MOVE = "move ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private Stage stage;
  private BeamishWindow next;

  /** One move of the drag: when, and the smile that the slider showed. */
  private record Move(long at, double strength) {}

  @Start
  void start(Stage first) {
    stage = first;
  }

  /** Before the lanes, or the stage is left to the next test with a window that cannot close. */
  @AfterEach
  void close(FxRobot robot) throws Exception {
    if (next != null) {
      robot.interact(stage::hide);
      next.closed().get(10, TimeUnit.SECONDS);
    }
    lanes.close();
  }

  private static BeamishWindow window(Stage stage, Path folder, Lanes lanes) {
    return new BeamishWindow(
        stage,
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new FakeFinder(FakeFinder.face(160, 150, 70), FakeFinder.face(440, 150, 80)),
            FakeModels.store(folder.resolve("models")),
            lanes),
        new Keeping(
            Sidecars.besidePhotos(folder.resolve("edits")),
            RecentPhotos.in(folder.resolve("recent.json"))),
        List.of(folder.resolve("a.png")));
  }

  private Process child() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    for (String name : List.of("glass.platform", "prism.order", "java.util.logging.config.file")) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            DragsForLong.class.getName(),
            folder.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void aKillInTheMiddleOfADragLosesNoMoreThanItsLastMoment(FxRobot robot) throws Exception {
    FakeModels.install(folder.resolve("models"));
    Path photo = folder.resolve("a.png");
    PixelImage pixels = Pictures.waves(600, 400);
    new PhotoWriter()
        .write(
            new Photo(photo, pixels, PhotoMetadata.NONE),
            pixels,
            photo,
            new ExportSettings(PhotoFormat.PNG, 1, true));
    byte[] before = Files.readAllBytes(photo);

    Process child = child();
    List<Move> moves = new ArrayList<>();
    try (BufferedReader said = child.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(MOVE)) {
          double strength = Double.parseDouble(line.substring(MOVE.length()));
          moves.add(new Move(System.currentTimeMillis(), strength));
          if (moves.get(moves.size() - 1).at - moves.get(0).at > DRAG_MS) {
            break;
          }
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(moves).hasSizeGreaterThan(20);
    long killed = moves.get(moves.size() - 1).at;
    double least =
        moves.stream()
            .filter(move -> killed - move.at > SAVED_WITHIN_MS)
            .mapToDouble(Move::strength)
            .max()
            .orElseThrow();

    robot.interact(
        () -> {
          next = window(stage, folder, lanes);
          next.show();
        });
    Editor editor = next.editor();
    await().atMost(PATIENCE).until(() -> editor.photo() != null);
    EditHistory history = editor.historyProperty().get();
    // the step before the drag, and the drag
    assertThat(history.steps()).hasSize(2);
    assertThat(history.at(1).present().strength(0)).isEqualTo(-.4);
    assertThat(editor.settings().strength(0)).isEqualTo(-.4);
    assertThat(editor.settings().strength(1)).isBetween(least, 1.5);
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
  }

  /** Opens the window on a photo, sets one face, and drags the other's smile until it is killed. */
  static final class DragsForLong {
    private static double strength;
    private static boolean dragging;

    private DragsForLong() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      Lanes lanes = new Lanes();
      Platform.startup(
          () -> {
            Stage stage = new Stage();
            BeamishWindow window = window(stage, folder, lanes);
            window.show();
            window
                .editor()
                .photoProperty()
                .subscribe(
                    shown -> {
                      // the photo comes again in the view's size, in the middle of the drag
                      if (shown != null && !dragging) {
                        dragging = true;
                        Platform.runLater(() -> drag(window, stage));
                      }
                    });
          });
    }

    private static void drag(BeamishWindow window, Stage stage) {
      window.editor().choose(0);
      window.editor().adjust(-.4);
      window.editor().commit();
      window.editor().choose(1);
      Slider slider = (Slider) stage.getScene().lookup("#smile");
      slider.fireEvent(press(slider));
      Timeline drag =
          new Timeline(
              new KeyFrame(
                  javafx.util.Duration.millis(40),
                  e -> {
                    strength = Math.min(1.5, strength + .01);
                    slider.setValue(strength);
                    System.out.println(MOVE + window.editor().strength());
                  }));
      drag.setCycleCount(Timeline.INDEFINITE);
      drag.play();
    }

    /** The hand goes down and stays down. */
    private static MouseEvent press(Slider slider) {
      return new MouseEvent(
          MouseEvent.MOUSE_PRESSED,
          1,
          1,
          1,
          1,
          MouseButton.PRIMARY,
          1,
          false,
          false,
          false,
          false,
          true,
          false,
          false,
          true,
          false,
          true,
          new javafx.scene.input.PickResult(slider, 1, 1));
    }
  }
}
