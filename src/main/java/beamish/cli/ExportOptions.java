package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.MetadataChoice;
import beamish.codec.PhotoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a result is written, the same for every command that writes one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportOptions {

  @Option(
      names = "--quality",
      paramLabel = "Q",
      defaultValue = "92",
      description = "1 ... 100 for the lossy formats; ${DEFAULT-VALUE} without it.")
  private int quality;

  @Option(
      names = "--size",
      paramLabel = "PX",
      description = "The long edge in pixels; a smaller photo is not enlarged.")
  private int size;

  @Option(
      names = "--metadata",
      paramLabel = "keep|strip|no-gps",
      defaultValue = "keep",
      description =
          "EXIF and XMP: keep all, strip all, or keep all but the place; ${DEFAULT-VALUE} without"
              + " it.")
  private String metadata;

  @Option(names = "--srgb", description = "Converts the colours to sRGB.")
  private boolean srgb;

  @Option(
      names = "--mark",
      description = "Says in the XMP that AI had a part (IPTC digital source type).")
  private boolean mark;

  /**
   * The settings chosen; none replaces the original.
   *
   * @throws ParameterException if one makes no sense
   */
  ExportSettings settings(PhotoFormat format, CommandSpec spec) {
    if (quality < 1 || quality > 100) {
      throw usage(spec, "--quality " + quality + ": must lie between 1 and 100");
    }
    boolean sized = spec.commandLine().getParseResult().hasMatchedOption("--size");
    if (sized && size < 1) {
      throw usage(spec, "--size " + size + ": must be 1 pixel or more");
    }
    return new ExportSettings(
        format,
        quality / 100.0,
        sized ? size : ExportSettings.OWN_SIZE,
        kept(spec),
        srgb,
        mark,
        false);
  }

  private MetadataChoice kept(CommandSpec spec) {
    return switch (metadata.toLowerCase(Locale.ROOT)) {
      case "keep" -> MetadataChoice.KEEP;
      case "strip" -> MetadataChoice.STRIP;
      case "no-gps" -> MetadataChoice.NO_GPS;
      default -> throw usage(spec, "--metadata " + metadata + ": must be keep, strip or no-gps");
    };
  }

  /** Whether two paths mean one file. */
  static boolean isSame(Path file, Path photo) {
    try {
      return Files.isSameFile(file, photo);
    } catch (IOException e) {
      return false; // one of the two is not there
    }
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
