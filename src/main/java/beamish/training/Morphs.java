package beamish.training;

import beamish.image.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People who do not exist, for a training that knows few: two people's pairs of photos, each warped
 * to the mean of both shapes and averaged, neutral with neutral and smiling with smiling. A person
 * is paired with those whose smiling photos are most alike in tone and in the mouth, so that no
 * teeth lie over lips. The finest detail is one person's alone, so that a morph is as sharp as a
 * photo.
 */
public final class Morphs {
  private static final int N = TrainingPair.SIZE;

  /** Partners of each person. */
  private static final int PARTNERS = 2;

  /** More would fill a small machine's memory. */
  private static final int MOST = 200;

  /** Edge of the block whose mean stands for what two people share. */
  private static final int BLUR = 9;

  /** Pixels between the places where a warp is computed; linear in between. */
  private static final int GRID = 16;

  /** Edge of the pictures by which likeness is judged. */
  private static final int COARSE = 36;

  private Morphs() {}

  /** Morphs of these pairs; none where points are unknown or there are fewer than three people. */
  public static List<TrainingPair> of(List<TrainingPair> pairs) {
    List<TrainingPair> known = pairs.stream().filter(p -> !p.neutralPoints().isEmpty()).toList();
    if (known.size() <= PARTNERS) {
      return List.of();
    }
    List<float[]> coarse = known.stream().map(Morphs::coarse).toList();
    int people = Math.min(known.size(), MOST / PARTNERS);
    return IntStream.range(0, people)
        .parallel()
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, known.size())
                    .filter(k -> k != i)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> apart(coarse.get(i), coarse.get(k))))
                    .limit(PARTNERS)
                    .map(k -> morph(known.get(i), known.get(k))))
        .toList();
  }

  /** The smiling photo, brows to chin, at a few pixels. */
  private static float[] coarse(TrainingPair pair) {
    int step = N / COARSE;
    float[] out = new float[3 * COARSE * COARSE];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < N; y++) {
        for (int x = 0; x < N; x++) {
          out[(c * COARSE + y / step) * COARSE + x / step] +=
              (pair.smiling()[(c * N + y) * N + x] & 0xff) / (float) (step * step);
        }
      }
    }
    return out;
  }

  private static double apart(float[] a, float[] b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < COARSE; y++) {
        double v = TrainingPair.START + TrainingPair.SPAN * (y + .5) / COARSE;
        for (int x = 0; x < COARSE; x++) {
          double u = TrainingPair.START + TrainingPair.SPAN * (x + .5) / COARSE;
          boolean face = u > .15 && u < .85 && v > .2 && v < 1;
          boolean mouth = u > .3 && u < .7 && v > .65 && v < .9;
          int i = (c * COARSE + y) * COARSE + x;
          sum += (mouth ? 4 : face ? 1 : 0) * Math.abs(a[i] - b[i]);
        }
      }
    }
    return sum;
  }

  private static TrainingPair morph(TrainingPair a, TrainingPair b) {
    List<Point> neutral = middle(a.neutralPoints(), b.neutralPoints());
    List<Point> smiling = middle(a.smilingPoints(), b.smilingPoints());
    return new TrainingPair(
        a.name() + "+" + b.name(),
        mixed(
            warped(a.neutral(), a.neutralPoints(), neutral),
            warped(b.neutral(), b.neutralPoints(), neutral)),
        mixed(
            warped(a.smiling(), a.smilingPoints(), smiling),
            warped(b.smiling(), b.smilingPoints(), smiling)),
        neutral,
        smiling);
  }

  private static List<Point> middle(List<Point> a, List<Point> b) {
    List<Point> middle = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      middle.add(a.get(i).middle(b.get(i)));
    }
    return List.copyOf(middle);
  }

  /** The first's fine detail on the mean of what is coarser. */
  private static byte[] mixed(byte[] a, byte[] b) {
    byte[] out = new byte[a.length];
    for (int c = 0; c < 3; c++) {
      float[] difference = new float[N * N];
      for (int i = 0; i < N * N; i++) {
        difference[i] = (b[c * N * N + i] & 0xff) - (a[c * N * N + i] & 0xff);
      }
      for (int round = 0; round < 2; round++) {
        blur(difference, 1);
        blur(difference, N);
      }
      for (int i = 0; i < N * N; i++) {
        float v = (a[c * N * N + i] & 0xff) + difference[i] / 2;
        out[c * N * N + i] = (byte) Math.round(Math.min(255, Math.max(0, v)));
      }
    }
    return out;
  }

  /** A running mean along rows ({@code step} 1) or columns ({@code step} N), edges repeated. */
  private static void blur(float[] plane, int step) {
    int across = step == 1 ? N : 1;
    float[] line = new float[N + BLUR];
    for (int k = 0; k < N; k++) {
      for (int i = 0; i < line.length; i++) {
        line[i] = plane[k * across + Math.min(N - 1, Math.max(0, i - BLUR / 2)) * step];
      }
      float sum = 0;
      for (int i = 0; i < BLUR; i++) {
        sum += line[i];
      }
      for (int i = 0; i < N; i++) {
        plane[k * across + i * step] = sum / BLUR;
        sum += line[i + BLUR] - line[i];
      }
    }
  }

  private static byte[] warped(byte[] photo, List<Point> points, List<Point> shape) {
    List<Point> from = new ArrayList<>();
    List<Point> to = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      from.add(pixel(shape.get(i)));
      to.add(pixel(points.get(i)));
    }
    // the frame stays where it is
    for (int y : new int[] {0, N / 2, N}) {
      for (int x : new int[] {0, N / 2, N}) {
        if (x != N / 2 || y != N / 2) {
          from.add(new Point(x, y));
          to.add(new Point(x, y));
        }
      }
    }
    ThinPlateWarp warp = new ThinPlateWarp(from, to, 1e-4);
    int knots = N / GRID + 1;
    Point[] grid = new Point[knots * knots];
    for (int i = 0; i < grid.length; i++) {
      int row = i / knots;
      int column = i % knots;
      grid[i] = warp.apply(GRID * column, GRID * row);
    }
    byte[] out = new byte[photo.length];
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        int k = y / GRID * knots + x / GRID;
        double fx = (x % GRID + .5) / GRID;
        double fy = (y % GRID + .5) / GRID;
        Point top = mix(grid[k], grid[k + 1], fx);
        Point bottom = mix(grid[k + knots], grid[k + knots + 1], fx);
        sample(photo, mix(top, bottom, fy), out, y * N + x);
      }
    }
    return out;
  }

  private static Point pixel(Point p) {
    double k = N / TrainingPair.SPAN;
    return new Point((p.x() - TrainingPair.START) * k, (p.y() - TrainingPair.START) * k);
  }

  private static Point mix(Point a, Point b, double t) {
    return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
  }

  private static void sample(byte[] photo, Point at, byte[] out, int o) {
    double x = Math.min(Math.max(at.x() - .5, 0), N - 1.001);
    double y = Math.min(Math.max(at.y() - .5, 0), N - 1.001);
    int x0 = (int) x;
    int y0 = (int) y;
    int i = y0 * N + x0;
    double fx = x - x0;
    double fy = y - y0;
    for (int c = 0; c < 3; c++) {
      int k = c * N * N + i;
      double top = (photo[k] & 0xff) * (1 - fx) + (photo[k + 1] & 0xff) * fx;
      double bottom = (photo[k + N] & 0xff) * (1 - fx) + (photo[k + N + 1] & 0xff) * fx;
      out[c * N * N + o] = (byte) Math.round(top * (1 - fy) + bottom * fy);
    }
  }
}
