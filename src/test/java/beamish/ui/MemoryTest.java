package beamish.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.OpenPhoto;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.image.AreaAverage;
import beamish.image.PixelImage;
import beamish.job.Lanes;
import beamish.ui.session.ShownPhoto;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A window that has shown many photos holds no more memory than one that has shown a few. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and TestFX set the fields
class MemoryTest {
  private static final int WARM_UP = 8;
  private static final int PHOTOS = 50;

  /** Ten of the photos' previews: fewer than that say nothing of fifty photos. */
  private static final long HEAP_TOLERANCE = 12_000_000;

  /** What JavaCPP counts: one picture of the smallest size. */
  private static final long NATIVE_TOLERANCE = 100_000;

  @TempDir Path folder;
  private final Lanes lanes = new Lanes();
  private BeamishWindow window;
  private Stage stage;
  private PixelImage face;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            () -> new LandmarkFaceFinder(Path.of("models/landmarks-1")),
            new ModelStore(
                List.of(Path.of("models")), Map.of(BeamishModel.ARCHITECTURE, BeamishModel::new)),
            lanes);
    face = studio.reader().read(Path.of("assets/samples/portrait-1.jpg")).pixels();
    window = new BeamishWindow(stage, studio, Keeping.nothing(), List.of());
    window.show();
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    window.closed().get(20, TimeUnit.SECONDS);
    lanes.close();
  }

  /** A photo of its own size, with a face. */
  private Path photo(int number) {
    PixelImage pixels = AreaAverage.shrinkBy(face, .2 + .002 * number);
    Path file = folder.resolve(number + ".jpg");
    new PhotoWriter()
        .write(
            new Photo(file, pixels, PhotoMetadata.NONE),
            pixels,
            file,
            new ExportSettings(PhotoFormat.JPEG, .9, true));
    return file;
  }

  private void showAndEdit(FxRobot robot, int number) throws Exception {
    Path file = photo(number);
    robot.interact(() -> window.open(List.of(file)));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              ShownPhoto shown = window.editor().photo();
              return shown != null && shown.source().equals(file);
            });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".face-frame").queryAll()).hasSize(1);
    robot.interact(
        () -> {
          window.editor().adjust(.5);
          window.editor().commit();
        });
    // what the edit asked for has been worked on before what is asked for now
    CompletableFuture.runAsync(() -> {}, lanes.model()).get(30, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private record Held(long heap, long natives) {}

  /** What is held once all is worked ahead and the collector has had its way. */
  private Held held() throws Exception {
    OpenPhoto photo = requireNonNull(window.editor().photo()).open();
    CompletableFuture.runAsync(
            () -> {
              boolean more = true;
              while (more) {
                more = photo.numbers().stream().anyMatch(photo::readAhead);
              }
            },
            lanes.model())
        .get(60, TimeUnit.SECONDS);
    Runtime java = Runtime.getRuntime();
    Held least = new Held(Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < 4; i++) {
      System.gc();
      // natives are freed by a thread of their own
      Thread.sleep(100);
      least =
          new Held(
              Math.min(least.heap, java.totalMemory() - java.freeMemory()),
              Math.min(least.natives, Pointer.totalBytes()));
    }
    return least;
  }

  @Test
  void fiftyPhotosLeaveNothingBehind(FxRobot robot) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      showAndEdit(robot, i);
    }
    Held before = held();
    for (int i = 0; i < PHOTOS; i++) {
      showAndEdit(robot, WARM_UP + i);
    }
    // the last photo is as large as the last before: only what piles up is meant
    showAndEdit(robot, WARM_UP - 1);
    Held after = held();
    assertThat(after.natives - before.natives).isLessThan(NATIVE_TOLERANCE);
    assertThat(after.heap - before.heap).isLessThan(HEAP_TOLERANCE);
  }
}
