package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.edit.SmileSettings;
import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DetailFeedTest {
  private static final int EDGE = TileGrid.EDGE;
  private static final TileGrid.Tile FACE = new TileGrid.Tile(0, 0, 0);
  private static final TileGrid.Tile ASIDE = new TileGrid.Tile(0, 1, 0);
  private static final SmileSettings SMILE = SmileSettings.NONE.with(0, 1);

  private final Queue<Runnable> lane = new ArrayDeque<>();
  private final List<DetailFeed.Detail> shown = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final ShownPhoto photo = Pictures.shown(900, 600, 150, FakeFinder.face(250, 250, 60));
  private final DetailFeed feed =
      new DetailFeed(lane::add, Runnable::run, shown::add, failures::add);

  private void request(TileGrid.Tile... tiles) {
    feed.request(new DetailFeed.Wanted(photo, SMILE, List.of(tiles)));
  }

  private void runLane() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void tilesAreTheExportsPixels() {
    request(FACE, ASIDE);
    runLane();
    assertThat(shown).extracting(DetailFeed.Detail::tile).containsExactly(FACE, ASIDE);
    PixelImage original = photo.open().photo().pixels();
    PixelImage edited = photo.open().render(SMILE, new Cancellation(), Progress.NONE);
    assertThat(shown.get(0).original().argb()).isEqualTo(pixels(original, 0, 0, EDGE, EDGE));
    assertThat(shown.get(0).edited().argb())
        .isEqualTo(pixels(edited, 0, 0, EDGE, EDGE))
        .isNotEqualTo(shown.get(0).original().argb());
    assertThat(shown.get(1).original().argb())
        .isEqualTo(pixels(original, EDGE, 0, 900 - EDGE, EDGE));
    assertThat(shown.get(1).edited()).isSameAs(shown.get(1).original());
  }

  private int[] pixels(PixelImage picture, int x, int y, int width, int height) {
    return ScreenArea.of(picture.part(x, y, width, height), photo.open().photo()).argb();
  }

  @Test
  void whatTheSliderAsksForGoesBetweenTwoTiles() {
    request(FACE, ASIDE);
    lane.add(() -> assertThat(shown).hasSize(1));
    runLane();
    assertThat(shown).hasSize(2);
  }

  @Test
  void onlyTheNewestRequestGoesOn() {
    request(FACE, ASIDE);
    lane.remove().run();
    request(ASIDE);
    runLane();
    assertThat(shown).extracting(DetailFeed.Detail::tile).containsExactly(FACE, ASIDE);
    request(FACE);
    feed.cancel();
    runLane();
    assertThat(shown).hasSize(2);
  }
}
