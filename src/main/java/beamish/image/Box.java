package beamish.image;

/** An axis-aligned rectangle in pixels: left, top, width and height. */
public record Box(double x, double y, double width, double height) {

  /** The centre of the box. */
  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  /** Whether {@code p} lies in the box, its left and top edges included. */
  public boolean contains(Point p) {
    return p.x() >= x && p.x() < x + width && p.y() >= y && p.y() < y + height;
  }

  /** Area of the intersection over area of the union, 0 … 1. */
  public double overlap(Box o) {
    double w = Math.min(x + width, o.x + o.width) - Math.max(x, o.x);
    double h = Math.min(y + height, o.y + o.height) - Math.max(y, o.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (width * height + o.width * o.height - w * h);
  }
}
