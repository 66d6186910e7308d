package beamish.training;

import beamish.expression.TeethPicture;
import beamish.image.FloatImage;

/**
 * How one person's teeth lie on the mean's: larger or smaller, aside, up or down.
 *
 * @param wide a strip's pixels for one of the mean's, along the rows
 * @param right a strip's pixels
 * @param tall as {@code wide}, down the columns, from the edge that bites
 * @param down a strip's pixels
 */
record TeethPose(double wide, double right, double tall, double down) {
  static final TeethPose PLAIN = new TeethPose(1, 0, 1, 0);

  private static final int W = TeethPicture.COLUMNS;

  /** Where the mean's pixel comes from in the strip. */
  double x(double x) {
    return W / 2. + wide * (x - W / 2.) + right;
  }

  double y(double y) {
    return TeethPicture.EDGE_ROW + tall * (y - TeethPicture.EDGE_ROW) + down;
  }

  /**
   * The pose in which a strip's detail goes best with the mean's.
   *
   * @param wide whether to look everywhere first, or only near this pose
   */
  TeethPose fitted(FloatImage detail, FloatImage mean, FloatImage weight, boolean wide) {
    TeethPose best = this;
    double most = best.score(detail, mean, weight);
    for (double size = .8; wide && size < 1.26; size += .05) {
      for (int aside = -14; aside <= 14; aside += 2) {
        for (int low = -8; low <= 8; low += 2) {
          TeethPose pose = new TeethPose(size, aside, size, low);
          double score = pose.score(detail, mean, weight);
          if (score > most) {
            most = score;
            best = pose;
          }
        }
      }
    }
    for (double step = 1; step > .05; step /= 2) {
      for (int i = 0; i < 8; i++) {
        TeethPose pose = best.nudged(i / 2, i % 2 == 0 ? step : -step);
        double score = pose.score(detail, mean, weight);
        if (score > most + 1e-6) {
          most = score;
          best = pose;
          i = -1;
        }
      }
    }
    return best;
  }

  private TeethPose nudged(int what, double by) {
    return new TeethPose(
        what == 0 ? wide + .03 * by : wide,
        what == 1 ? right + 2 * by : right,
        what == 2 ? tall + .03 * by : tall,
        what == 3 ? down + 2 * by : down);
  }

  /** Correlation of the details where the mean has teeth, less for an unlikely pose. */
  double score(FloatImage detail, FloatImage mean, FloatImage weight) {
    double own = 1e-9;
    double means = 1e-9;
    double both = 0;
    for (int y = 30; y < 88; y += 2) {
      for (int x = 40; x < W - 40; x += 2) {
        float w = weight.at(0, x, y);
        float a = read(detail, 0, x(x), y(y));
        float b = mean.at(0, x, y);
        own += w * a * a;
        means += w * b * b;
        both += w * a * b;
      }
    }
    double size = Math.log(wide);
    double shape = Math.log(tall / wide);
    return both / Math.sqrt(own * means)
        - 2 * size * size
        - 6 * shape * shape
        - .0004 * right * right
        - .0015 * down * down;
  }

  /** Bilinear, the edge repeating. */
  static float read(FloatImage image, int channel, double x, double y) {
    float cx = (float) Math.min(image.width() - 1.001, Math.max(0, x));
    float cy = (float) Math.min(image.height() - 1.001, Math.max(0, y));
    int x0 = (int) cx;
    int y0 = (int) cy;
    float fx = cx - x0;
    float top = image.at(channel, x0, y0) * (1 - fx) + image.at(channel, x0 + 1, y0) * fx;
    float low = image.at(channel, x0, y0 + 1) * (1 - fx) + image.at(channel, x0 + 1, y0 + 1) * fx;
    return top + (low - top) * (cy - y0);
  }
}
