package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.FacePlaces;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.face.Landmarks;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PreviewFeedTest {
  private final Queue<Runnable> lane = new ArrayDeque<>();
  private final List<ScreenArea> painted = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final FakeModel model = new FakeModel();
  private final ShownPhoto photo =
      Pictures.shown(
          model, 600, 400, 300, FakeFinder.face(150, 150, 60), FakeFinder.face(450, 150, 60));
  private final Queue<Runnable> rest = new ArrayDeque<>();
  private final PreviewFeed feed =
      new PreviewFeed(
          lane::add, rest::add, Runnable::run, (of, part) -> painted.add(part), failures::add);

  private void request(SmileSettings settings) {
    feed.request(photo, settings);
  }

  private void runLane() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
  }

  private void comeToRest() {
    while (!rest.isEmpty()) {
      lane.add(rest.remove());
    }
    runLane();
  }

  /** What of a picture is where {@code part} is. */
  private ScreenArea of(PixelImage picture, ScreenArea part) {
    return ScreenArea.of(picture, photo.open().photo())
        .part(part.x(), part.y(), part.width(), part.height());
  }

  @Test
  void atRestThePreviewIsTheExactOneAndTheFullSizeNeedsNoDecoding() {
    while (photo.open().readAhead(0)) {
      // until all is there
    }
    SmileSettings settings = SmileSettings.NONE.with(0, .33);
    int decodes = model.decodes;
    request(settings);
    runLane();
    request(settings);
    runLane();
    assertThat(model.decodes).as("while it moves").isEqualTo(decodes);
    assertThat(painted).hasSize(1);
    comeToRest();
    assertThat(failures).isEmpty();
    assertThat(painted).hasSize(2);
    assertThat(model.decodes).as("at rest").isEqualTo(decodes + 1);
    PixelImage full = photo.open().render(settings, new Cancellation(), Progress.NONE);
    assertThat(model.decodes).as("at full size").isEqualTo(decodes + 1);
    assertThat(full.hasSamePixels(photo.open().photo().pixels())).isFalse();
    PixelImage expected = photo.open().renderExactPreview(settings, new Cancellation());
    ScreenArea part = painted.get(1);
    assertThat(part.argb()).isEqualTo(of(expected, part).argb());
    request(settings);
    runLane();
    comeToRest();
    assertThat(painted).as("nothing changes any more").hasSize(2);
  }

  @Test
  void aPreviewOfAnotherSizeIsPaintedAsAWhole() {
    SmileSettings settings = SmileSettings.NONE.with(1, 1);
    request(settings);
    runLane();
    ShownPhoto small = photo.with(photo.open().previewedAt(.25));
    for (SmileSettings now : List.of(settings, SmileSettings.NONE)) {
      ShownPhoto shown = now.equals(settings) ? small : photo;
      feed.request(shown, now);
      runLane();
      PixelImage expected = shown.open().renderPreview(now);
      assertThat(painted.get(painted.size() - 1))
          .usingRecursiveComparison()
          .isEqualTo(ScreenArea.of(expected, shown.open().photo()));
    }
    assertThat(painted).hasSize(3);
    assertThat(failures).isEmpty();
  }

  @Test
  void atRestAPreviewOfAnotherSizeIsTheExactOneAtOnce() {
    SmileSettings settings = SmileSettings.NONE.with(1, .33);
    while (photo.open().readAhead(1)) {
      // until all is there, so that a move is blended
    }
    request(settings);
    runLane();
    comeToRest();
    OpenPhoto small = photo.open().previewedAt(.25);
    PixelImage exact = small.renderExactPreview(settings, new Cancellation());

    feed.request(photo.with(small), settings);
    runLane();
    assertThat(painted.get(painted.size() - 1))
        .usingRecursiveComparison()
        .isEqualTo(ScreenArea.of(exact, photo.open().photo()));
    assertThat(rest).as("nothing is left to settle").isEmpty();
  }

  @Test
  void aHandThatMovesOnIsNotAtRest() {
    request(SmileSettings.NONE.with(0, .33));
    runLane();
    request(SmileSettings.NONE.with(0, .44));
    comeToRest();
    assertThat(painted).hasSize(2);
    comeToRest();
    assertThat(painted).as("only the newest comes to rest").hasSize(3);
  }

  @Test
  void rendersOnlyTheNewest() {
    request(SmileSettings.NONE.with(0, .1));
    request(SmileSettings.NONE.with(0, .2));
    request(SmileSettings.NONE.with(0, .3));
    runLane();
    assertThat(failures).isEmpty();
    assertThat(painted).hasSize(1);
    PixelImage expected = photo.open().renderPreview(SmileSettings.NONE.with(0, .3));
    ScreenArea part = painted.get(0);
    ScreenArea same = of(expected, part);
    assertThat(part.argb()).isEqualTo(same.argb());
  }

  @Test
  void paintsOnlyWhatChanged() {
    request(SmileSettings.NONE.with(0, .5));
    runLane();
    ScreenArea left = painted.get(0);
    assertThat(left.x() + left.width()).isLessThan(145);
    request(SmileSettings.NONE.with(0, .5).with(1, .5));
    runLane();
    assertThat(painted.get(1).x()).isGreaterThan(145);
    request(SmileSettings.NONE.with(0, .5).with(1, .5));
    runLane();
    assertThat(painted).hasSize(2);
  }

  /** What was painted, put together, is what a feed that begins there paints. */
  @Test
  void aFaceThatMovesIsPaintedWhereItWasAndWhereItIs() {
    SmileSettings one = SmileSettings.NONE.with(0, 1);
    request(one);
    runLane();
    Landmarks there = FakeFinder.face(100, 130, 34).landmarks();
    ShownPhoto moved = photo.with(photo.open().placed(FacePlaces.NONE.with(0, there)));
    feed.request(moved, one);
    feed.request(moved, one);
    runLane();
    assertThat(painted).hasSize(2);
    int[] screen = photo.preview().argb().clone();
    for (ScreenArea part : painted) {
      for (int y = 0; y < part.height(); y++) {
        System.arraycopy(
            part.argb(),
            y * part.width(),
            screen,
            (part.y() + y) * photo.preview().width() + part.x(),
            part.width());
      }
    }
    ScreenArea expected = ScreenArea.of(moved.open().renderPreview(one), moved.open().photo());
    assertThat(screen).isEqualTo(expected.argb());
    feed.request(moved, one);
    runLane();
    assertThat(painted).hasSize(2);
  }

  @Test
  void goesBackToTheOriginal() {
    request(SmileSettings.NONE.with(0, .5));
    runLane();
    request(SmileSettings.NONE);
    runLane();
    ScreenArea part = painted.get(1);
    ScreenArea before = of(photo.open().preview(), part);
    assertThat(part.argb()).isEqualTo(before.argb());
  }

  @Test
  void fallsSilentOnceStopped() {
    request(SmileSettings.NONE.with(0, .5));
    feed.stop();
    request(SmileSettings.NONE.with(0, .6));
    runLane();
    assertThat(painted).isEmpty();
  }
}
