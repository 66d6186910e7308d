package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.SmileSettings;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DetailFeedTest {
  private final Queue<Runnable> lane = new ArrayDeque<>();
  private final List<DetailFeed.Detail> shown = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final ShownPhoto photo = Pictures.shown(600, 400, 150, FakeFinder.face(300, 150, 60));
  private final DetailFeed feed =
      new DetailFeed(lane::add, Runnable::run, shown::add, failures::add);

  private DetailFeed.Wanted wanted(int x, double scale) {
    return new DetailFeed.Wanted(photo, SmileSettings.NONE.with(0, 1), x, 50, 200, 100, scale);
  }

  private void runLane() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
  }

  @Test
  void cutsTheVisiblePartInFullResolution() {
    feed.request(wanted(10, 1));
    runLane();
    assertThat(failures).isEmpty();
    DetailFeed.Detail detail = shown.get(0);
    ScreenArea expected =
        ScreenArea.part(photo.open().photo().pixels(), photo.open().photo(), 10, 50, 200, 100);
    assertThat(detail.original().argb()).isEqualTo(expected.argb());
    assertThat(detail.edited().width()).isEqualTo(200);
  }

  @Test
  void averagesDownToTheScreen() {
    feed.request(wanted(10, .5));
    runLane();
    assertThat(shown.get(0).original().width()).isEqualTo(100);
    assertThat(shown.get(0).original().height()).isEqualTo(50);
  }

  @Test
  void showsOnlyTheNewest() {
    feed.request(wanted(10, 1));
    feed.request(wanted(20, 1));
    runLane();
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).wanted().x()).isEqualTo(20);
    feed.request(wanted(30, 1));
    feed.cancel();
    runLane();
    assertThat(shown).hasSize(1);
  }
}
