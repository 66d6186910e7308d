package beamish.codec;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats a photo can be exported in. */
public enum PhotoFormat {
  JPEG("JPEG", 65_500, "jpg jpeg jpe jfif"),
  PNG("PNG", 65_535, "png"),
  TIFF("TIFF", 65_535, "tif tiff"),
  WEBP("WebP", 16_383, "webp");

  private final String label;
  private final int maxSide;

  /** With spaces between, because an enum holds only what cannot change. */
  private final String extensions;

  PhotoFormat(String label, int maxSide, String extensions) {
    this.label = label;
    this.maxSide = maxSide;
    this.extensions = extensions;
  }

  /** The format's name as people write it, such as "WebP". */
  public String label() {
    return label;
  }

  /** The usual file name extension, without the dot. */
  public String extension() {
    return extensions().get(0);
  }

  /** Every file name extension that means this format, the usual one first, without the dot. */
  public List<String> extensions() {
    return List.of(extensions.split(" ", -1));
  }

  /** The longest side an exported photo may have, in pixels. */
  public int maxSide() {
    return maxSide;
  }

  /** Whether the format keeps 16 bits a sample; the others are reduced to 8. */
  public boolean keeps16Bit() {
    return this == PNG || this == TIFF;
  }

  /** Whether {@link ExportSettings#quality()} means something to this format. */
  public boolean hasQuality() {
    return this == JPEG || this == WEBP;
  }

  /** The format that the extension of {@code file} means, whatever its case; empty if none does. */
  public static Optional<PhotoFormat> ofFileName(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (extension.length() == name.length()) {
      return Optional.empty();
    }
    for (PhotoFormat format : values()) {
      if (format.extensions().contains(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
