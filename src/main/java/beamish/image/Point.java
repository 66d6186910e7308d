package beamish.image;

/**
 * A position in pixels; (0, 0) is the outer corner of the top-left pixel, whose centre is (.5, .5).
 */
public record Point(double x, double y) {

  /** Euclidean distance to {@code other}. */
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The point half-way to {@code other}. */
  public Point middle(Point other) {
    return new Point((x + other.x) / 2, (y + other.y) / 2);
  }
}
