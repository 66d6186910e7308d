package beamish.face;

import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.Random;

/**
 * A head that looks into the camera, drawn as if it were turned: its pixels lie on an ellipsoid
 * with a nose and a chin, which is turned about its axis and seen from afar. What is hidden in the
 * photo, an ear or the far side of the nose, is stretched.
 *
 * <p>Lengths are eye distances; x from the middle between the pupils to the right, y down, z
 * towards the camera.
 *
 * @param wide half the head's width
 * @param deep half its depth
 * @param nose how far the tip of the nose stands out before the ellipsoid
 */
public record TurnedHead(double wide, double deep, double nose) {
  /** Edge of the drawn photo, pixels. */
  private static final int SIZE = 700;

  private static final Point LEFT_EYE = new Point(.36, .38);
  private static final Point RIGHT_EYE = new Point(.64, .38);
  private static final double EYES = (RIGHT_EYE.x() - LEFT_EYE.x()) * SIZE;

  /** Half a head's height, and its middle below the eyes. */
  private static final double HIGH = 1.85;

  private static final double MIDDLE = .55;

  /** The nose's begin, tip and end below the eyes, and its half width. */
  private static final double BRIDGE = -.1;

  private static final double TIP = .62;
  private static final double LIP = .78;
  private static final double NARROW = .17;

  /** Where the chin is, how far it stands out, and its half width and height. */
  private static final double CHIN = 1.65;

  private static final double OUT = .2;
  private static final double CHIN_WIDE = .4;
  private static final double CHIN_HIGH = .35;

  /** How far before a head's middle the axis is about which a neck turns it, half depths. */
  private static final double AXIS = .55;

  /** Samples of the photo for each of its pixels along a row. */
  private static final int FINER = 4;

  /** A head as heads may be. */
  public static TurnedHead any(Random random) {
    return new TurnedHead(
        1.25 + .05 * random.nextGaussian(),
        1.3 + .06 * random.nextGaussian(),
        .33 + .025 * random.nextGaussian());
  }

  /**
   * Draws it.
   *
   * @param face in {@code photo}
   * @param degrees more than 0 to the picture's right
   */
  public PixelImage turned(PixelImage photo, Landmarks face, double degrees) {
    Similarity square =
        Similarity.ofTwoPoints(face.leftEye(), face.rightEye(), LEFT_EYE, RIGHT_EYE);
    FloatImage from = AlignedCrop.square(photo, square, SIZE);
    FloatImage to = from.copy();
    for (int row = 0; row < SIZE; row++) {
      turn(from, row, Math.toRadians(degrees), to);
    }
    byte[] samples = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.round(255 * to.data()[i % 3 * SIZE * SIZE + i / 3]);
    }
    return PixelImage.of8(SIZE, SIZE, 3, samples);
  }

  /** Lays a row's samples where they are seen, the nearest on top. */
  private void turn(FloatImage from, int row, double angle, FloatImage to) {
    double y = (row + .5 - LEFT_EYE.y() * SIZE) / EYES;
    double[] nearest = new double[SIZE];
    Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    double lastAt = Double.NaN;
    double lastNear = 0;
    for (int k = 0; k <= FINER * SIZE; k++) {
      double x = ((double) k / FINER - SIZE / 2.) / EYES;
      double z = depth(x, y) - AXIS * deep;
      double at = SIZE / 2. + (x * Math.cos(angle) + z * Math.sin(angle)) * EYES;
      double near = z * Math.cos(angle) - x * Math.sin(angle);
      // backwards is the side that looks away
      for (int t = (int) Math.ceil(lastAt - .5); t < at - .5; t++) {
        double share = (t + .5 - lastAt) / (at - lastAt);
        if (t >= 0 && t < SIZE && lastNear + (near - lastNear) * share > nearest[t]) {
          nearest[t] = lastNear + (near - lastNear) * share;
          lay(from, row, (k - 1 + share) / FINER - .5, t, to);
        }
      }
      lastAt = at;
      lastNear = near;
    }
  }

  private static void lay(FloatImage from, int row, double column, int at, FloatImage to) {
    int left = (int) Math.min(SIZE - 2., Math.max(0, column));
    float share = (float) Math.min(1, Math.max(0, column - left));
    for (int c = 0; c < 3; c++) {
      float there = from.at(c, left, row);
      to.data()[(c * SIZE + row) * SIZE + at] = there + (from.at(c, left + 1, row) - there) * share;
    }
  }

  /** NaN beside the head. */
  private double depth(double x, double y) {
    double up = (y - MIDDLE) / HIGH;
    double z = deep * Math.sqrt(1 - x * x / (wide * wide) - up * up);
    double out = y < TIP ? (y - BRIDGE) / (TIP - BRIDGE) : (LIP - y) / (LIP - TIP);
    return z
        + nose * Math.max(0, out) * bump(x / NARROW)
        + OUT * bump(x / CHIN_WIDE) * bump((y - CHIN) / CHIN_HIGH);
  }

  private static double bump(double off) {
    return Math.exp(-off * off);
  }
}
