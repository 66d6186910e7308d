package beamish.training;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * {@link MouthDistance} where the other photo is laid nearest: moved a little on the template, and
 * a little larger or smaller. Pairs are aligned by the upper face; a head that nods between two
 * photos moves its mouth otherwise, and a plain distance takes that for another smile. Who compares
 * gives the untouched photo the same freedom.
 *
 * <p>Places are told apart at half the size at which the distance is measured.
 */
public final class LaidDistance {
  /** Places are two pixels of a {@link EditGeometry#CROP} px crop apart, .02 eye distances. */
  private static final double STEP = 2. / EditGeometry.CROP;

  /** Steps to either side, and up and down: a mouth moves .07 eye distances as a head nods. */
  private static final int ASIDE = 2;

  private static final int DOWN = 3;
  private static final double[] SIZES = {.94, 1, 1.06};
  private static final int COLUMNS = EditGeometry.MOUTH_COLUMNS;
  private static final int ROWS = EditGeometry.MOUTH_ROWS;

  private final PixelImage photo;
  private final List<Place> places = new ArrayList<>();
  private final LaplacianPyramid pyramid = new LaplacianPyramid(COLUMNS, ROWS, 3);
  private final float[][] weights;

  /** The photo laid somewhere. */
  private record Place(Similarity photoToCrop, FloatImage seen) {}

  /** Distances to {@code photo}, lying near where {@code photoToCrop} lays it on the template. */
  public LaidDistance(PixelImage photo, Similarity photoToCrop) {
    this.photo = photo;
    float[] ones = new float[COLUMNS * ROWS];
    Arrays.fill(ones, 1);
    this.weights = pyramid.weights(ones);
    CropWindow mouth = EditGeometry.MOUTH;
    Point middle = new Point(mouth.x() + mouth.width() / 2, mouth.y() + mouth.height() / 2);
    for (double size : SIZES) {
      for (int down = -DOWN; down <= DOWN; down++) {
        for (int aside = -ASIDE; aside <= ASIDE; aside++) {
          Similarity there =
              photoToCrop.then(
                  new Similarity(
                      size,
                      0,
                      (1 - size) * middle.x() + aside * STEP,
                      (1 - size) * middle.y() + down * STEP));
          places.add(new Place(there, MouthDistance.window(photo, there, COLUMNS, ROWS)));
        }
      }
    }
  }

  /** The distance of another photo's mouth where that is least; samples in [0, 1]. */
  public double of(PixelImage other, Similarity otherToCrop) {
    float[] mouth = MouthDistance.window(other, otherToCrop, COLUMNS, ROWS).data();
    Place nearest =
        places.stream()
            .min(
                Comparator.comparingDouble(
                    p -> pyramid.loss(mouth, p.seen.data(), weights, 1, new float[0])))
            .orElseThrow();
    return new MouthDistance(photo, nearest.photoToCrop).of(other, otherToCrop);
  }
}
