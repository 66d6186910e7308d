package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.face.AlignedCrop;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.Arrays;

/**
 * How far a mouth is from another photo's: L1 over a 3-level Laplacian pyramid of the aligned mouth
 * window, at 512 px to the crop, every pixel counting alike.
 */
public final class MouthDistance {
  private static final int COLUMNS = 2 * EditGeometry.MOUTH_COLUMNS;
  private static final int ROWS = 2 * EditGeometry.MOUTH_ROWS;

  private final FloatImage wanted;
  private final LaplacianPyramid pyramid = new LaplacianPyramid(COLUMNS, ROWS, 3);
  private final float[][] weights;

  /** Distances to {@code photo}, lying on the template as {@code photoToCrop} says. */
  public MouthDistance(PixelImage photo, Similarity photoToCrop) {
    this.wanted = window(photo, photoToCrop, COLUMNS, ROWS);
    float[] ones = new float[COLUMNS * ROWS];
    Arrays.fill(ones, 1);
    this.weights = pyramid.weights(ones);
  }

  /** The distance of another photo's mouth, 0 for the same; samples in [0, 1]. */
  public double of(PixelImage photo, Similarity photoToCrop) {
    FloatImage w = window(photo, photoToCrop, COLUMNS, ROWS);
    return pyramid.loss(w.data(), wanted.data(), weights, 1, new float[0]);
  }

  /** The mouth window of a photo, in so many pixels. */
  static FloatImage window(PixelImage photo, Similarity photoToCrop, int columns, int rows) {
    CropWindow m = EditGeometry.MOUTH;
    return AlignedCrop.cutRegion(photo, photoToCrop, m.x(), m.y(), m.width(), columns, rows);
  }
}
