package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

  @Test
  void linuxNeedsAVariable() {
    assertThat(Display.missing(Map.of(), "Linux")).isPresent();
    assertThat(Display.missing(Map.of("DISPLAY", ""), "Linux")).isPresent();
    assertThat(Display.missing(Map.of("DISPLAY", ":0"), "Linux")).isEmpty();
    assertThat(Display.missing(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isEmpty();
    assertThat(Display.missing(Map.of(), "Mac OS X")).isEmpty();
  }
}
