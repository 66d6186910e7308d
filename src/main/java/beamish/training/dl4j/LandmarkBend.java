package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkLayout;
import beamish.image.Point;
import java.util.random.RandomGenerator;

/**
 * A smooth random bend of a sample's square: the whole face by long waves, each mouth corner by a
 * pull of its own.
 */
final class LandmarkBend {
  /** Most of a wave's amplitude, squares: a few hundredths of the eye distance. */
  private static final double WAVE = .012;

  /** Most of a corner's pull sideways and up or down: a mouth half as wide again or two thirds. */
  private static final double PULL_X = .045;

  private static final double PULL_Y = .03;

  /** Reach of a pull (one deviation), wide enough that nothing folds. */
  private static final double REACH = .085;

  private static final int ROUNDS = 8;
  private static final int LEFT_MOUTH = 2;
  private static final int RIGHT_MOUTH = 3;

  /** Amplitude, waves and phase of four waves: x by x, y by x, x by y, y by y. */
  private final double[][] waves = new double[4][3];

  /** Corner by corner: x and y of the pull. */
  private final double[][] pulls = new double[2][2];

  private LandmarkBend() {}

  /** Draws one; every third leaves the mouth alone, and every fourth the rest. */
  static LandmarkBend draw(RandomGenerator random) {
    LandmarkBend bend = new LandmarkBend();
    boolean waving = random.nextInt(4) > 0;
    for (double[] wave : bend.waves) {
      wave[0] = waving ? random.nextDouble(-WAVE, WAVE) : 0;
      wave[1] = random.nextDouble(.4, 1.2);
      wave[2] = random.nextDouble();
    }
    if (random.nextInt(3) > 0) {
      double wider = random.nextDouble(-PULL_X, PULL_X);
      double higher = random.nextDouble(-PULL_Y, PULL_Y);
      for (int side = 0; side < 2; side++) {
        bend.pulls[side][0] = (side == 0 ? -wider : wider) * random.nextDouble(.6, 1);
        bend.pulls[side][1] = higher * random.nextDouble(.6, 1);
      }
    }
    return bend;
  }

  /** Where the bent square's point lies in the sample's square. */
  Point apply(Point p) {
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
