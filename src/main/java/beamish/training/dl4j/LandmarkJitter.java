package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.image.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random views of a sample: where a detector might put its square, other light, other backdrops,
 * things in front of the face, and faces bent and mouths pulled as nobody's in the data, so that
 * the network must look where a corner is instead of guessing from folds and shades. Every view is
 * a value of its own generator, so a seed repeats it.
 */
final class LandmarkJitter {
  private static final int N = LandmarkLayout.SIZE;
  private static final int EDGE = LandmarkSample.EDGE;
  private final RandomGenerator random;
  private final ViewFilters filters;

  /** Where the latest view's points are, in the view's (0, 0) … (1, 1). */
  private final Point[] placed = new Point[LandmarkLayout.POINTS];

  LandmarkJitter(RandomGenerator random) {
    this.random = random;
    this.filters = new ViewFilters(random);
  }

  /** Square of the view to square of the sample: rows {xx, xy, x0}, {yx, yy, y0}, then the bend. */
  private record View(double[] m, boolean mirrored, LandmarkBend bend) {
    Point apply(double u, double v) {
      double x = m[0] * u + m[1] * v + m[2];
      return bend.apply(new Point(mirrored ? 1 - x : x, m[3] * u + m[4] * v + m[5]));
    }

    Point invert(Point bent) {
      Point p = bend.invert(bent);
      double x = (mirrored ? 1 - p.x() : p.x()) - m[2];
      double y = p.y() - m[5];
      double d = m[0] * m[4] - m[1] * m[3];
      return new Point((m[4] * x - m[1] * y) / d, (m[0] * y - m[3] * x) / d);
    }
  }

  /**
   * Draws a view with a face into slot {@code slot} of a batch.
   *
   * @param image {@code [batch][N][N]}
   * @param target {@code [batch][2·POINTS]}, the network's answers
   * @param mask likewise, 0 where the point is not known
   */
  void face(LandmarkSample sample, float[] image, float[] target, float[] mask, int slot) {
    boolean wide = random.nextInt(5) < 2;
    double roll = Math.toRadians(wide ? clamped(12, 30) : clamped(3.5, 10));
    double scale = Math.exp(wide ? clamped(.12, .3) : clamped(.04, .1));
    double shift = wide ? .06 : .02;
    View view =
        view(
            roll,
            scale,
            clamped(shift, 3 * shift),
            clamped(shift, 3 * shift),
            random.nextBoolean());
    for (int i = 0; i < placed.length; i++) {
      int source = view.mirrored() ? LandmarkLayout.MIRRORED.get(i) : i;
      Point p = view.invert(sample.points().get(source));
      placed[i] = p;
      Point mean = LandmarkLayout.meanFace().get(i);
      int o = slot * 2 * LandmarkLayout.POINTS + 2 * i;
      target[o] = (float) (p.x() - mean.x()) * LandmarkGraph.SCALE;
      target[o + 1] = (float) (p.y() - mean.y()) * LandmarkGraph.SCALE;
      float weight = sample.known()[source] ? 1 : 0;
      mask[o] = weight;
      mask[o + 1] = weight;
    }
    render(sample, view, image, slot, List.of(placed));
  }

  /** Draws something that is no face in the middle of the square: beside one, too near, too far. */
  void other(LandmarkSample sample, float[] image, int slot) {
    double roll = Math.toRadians(clamped(12, 30));
    double angle = random.nextDouble(2 * Math.PI);
    View view;
    switch (random.nextInt(5)) {
      case 0 -> view = view(roll, random.nextDouble(1.9, 2.2), 0, 0, random.nextBoolean());
      case 1 ->
          view = view(roll, random.nextDouble(.25, .45), clamped(.2, .4), clamped(.2, .4), false);
      case 2 -> view = view(roll + Math.toRadians(random.nextDouble(80, 280)), 1, 0, 0, false);
      default -> {
        double far = random.nextDouble(.42, .7);
        view =
            view(
                roll,
                Math.exp(clamped(.3, .6)) * .8,
                far * Math.cos(angle),
                far * Math.sin(angle),
                random.nextBoolean());
      }
    }
    if (random.nextInt(6) == 0) {
      filters.texture(image, slot * N * N);
      filters.finish(image, slot * N * N);
    } else {
      render(sample, view, image, slot, List.of());
    }
  }

  private View view(double roll, double scale, double dx, double dy, boolean mirrored) {
    double stretch = Math.exp(clamped(.02, .06));
    double cx = scale * stretch * Math.cos(roll);
    double sx = scale / stretch * Math.sin(roll);
    double sy = scale * stretch * Math.sin(roll);
    double cy = scale / stretch * Math.cos(roll);
    return new View(
        new double[] {
          cx, -sx, .5 + dx - (cx - sx) / 2, //
          sy, cy, .5 + dy - (sy + cy) / 2
        },
        mirrored,
        LandmarkBend.draw(random));
  }

  private void render(
      LandmarkSample sample, View view, float[] image, int slot, List<Point> points) {
    int at = slot * N * N;
    // red, green, blue or their mean: skin, lips and hair keep differing
    float[] tones = sample.pixels().data();
    int plane = random.nextInt(4) * EDGE * EDGE;
    boolean otherBackdrop = random.nextInt(4) > 0;
    float[] texture = new float[N * N];
    if (otherBackdrop) {
      filters.texture(texture, 0);
    }
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        Point p = view.apply((x + .5) / N, (y + .5) / N);
        double cx = ((p.x() - .5) / LandmarkSample.SPAN + .5) * EDGE - .5;
        double cy = ((p.y() - .5) / LandmarkSample.SPAN + .5) * EDGE - .5;
        boolean outside = cx < 0 || cy < 0 || cx > EDGE - 1 || cy > EDGE - 1;
        int x0 = (int) Math.min(EDGE - 2, Math.max(0, cx));
        int y0 = (int) Math.min(EDGE - 2, Math.max(0, cy));
        float fx = (float) Math.min(1, Math.max(0, cx - x0));
        float fy = (float) Math.min(1, Math.max(0, cy - y0));
        int i = y0 * EDGE + x0;
        float tone = mix(tones, plane + i, fx, fy);
        if (otherBackdrop) {
          float away = outside ? 1 : mix(sample.backdrop(), i, fx, fy);
          tone = tone * (1 - away) + texture[y * N + x] * away;
        }
        image[at + y * N + x] = tone;
      }
    }
    if (!points.isEmpty() && random.nextInt(4) == 0) {
      DrawnBeard.draw(random, image, at, points);
    }
    if (!points.isEmpty() && random.nextInt(4) == 0) {
      filters.glasses(image, at, points.get(0), points.get(1));
    }
    if (random.nextInt(4) == 0) {
      filters.occlude(image, at);
    }
    filters.finish(image, at);
  }

  private static float mix(float[] d, int i, float fx, float fy) {
    float top = d[i] * (1 - fx) + d[i + 1] * fx;
    float bottom = d[i + EDGE] * (1 - fx) + d[i + EDGE + 1] * fx;
    return top * (1 - fy) + bottom * fy;
  }

  private double clamped(double deviation, double most) {
    return Math.max(-most, Math.min(most, random.nextGaussian() * deviation));
  }
}
