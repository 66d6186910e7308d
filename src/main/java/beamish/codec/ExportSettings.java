package beamish.codec;

/**
 * How a photo is exported.
 *
 * @param format the file format
 * @param quality 0 … 1 for JPEG and WebP, ignored by the others: JPEG keeps full colour resolution
 *     (4:4:4) from .9 up, WebP is lossless at 1
 * @param mayReplaceOriginal whether the file the photo was opened from may be replaced
 */
public record ExportSettings(PhotoFormat format, double quality, boolean mayReplaceOriginal) {

  /** The quality a new user is offered. */
  public static final double DEFAULT_QUALITY = 0.92;

  /** Checks the quality's range. */
  public ExportSettings {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality " + quality + " is not within 0 … 1");
    }
  }

  /** The given format in the default quality; never replaces the original. */
  public static ExportSettings of(PhotoFormat format) {
    return new ExportSettings(format, DEFAULT_QUALITY, false);
  }
}
