package beamish.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.fake.FakeFinder;
import beamish.fake.Pictures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PreviewSizeTest {
  private final Queue<Runnable> lane = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Editor editor = new Editor();
  private final PreviewSize size = new PreviewSize(editor, lane::add, Runnable::run, failures::add);

  private void show() {
    editor.show(Pictures.shown(1200, 800, 600, FakeFinder.face(600, 300, 200)));
  }

  private void runLane() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
    assertThat(failures).isEmpty();
  }

  private double scale() {
    return shown().open().previewScale();
  }

  private ShownPhoto shown() {
    ShownPhoto shown = editor.photo();
    assertThat(shown).isNotNull();
    return shown;
  }

  @Test
  void followsTheViewUpToTheLargest() {
    assertThat(size.suit(1, 1)).as("without a photo").isFalse();
    show();
    assertThat(size.suit(.5, 1)).as("as it is").isFalse();
    assertThat(size.suit(2, 1)).as("there is no larger one").isFalse();

    ShownPhoto before = shown();
    assertThat(size.suit(.25, 1)).isTrue();
    runLane();
    assertThat(scale()).isEqualTo(.25);
    assertThat(shown().isSamePicture(before)).isTrue();
    assertThat(shown().hasSamePreview(before)).isFalse();
    assertThat(shown().preview().width()).isEqualTo(300);
    assertThat(size.suit(.252, 1)).as("nearly").isFalse();

    assertThat(size.suit(3, 1)).isTrue();
    runLane();
    assertThat(scale()).isEqualTo(.5);
  }

  @Test
  void neverSmallerThanTheListOfFacesShowsThem() {
    show();
    double face = shown().open().face(0).box().width();
    assertThat(size.suit(.001, 2)).isTrue();
    runLane();
    assertThat(scale() * face).isCloseTo(80, within(20.));
  }

  @Test
  void onlyTheLatestViewCounts() {
    show();
    assertThat(size.suit(.2, 1)).isTrue();
    assertThat(size.suit(.3, 1)).isTrue();
    runLane();
    assertThat(scale()).isEqualTo(.3);
  }

  @Test
  void aPhotoThatCameMeanwhileStays() {
    show();
    assertThat(size.suit(.2, 1)).isTrue();
    show();
    ShownPhoto next = shown();
    runLane();
    assertThat(shown()).isSameAs(next);
    size.stop();
    assertThat(size.suit(.2, 1)).isFalse();
  }
}
