package beamish.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a window can be shown at all. */
final class Display {
  private Display() {}

  /** Why no window can be opened with this environment, on this operating system; if so. */
  static Optional<String> missing(Map<String, String> environment, String osName) {
    boolean linux = osName.toLowerCase(Locale.ROOT).contains("linux");
    boolean named =
        !environment.getOrDefault("DISPLAY", "").isEmpty()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    return linux && !named
        ? Optional.of("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)")
        : Optional.empty();
  }

  /** The same for this process. */
  static Optional<String> missing() {
    return missing(System.getenv(), System.getProperty("os.name"));
  }
}
