package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import beamish.image.Point;
import java.util.random.RandomGenerator;

/**
 * A smooth random bend of a sample's square: the whole face by long waves, each mouth corner by a
 * pull of its own, and the head as if it were turned, by how far its parts stand out.
 */
final class LandmarkBend {
  /** Most of a wave's amplitude, squares: a few hundredths of the eye distance. */
  private static final double WAVE = .012;

  /** Most of a corner's pull sideways and up or down: a mouth half as wide again or two thirds. */
  private static final double PULL_X = .045;

  private static final double PULL_Y = .045;

  /** Reach of a pull (one deviation), wide enough that nothing folds. */
  private static final double REACH = .085;

  /** Most that a head is turned, radians: farther, a nose would hide what is beside it. */
  private static final double MOST_TURN = .42;

  /** Half a head's width, height and depth in eye distances. */
  private static final double WIDE = 1.25;

  private static final double HIGH = 1.85;
  private static final double DEEP = 1.3;

  /** Its middle below the eyes, and how flat its rim is at least. */
  private static final double MIDDLE = .55;

  private static final double RIM = .3;

  /** The nose: where it begins, stands out most and ends, how far, and its half width. */
  private static final double BRIDGE = -.1;

  private static final double TIP = .62;
  private static final double LIP = .78;
  private static final double OUT = .33;
  private static final double NARROW = .17;

  /** How far the pupils stand out: they stay where they are. */
  private static final double PUPILS = depth(.5, 0);

  private static final int ROUNDS = 30;
  private static final int LEFT_MOUTH = 2;
  private static final int RIGHT_MOUTH = 3;

  /** Amplitude, waves and phase of four waves: x by x, y by x, x by y, y by y. */
  private final double[][] waves = new double[4][3];

  /** Corner by corner: x and y of the pull. */
  private final double[][] pulls = new double[2][2];

  /** Sine and cosine of the angle by which the head is turned. */
  private double sine;

  private double cosine = 1;

  private LandmarkBend() {}

  /**
   * Draws one; every third leaves the mouth alone, every fourth the rest, and every other the head.
   */
  static LandmarkBend draw(RandomGenerator random) {
    LandmarkBend bend = new LandmarkBend();
    boolean waving = random.nextInt(4) > 0;
    for (double[] wave : bend.waves) {
      wave[0] = waving ? random.nextDouble(-WAVE, WAVE) : 0;
      wave[1] = random.nextDouble(.4, 1.2);
      wave[2] = random.nextDouble();
    }
    if (random.nextBoolean()) {
      double turn = random.nextDouble(-MOST_TURN, MOST_TURN);
      bend.sine = Math.sin(turn);
      bend.cosine = Math.cos(turn);
    }
    if (random.nextInt(3) > 0) {
      double wider = random.nextDouble(-PULL_X, PULL_X);
      double higher = random.nextDouble(-PULL_Y, PULL_Y);
      // every third mouth is drawn aside, as in a lopsided smile or a head that is turned
      boolean lopsided = random.nextInt(3) == 0;
      for (int side = 0; side < 2; side++) {
        double x = lopsided ? random.nextDouble(-PULL_X, PULL_X) : wider;
        double y = lopsided ? random.nextDouble(-PULL_Y, PULL_Y) : higher;
        bend.pulls[side][0] = (side == 0 ? -x : x) * random.nextDouble(.6, 1);
        bend.pulls[side][1] = y * random.nextDouble(.6, 1);
      }
    }
    return bend;
  }

  /** Where the bent square's point lies in the sample's square. */
  Point apply(Point seen) {
    Point p = straight(seen);
    double x = p.x() + wave(0, p.x()) + wave(2, p.y());
    double y = p.y() + wave(1, p.x()) + wave(3, p.y());
    for (int side = 0; side < 2; side++) {
      Point corner = LandmarkLayout.meanFace().get(side == 0 ? LEFT_MOUTH : RIGHT_MOUTH);
      double dx = (p.x() - corner.x()) / REACH;
      double dy = (p.y() - corner.y()) / REACH;
      double share = Math.exp(-(dx * dx + dy * dy) / 2);
      x += share * pulls[side][0];
      y += share * pulls[side][1];
    }
    return new Point(x, y);
  }

  /** Which place of a straight head is seen at a place of the turned one. */
  private Point straight(Point seen) {
    if (sine == 0) {
      return seen;
    }
    Point eyes = LandmarkLayout.meanFace().get(0);
    double u = (seen.x() - .5) / LandmarkLayout.EYES;
    double v = (seen.y() - eyes.y()) / LandmarkLayout.EYES;
    double out = depth(u, v) - PUPILS;
    return new Point(.5 + LandmarkLayout.EYES * (u / cosine + sine * out), seen.y());
  }

  /** How far a head stands out, eye distances: an ellipsoid with a nose. */
  private static double depth(double u, double v) {
    double up = (v - MIDDLE) / HIGH;
    double nose = v < TIP ? (v - BRIDGE) / (TIP - BRIDGE) : (LIP - v) / (LIP - TIP);
    return DEEP * Math.sqrt(Math.max(RIM, 1 - u * u / (WIDE * WIDE) - up * up))
        + OUT * Math.max(0, nose) * Math.exp(-u * u / (NARROW * NARROW));
  }

  /** The other way round, by going back and forth. */
  Point invert(Point q) {
    Point p = q;
    for (int i = 0; i < ROUNDS; i++) {
      Point there = apply(p);
      p = new Point(p.x() + q.x() - there.x(), p.y() + q.y() - there.y());
    }
    return p;
  }

  private double wave(int i, double at) {
    return waves[i][0] * Math.sin(2 * Math.PI * (waves[i][1] * at + waves[i][2]));
  }
}
