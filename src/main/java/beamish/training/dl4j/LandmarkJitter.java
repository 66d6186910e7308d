package beamish.training.dl4j;

import beamish.face.dl4j.LandmarkGraph;
import beamish.face.dl4j.LandmarkLayout;
import beamish.face.dl4j.MouthLayout;
import beamish.image.Point;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random views of a sample: where a detector might put its square, other light, other backdrops,
 * things in front of the face, and faces bent and mouths pulled as nobody's in the data, so that
 * the network must look where a corner is instead of guessing from folds and shades. Every view is
 * a value of its own generator, so a seed repeats it.
 */
final class LandmarkJitter {
  private static final int N = LandmarkLayout.SIZE;
  private static final int EDGE = LandmarkSample.EDGE;
  private static final List<Integer> ALL =
      IntStream.range(0, LandmarkLayout.POINTS).boxed().toList();
  private final RandomGenerator random;
  private final ViewFilters filters;

  /** Where the latest view's points are, in the view's (0, 0) … (1, 1). */
  private final Point[] placed = new Point[LandmarkLayout.POINTS];

  LandmarkJitter(RandomGenerator random) {
    this.random = random;
    this.filters = new ViewFilters(random);
  }

  /** One of {@code samples}. */
  LandmarkSample any(List<LandmarkSample> samples) {
    return samples.get(random.nextInt(samples.size()));
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
            new Point(.5 + clamped(shift, 3 * shift), .5 + clamped(shift, 3 * shift)),
            random.nextBoolean(),
            LandmarkBend.draw(random));
    place(sample, view);
    answers(sample, view, ALL, LandmarkLayout.meanFace(), target, mask, slot);
    render(sample, view, image, slot, List.of(placed));
  }

  /**
   * Draws a view of a mouth into slot {@code slot} of a batch, as {@link #face} does one of a face:
   * {@code target} and {@code mask} are {@code [batch][2·MouthLayout.POINTS]}. Where the mouth lies
   * in it tells little: in two views of five it is up to .37 eye distances off either way, farther
   * than the face's points are at their worst.
   */
  void mouth(LandmarkSample sample, float[] image, float[] target, float[] mask, int slot) {
    boolean wide = random.nextInt(5) < 2;
    double roll = Math.toRadians(wide ? clamped(8, 20) : clamped(3, 8));
    double scale = Math.exp(wide ? clamped(.1, .25) : clamped(.04, .1));
    double shift = wide ? .07 : .02;
    boolean mirrored = random.nextBoolean();
    LandmarkBend bend = LandmarkBend.draw(random);
    Point middle = bend.invert(MouthLayout.middle(sample.points()));
    View view =
        view(
            roll,
            scale * MouthLayout.SPAN,
            new Point(
                (mirrored ? 1 - middle.x() : middle.x())
                    + MouthLayout.SPAN * clamped(shift, 2.5 * shift),
                middle.y() + MouthLayout.SPAN * clamped(shift, 2.5 * shift)),
            mirrored,
            bend);
    place(sample, view);
    answers(sample, view, MouthLayout.POINTS, MouthLayout.meanMouth(), target, mask, slot);
    render(sample, view, image, slot, List.of(placed));
  }

  private void place(LandmarkSample sample, View view) {
    for (int i = 0; i < placed.length; i++) {
      placed[i] = view.invert(sample.points().get(source(view, i)));
    }
  }

  private static int source(View view, int i) {
    return view.mirrored() ? LandmarkLayout.MIRRORED.get(i) : i;
  }

  /**
   * What a network is to say of the placed points {@code of}, that are at {@code mean} at large.
   */
  private void answers(
      LandmarkSample sample,
      View view,
      List<Integer> of,
      List<Point> mean,
      float[] target,
      float[] mask,
      int slot) {
    for (int k = 0; k < of.size(); k++) {
      int i = of.get(k);
      int o = 2 * (slot * of.size() + k);
      target[o] = (float) (placed[i].x() - mean.get(k).x()) * LandmarkGraph.SCALE;
      target[o + 1] = (float) (placed[i].y() - mean.get(k).y()) * LandmarkGraph.SCALE;
      float weight = sample.known()[source(view, i)] ? 1 : 0;
      mask[o] = weight;
      mask[o + 1] = weight;
    }
  }

  /** Draws something that is no face in the middle of the square: beside one, too near, too far. */
  void other(LandmarkSample sample, float[] image, int slot) {
    double roll = Math.toRadians(clamped(12, 30));
    double angle = random.nextDouble(2 * Math.PI);
    double size;
    double dx = 0;
    double dy = 0;
    switch (random.nextInt(5)) {
      case 0 -> size = random.nextDouble(1.9, 2.2);
      case 1 -> {
        size = random.nextDouble(.25, .45);
        dx = clamped(.2, .4);
        dy = clamped(.2, .4);
      }
      case 2 -> {
        roll += Math.toRadians(random.nextDouble(80, 280));
        size = 1;
      }
      default -> {
        double far = random.nextDouble(.42, .7);
        size = Math.exp(clamped(.3, .6)) * .8;
        dx = far * Math.cos(angle);
        dy = far * Math.sin(angle);
      }
    }
    View view =
        view(
            roll,
            size,
            new Point(.5 + dx, .5 + dy),
            random.nextBoolean(),
            LandmarkBend.draw(random));
    if (random.nextInt(6) == 0) {
      filters.texture(image, slot * N * N);
      filters.finish(image, slot * N * N);
    } else {
      render(sample, view, image, slot, List.of());
    }
  }

  /** A view {@code size} squares across and as far rolled, about {@code middle}. */
  private View view(double roll, double size, Point middle, boolean mirrored, LandmarkBend bend) {
    double stretch = Math.exp(clamped(.02, .06));
    double cx = size * stretch * Math.cos(roll);
    double sx = size / stretch * Math.sin(roll);
    double sy = size * stretch * Math.sin(roll);
    double cy = size / stretch * Math.cos(roll);
    return new View(
        new double[] {
          cx, -sx, middle.x() - (cx - sx) / 2, //
          sy, cy, middle.y() - (sy + cy) / 2
        },
        mirrored,
        bend);
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
