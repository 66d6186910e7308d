package beamish.codec;

/**
 * How a photo is exported. The same settings on the same pixels give the same bytes, whoever asks.
 *
 * @param format the file format
 * @param quality 0 … 1 for JPEG and WebP, ignored by the others: JPEG keeps full colour resolution
 *     (4:4:4) from .9 up, WebP is lossless at 1
 * @param longEdge the longest side in pixels, by area averaging; a smaller photo is never enlarged;
 *     {@link #OWN_SIZE} leaves every photo as large as it is
 * @param metadata what comes along of EXIF and XMP
 * @param srgb whether colours are converted to sRGB; otherwise they stay in the photo's profile
 * @param mark whether the file's XMP says that AI had a part in the picture (IPTC's digital source
 *     type)
 * @param mayReplaceOriginal whether the file the photo was opened from may be replaced
 */
public record ExportSettings(
    PhotoFormat format,
    double quality,
    int longEdge,
    MetadataChoice metadata,
    boolean srgb,
    boolean mark,
    boolean mayReplaceOriginal) {

  /** The quality a new user is offered. */
  public static final double DEFAULT_QUALITY = 0.92;

  /** The long edge that changes no size. */
  public static final int OWN_SIZE = 0;

  /** Checks the ranges. */
  public ExportSettings {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality " + quality + " is not within 0 … 1");
    }
    if (longEdge < 0) {
      throw new IllegalArgumentException("a long edge of " + longEdge + " px");
    }
  }

  /** The photo's own size, metadata and colours, without a mark. */
  public ExportSettings(PhotoFormat format, double quality, boolean mayReplaceOriginal) {
    this(format, quality, OWN_SIZE, MetadataChoice.KEEP, false, false, mayReplaceOriginal);
  }

  /** The given format in the default quality; never replaces the original. */
  public static ExportSettings of(PhotoFormat format) {
    return new ExportSettings(format, DEFAULT_QUALITY, false);
  }

  /** The same, except for the format. */
  public ExportSettings withFormat(PhotoFormat other) {
    return new ExportSettings(other, quality, longEdge, metadata, srgb, mark, mayReplaceOriginal);
  }

  /** The same, except for the long edge. */
  public ExportSettings withLongEdge(int other) {
    return new ExportSettings(format, quality, other, metadata, srgb, mark, mayReplaceOriginal);
  }

  /** The same, except for whether the opened photo itself may be replaced. */
  public ExportSettings replacingOriginal(boolean may) {
    return new ExportSettings(format, quality, longEdge, metadata, srgb, mark, may);
  }
}
