package beamish.codec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats an animation is exported in. */
public enum LoopFormat {
  /** At most 255 colours, but every program shows it. */
  GIF("GIF", "gif"),
  /** All colours, in a smaller file; browsers and most messengers show it. */
  WEBP("WebP", "webp");

  private final String label;
  private final String extension;

  LoopFormat(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /** The format's name as people write it. */
  public String label() {
    return label;
  }

  /** The file name extension, without the dot. */
  public String extension() {
    return extension;
  }

  /** The format that the extension of {@code file} means, whatever its case; empty if none does. */
  public static Optional<LoopFormat> ofFileName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (LoopFormat format : values()) {
      if (name.endsWith("." + format.extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
