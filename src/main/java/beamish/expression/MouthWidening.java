package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;

/** How much wider an edit's flow makes a mouth. */
public final class MouthWidening {
  /** The flow says where a pixel comes from; where one goes is found by going back and forth. */
  private static final int ROUNDS = 6;

  private MouthWidening() {}

  /**
   * As a part of the mouth's own width.
   *
   * @param flow of an {@link ExpressionEdit}
   * @param face landmarks in crop coordinates
   */
  public static double of(FloatImage flow, Landmarks face) {
    Point left = moved(flow, face.leftMouth());
    Point right = moved(flow, face.rightMouth());
    return left.distanceTo(right) / face.mouthWidth() - 1;
  }

  /** Where a flow takes a point. */
  public static Point moved(FloatImage flow, Point from) {
    Point to = from;
    for (int i = 0; i < ROUNDS; i++) {
      to = new Point(from.x() - at(flow, 0, to), from.y() - at(flow, 1, to));
    }
    return to;
  }

  /** A field's channel at a place in crop coordinates, bilinear. */
  static double at(FloatImage field, int channel, Point p) {
    double x = Math.min(Math.max(p.x() * field.width() - .5, 0), field.width() - 1.001);
    double y = Math.min(Math.max(p.y() * field.height() - .5, 0), field.height() - 1.001);
    int x0 = (int) x;
    int y0 = (int) y;
    double fx = x - x0;
    double fy = y - y0;
    double top = field.at(channel, x0, y0) * (1 - fx) + field.at(channel, x0 + 1, y0) * fx;
    double bottom =
        field.at(channel, x0, y0 + 1) * (1 - fx) + field.at(channel, x0 + 1, y0 + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  }
}
