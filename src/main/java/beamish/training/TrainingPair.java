package beamish.training;

import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.List;

/**
 * One person's neutral and smiling photo, cut on the template with a margin and kept as bytes.
 *
 * @param name the files' common name
 * @param neutral {@code [3][SIZE][SIZE]} unsigned, crop space −.25 … 1.25
 * @param smiling likewise, registered to the neutral one by the upper face
 * @param neutralPoints points of the neutral face in crop space, in one order for all pairs; can be
 *     empty
 * @param smilingPoints the same points in the smiling photo
 */
public record TrainingPair(
    String name,
    byte[] neutral,
    byte[] smiling,
    List<Point> neutralPoints,
    List<Point> smilingPoints) {
  /** Pixels of the cached crop's edge. */
  public static final int SIZE = 576;

  /** Where the cached crop starts in crop space. */
  public static final double START = -.25;

  /** Crop widths that the cached crop spans. */
  public static final double SPAN = 1.5;

  /** Cuts a photo's face as {@link #neutral} and {@link #smiling} hold it. */
  public static byte[] cut(PixelImage photo, Similarity photoToCrop) {
    return quantise(AlignedCrop.cutRegion(photo, photoToCrop, START, START, SPAN, SIZE, SIZE));
  }

  /** Rounds an image in [0, 1] to bytes. */
  public static byte[] quantise(FloatImage image) {
    byte[] out = new byte[image.data().length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, image.data()[i])));
    }
    return out;
  }
}
