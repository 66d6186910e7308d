package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.Photo;
import beamish.codec.PhotoMetadata;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private final Deque<Runnable> lane = new ArrayDeque<>();
  private final FakeModel model = new FakeModel();
  private final AtomicInteger rehearsed = new AtomicInteger();
  private final ReadAhead ahead = new ReadAhead(lane::add, rehearsed);
  private final OpenPhoto open =
      OpenPhoto.open(
          new Photo(Path.of("x.png"), Pictures.waves(400, 300), PhotoMetadata.NONE),
          new FakeFinder(FakeFinder.face(200, 120, 50)),
          model,
          1600,
          new Cancellation(),
          Progress.NONE);
  private final ShownPhoto photo =
      new ShownPhoto(open, ScreenArea.of(open.preview(), open.photo()));

  private void runAll() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
  }

  @Test
  void worksAllAheadAndRehearsesWithoutAnyMoreDecoding() {
    ahead.begin(photo, List.of(0));
    runAll();
    int decodes = model.decodes;
    assertThat(decodes).isEqualTo(21);
    assertThat(rehearsed).hasValue(60);
    photo.open().renderPreview(SmileSettings.NONE.with(0, .4));
    assertThat(model.decodes).isEqualTo(decodes);
  }

  @Test
  void aFaceThatIsGoneIsLeftOut() {
    ahead.begin(photo, List.of(7));
    runAll();
    assertThat(model.decodes).isZero();
    assertThat(rehearsed).hasValue(0);
  }

  @Test
  void stopsAtTheNextStep() {
    ahead.begin(photo, List.of(0));
    lane.remove().run();
    ahead.stop();
    runAll();
    assertThat(model.decodes).isEqualTo(1);
    assertThat(rehearsed).hasValue(0);
  }
}
