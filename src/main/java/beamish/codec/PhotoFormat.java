package beamish.codec;

/** The formats a photo can be exported in. */
public enum PhotoFormat {
  JPEG,
  PNG,
  TIFF,
  WEBP
}
