package beamish.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Box;
import beamish.image.Point;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport fitted = Viewport.fit(1048, 848, 4000, 2000, 1);

  @Test
  void fitCentresTheWholePhoto() {
    assertThat(fitted.scale()).isEqualTo(.25);
    assertThat(fitted.toView(new Point(0, 0))).isEqualTo(new Point(24, 174));
    assertThat(fitted.overflows()).isFalse();
    assertThat(fitted.visible()).isEqualTo(new Box(0, 0, 4000, 2000));
  }

  @Test
  void fitNeverEnlarges() {
    assertThat(Viewport.fit(1000, 1000, 100, 100, 1).scale()).isEqualTo(1);
  }

  @Test
  void zoomKeepsThePointUnderThePointer() {
    Point before = fitted.toPhoto(500, 400);
    Viewport near = fitted.zoomed(1, 500, 400);
    Point after = near.toPhoto(500, 400);
    assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
    assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
    assertThat(near.overflows()).isTrue();
  }

  @Test
  void panStopsAtThePhotosEdges() {
    Viewport near = fitted.zoomed(1, 500, 400).panned(1e6, -1e6);
    assertThat(near.x()).isZero();
    assertThat(near.y()).isEqualTo(848 - 2000);
    assertThat(near.visible()).isEqualTo(new Box(0, 1152, 1048, 848));
  }

  @Test
  void zoomEndsAtTheWholePhoto() {
    assertThat(fitted.zoomed(.001, 0, 0)).isEqualTo(fitted);
  }
}
