package beamish.image;

/**
 * Rotation, uniform scale and shift: {@code x' = a·x − b·y + tx}, {@code y' = b·x + a·y + ty}.
 *
 * <p>Never mirrors. The scale is {@code hypot(a, b)}.
 */
public record Similarity(double a, double b, double tx, double ty) {

  /** The map that leaves every point where it is. */
  public static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  /**
   * The only similarity that takes {@code from1} to {@code to1} and {@code from2} to {@code to2}.
   *
   * @throws IllegalArgumentException if the two source points coincide
   */
  public static Similarity ofTwoPoints(Point from1, Point from2, Point to1, Point to2) {
    double dx = from2.x() - from1.x();
    double dy = from2.y() - from1.y();
    double ex = to2.x() - to1.x();
    double ey = to2.y() - to1.y();
    double n = dx * dx + dy * dy;
    if (n == 0) {
      throw new IllegalArgumentException("the two source points coincide");
    }
    double a = (dx * ex + dy * ey) / n;
    double b = (dx * ey - dy * ex) / n;
    return new Similarity(
        a, b, to1.x() - a * from1.x() + b * from1.y(), to1.y() - b * from1.x() - a * from1.y());
  }

  /** Uniform scaling about the origin. */
  public static Similarity scaling(double factor) {
    return new Similarity(factor, 0, 0, 0);
  }

  /** Where {@code p} goes. */
  public Point apply(Point p) {
    return new Point(a * p.x() - b * p.y() + tx, b * p.x() + a * p.y() + ty);
  }

  /** This map first, then {@code next}. */
  public Similarity then(Similarity next) {
    return new Similarity(
        next.a * a - next.b * b,
        next.b * a + next.a * b,
        next.a * tx - next.b * ty + next.tx,
        next.b * tx + next.a * ty + next.ty);
  }

  /** The map that undoes this one. */
  public Similarity inverse() {
    double n = a * a + b * b;
    double ia = a / n;
    double ib = -b / n;
    return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
  }

  /** Length of the image of a unit vector. */
  public double scale() {
    return Math.hypot(a, b);
  }
}
