package beamish.ui.export;

import beamish.codec.ExportSettings;
import beamish.codec.MetadataChoice;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the export dialog is remembered by.
 *
 * @param format null for each photo's own
 * @param longEdge pixels, or {@link ExportSettings#OWN_SIZE}
 */
record ExportChoices(
    @Nullable PhotoFormat format,
    double quality,
    int longEdge,
    MetadataChoice metadata,
    boolean srgb,
    boolean mark,
    NamePattern name) {

  /** What a new user is offered. */
  static final ExportChoices STANDARD =
      new ExportChoices(
          null,
          ExportSettings.DEFAULT_QUALITY,
          ExportSettings.OWN_SIZE,
          MetadataChoice.KEEP,
          false,
          false,
          NamePattern.STANDARD);

  /** Whether the dialog's fold holds something other than a new user is offered. */
  boolean hasMore() {
    return metadata != STANDARD.metadata || srgb || mark || !name.equals(STANDARD.name);
  }
}
