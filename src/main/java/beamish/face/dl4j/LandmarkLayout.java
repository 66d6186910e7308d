package beamish.face.dl4j;

import beamish.face.Landmarks;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.List;

/**
 * Which points the landmark network answers, in which order, and the square it looks at: a
 * similarity takes the pupils to fixed places in (0, 0) … (1, 1), so that brows and chin are in.
 */
public final class LandmarkLayout {
  /** Edge of the network's input, pixels. */
  public static final int SIZE = 96;

  /** Points answered. */
  public static final int POINTS = 16;

  /** Each point's index in the 189-point templates the network learns from. */
  public static final List<Integer> TEMPLATE_INDEX =
      List.of(0, 1, 87, 93, 18, 22, 23, 27, 55, 63, 68, 90, 106, 129, 76, 77);

  /** Which point takes each one's place in a mirrored picture. */
  public static final List<Integer> MIRRORED =
      List.of(1, 0, 3, 2, 7, 6, 5, 4, 8, 10, 9, 11, 12, 13, 15, 14);

  static final Point LEFT_EYE = new Point(.345, .37);
  static final Point RIGHT_EYE = new Point(.655, .37);

  /**
   * An average face in the square: pupils, mouth corners, eye corners from left to right, base of
   * the nose, its sides, upper edge of the upper lip, lower edge of the lower lip, chin, inner ends
   * of the brows.
   */
  private static final List<Point> MEAN = mean();

  /** The distance of its pupils. */
  public static final double EYES = LEFT_EYE.distanceTo(RIGHT_EYE);

  /**
   * What is moved aside as a head turns, against the pupils: outer corners of the eyes, base of the
   * nose, its sides, chin.
   */
  static final List<List<Integer>> ASIDE =
      List.of(List.of(4, 7), List.of(8), List.of(9, 10), List.of(13));

  /**
   * By how many degrees a head is turned for each eye distance that these lie aside, two points
   * together: fitted to the 72 people trained on, drawn turned by up to 44°, since a network that
   * knows frontal faces shows turned ones half as far aside as they are.
   */
  static final double[] DEGREES = {-281, 146, 109, -84};

  private LandmarkLayout() {}

  private static List<Point> mean() {
    // measured in crop coordinates, where the pupils are .36 apart at (.32, .36)
    double[][] crop = {
      {.32, .36}, {.68, .36}, {.358, .757}, {.644, .757}, {.248, .371}, {.403, .381},
      {.598, .381}, {.753, .371}, {.501, .617}, {.400, .598}, {.602, .598}, {.501, .710},
      {.503, .809}, {.506, 1.02}, {.421, .297}, {.579, .297}
    };
    double k = (RIGHT_EYE.x() - LEFT_EYE.x()) / .36;
    return java.util.Arrays.stream(crop)
        .map(p -> new Point(LEFT_EYE.x() + k * (p[0] - .32), LEFT_EYE.y() + k * (p[1] - .36)))
        .toList();
  }

  /** Where an average face has its points in the square. */
  public static List<Point> meanFace() {
    return MEAN;
  }

  /** Photo pixels to the square, for a face with these pupils. */
  public static Similarity photoToSquare(Point leftEye, Point rightEye) {
    return Similarity.ofTwoPoints(leftEye, rightEye, LEFT_EYE, RIGHT_EYE);
  }

  /**
   * Photo pixels to the square by all the stable points (all but mouth, lips and chin), by least
   * squares: steadier than two pupils while these are still rough.
   */
  public static Similarity photoToSquare(List<Point> points) {
    int[] stable = {0, 1, 4, 5, 6, 7, 8, 9, 10, 14, 15};
    double mx = 0;
    double my = 0;
    double ux = 0;
    double uy = 0;
    for (int i : stable) {
      mx += points.get(i).x() / stable.length;
      my += points.get(i).y() / stable.length;
      ux += MEAN.get(i).x() / stable.length;
      uy += MEAN.get(i).y() / stable.length;
    }
    double n = 0;
    double a = 0;
    double b = 0;
    for (int i : stable) {
      double px = points.get(i).x() - mx;
      double py = points.get(i).y() - my;
      double qx = MEAN.get(i).x() - ux;
      double qy = MEAN.get(i).y() - uy;
      n += px * px + py * py;
      a += px * qx + py * qy;
      b += px * qy - py * qx;
    }
    a /= Math.max(n, 1e-12);
    b /= Math.max(n, 1e-12);
    return new Similarity(a, b, ux - a * mx + b * my, uy - b * mx - a * my);
  }

  /**
   * How far the head is turned, positive towards the picture's right, −90 … 90. Root mean square
   * error 7° up to 40°, which are taken for 32.
   */
  static double yawDegrees(List<Point> points) {
    double[] aside = aside(points);
    double yaw = 0;
    for (int i = 0; i < aside.length; i++) {
      yaw += DEGREES[i] * aside[i];
    }
    return Math.min(90, Math.max(-90, yaw));
  }

  /**
   * How far each of {@link #ASIDE} lies aside, eye distances; points that mirror each other sum.
   */
  static double[] aside(List<Point> points) {
    Similarity square =
        Similarity.ofTwoPoints(points.get(0), points.get(1), new Point(-.5, 0), new Point(.5, 0));
    return ASIDE.stream()
        .mapToDouble(of -> of.stream().mapToDouble(i -> square.apply(points.get(i)).x()).sum())
        .toArray();
  }

  /** The four points that the alignment uses, in the units of these. */
  public static Landmarks landmarks(List<Point> points) {
    return new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3));
  }
}
