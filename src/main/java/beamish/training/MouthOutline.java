package beamish.training;

import beamish.face.DetectedFace;
import beamish.image.PixelImage;
import beamish.image.Point;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The outer edge of the lips by what a finder knows of a face: two parabolas through the mouth
 * corners, one as high as the upper lip's upper edge, one as low as the lower lip's lower edge.
 */
final class MouthOutline {
  /** Where {@link DetectedFace#points} has the middle of the upper lip's upper edge. */
  private static final int UPPER_LIP = 11;

  /** And of the lower lip's lower edge. */
  private static final int LOWER_LIP = 12;

  private final Point middle;

  /** Half the mouth's width, pixels. */
  private final double half;

  /** The direction from the left corner to the right one. */
  private final Point along;

  /** Pixels below the line of the corners; mostly negative. */
  private final double upper;

  private final double lower;

  private MouthOutline(Point left, Point right, Point top, Point bottom) {
    this.middle = left.middle(right);
    this.half = left.distanceTo(right) / 2;
    this.along = new Point((right.x() - left.x()) / 2 / half, (right.y() - left.y()) / 2 / half);
    this.upper = below(top);
    this.lower = below(bottom);
  }

  /** Empty where the finder knows no lips, or has them upside down. */
  static Optional<MouthOutline> of(DetectedFace face) {
    if (face.points().size() <= LOWER_LIP) {
      return Optional.empty();
    }
    MouthOutline outline =
        new MouthOutline(
            face.landmarks().leftMouth(),
            face.landmarks().rightMouth(),
            face.points().get(UPPER_LIP),
            face.points().get(LOWER_LIP));
    return outline.lower > outline.upper ? Optional.of(outline) : Optional.empty();
  }

  private double below(Point p) {
    return (p.y() - middle.y()) * along.x() - (p.x() - middle.x()) * along.y();
  }

  /**
   * How deep a point lies in the mouth.
   *
   * @return 0 at the upper edge … 1 at the lower one; NaN left or right of the corners
   */
  double depth(Point p) {
    double s = ((p.x() - middle.x()) * along.x() + (p.y() - middle.y()) * along.y()) / half;
    double bend = 1 - s * s;
    return bend <= 0 ? Double.NaN : (below(p) - upper * bend) / ((lower - upper) * bend);
  }

  /**
   * The photo's pixels whose centres lie between two depths, as {@code y · width + x}; none at the
   * photo's very edge.
   */
  int[] pixels(PixelImage photo, double from, double to) {
    double reach = half + Math.max(Math.abs(upper), Math.abs(lower));
    int x0 = (int) Math.max(1, middle.x() - reach);
    int x1 = (int) Math.min(photo.width() - 1., middle.x() + reach + 1);
    int y0 = (int) Math.max(1, middle.y() - reach);
    int y1 = (int) Math.min(photo.height() - 1., middle.y() + reach + 1);
    return IntStream.range(y0, Math.max(y0, y1))
        .flatMap(
            y ->
                IntStream.range(x0, Math.max(x0, x1))
                    .filter(
                        x -> {
                          double depth = depth(new Point(x + .5, y + .5));
                          return depth > from && depth < to;
                        })
                    .map(x -> y * photo.width() + x))
        .toArray();
  }
}
