package beamish.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;

/** Whether a window can be shown at all, and the start of what shows windows. */
final class Display {
  private static final String BEAT = "javafx.animation.pulse";

  /**
   * Beats a second; JavaFX's own 60 let a slider's picture wait for up to 17 ms until it shows. At
   * rest these many take no more of the processor than 120.
   */
  private static final String BEATS = "240";

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

  /**
   * Starts JavaFX; once a process.
   *
   * @param first runs on the FX thread
   * @throws RuntimeException or a {@link LinkageError} where no window can be shown
   */
  static void start(Runnable first) {
    if (System.getProperty(BEAT) == null) {
      System.setProperty(BEAT, BEATS);
    }
    Platform.startup(first);
  }
}
