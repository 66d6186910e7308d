package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import beamish.image.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A moustache, a beard or both, drawn on a grey view of a face. Few of the people trained on have
 * one, and a dark moustache is taken for a mouth by who has not seen any.
 *
 * <p>Lengths are half a mouth's width; x along the mouth from its middle, y square to it, down.
 */
final class DrawnBeard {
  private static final int N = LandmarkLayout.SIZE;

  /** Where {@link LandmarkLayout} has the base of the nose, both lips' edges and the chin. */
  private static final int NOSE = 8;

  private static final int UPPER_LIP = 11;
  private static final int LOWER_LIP = 12;
  private static final int CHIN = 13;

  private final RandomGenerator random;
  private final Point middle;
  private final Point along;
  private final double half;
  private final double nose;
  private final double upperLip;
  private final double lowerLip;
  private final double chin;
  private final boolean moustache;

  /** How far aside it grows below the mouth; 0 is none. */
  private final double beard;

  /** How far aside a moustache grows, and how far it hangs down there and over the lip. */
  private final double wide;

  private final double droop;
  private final double over;

  /** Part of the way from the lip to the nose that it covers. */
  private final double high;

  private DrawnBeard(RandomGenerator random, List<Point> points) {
    this.random = random;
    Point left = LandmarkLayout.landmarks(points).leftMouth();
    Point right = LandmarkLayout.landmarks(points).rightMouth();
    middle = left.middle(right);
    half = Math.max(1e-3, left.distanceTo(right) / 2);
    along = new Point((right.x() - left.x()) / 2 / half, (right.y() - left.y()) / 2 / half);
    nose = below(points.get(NOSE));
    upperLip = below(points.get(UPPER_LIP));
    lowerLip = below(points.get(LOWER_LIP));
    chin = below(points.get(CHIN));
    beard = random.nextInt(5) < 2 ? 0 : random.nextDouble(.6, 2.6);
    moustache = beard == 0 || random.nextInt(5) > 0;
    wide = random.nextDouble(.8, 1.6);
    droop = random.nextDouble(-.1, .6);
    over = random.nextInt(3) == 0 ? random.nextDouble(1) : random.nextDouble(.2);
    high = random.nextDouble(.4, .95);
  }

  /**
   * Draws one.
   *
   * @param image {@code [96][96]} from {@code at} on
   * @param points in the view's (0, 0) … (1, 1), in {@link LandmarkLayout}'s order
   */
  static void draw(RandomGenerator random, float[] image, int at, List<Point> points) {
    new DrawnBeard(random, points).draw(image, at);
  }

  private double below(Point p) {
    return ((p.y() - middle.y()) * along.x() - (p.x() - middle.x()) * along.y()) / half;
  }

  private void draw(float[] image, int at) {
    float tone = random.nextInt(3) > 0 ? random.nextFloat() * .25f : random.nextFloat();
    float dense = random.nextInt(4) == 0 ? random.nextFloat(.2f, .6f) : random.nextFloat(.6f, 1);
    float uneven = random.nextFloat(.02f, .15f);
    double ragged = random.nextDouble(.02, .12);
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        Point p = new Point((x + .5) / N, (y + .5) / N);
        double u = ((p.x() - middle.x()) * along.x() + (p.y() - middle.y()) * along.y()) / half;
        double v = below(p) + ragged * random.nextGaussian();
        if (covers(u, v)) {
          int i = at + y * N + x;
          float hair = tone + uneven * (float) random.nextGaussian();
          image[i] += dense * (Math.max(0, hair) - image[i]);
        }
      }
    }
  }

  private boolean covers(double u, double v) {
    double bend = Math.max(0, 1 - u * u);
    double lip = upperLip * bend * (1 - over) + droop * Math.max(0, Math.abs(u) - .8);
    if (moustache && v < lip && Math.abs(u) < wide) {
      double share = u / wide;
      return v > (upperLip + high * (nose - upperLip)) * Math.sqrt(1 - share * share);
    }
    boolean lips = Math.abs(u) < 1 && v < lowerLip * bend;
    if (beard == 0 || lips) {
      return false;
    }
    // what is wider than a goatee goes up to the cheeks
    double cheek = Math.abs(u) > 1 ? .5 * nose : 0;
    return Math.abs(u) < beard && v > cheek && v < 1.3 * chin;
  }
}
