package beamish.codec;

/** What an export takes along of the photo's metadata; the colour profile always comes along. */
public enum MetadataChoice {
  /** EXIF and XMP as they are. */
  KEEP,
  /** EXIF and XMP, but nothing that tells the place: no EXIF GPS directory, no XMP exif:GPS…. */
  NO_GPS,
  /** Neither EXIF nor XMP. */
  STRIP
}
