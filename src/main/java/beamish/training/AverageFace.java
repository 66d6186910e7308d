package beamish.training;

import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of nobody: several people's photos, each warped to the mean of their shapes, then
 * averaged. The studio's plain backdrop is told apart on the way, so the answer can be laid before
 * another one.
 */
public final class AverageFace {
  /** Output pixels between the places where the warp is computed; linear in between. */
  private static final int GRID = 8;

  /** Inner edges of the lips: on a closed mouth they fall together and would fold the warp. */
  private static final int FIRST_INNER_LIP = 99;

  private static final int LAST_INNER_LIP = 103;

  private AverageFace() {}

  /**
   * One person to average.
   *
   * @param photo RGB, 8 bit, before a plain backdrop
   * @param points the 189 points of {@link TemFile}
   */
  public record Person(PixelImage photo, List<Point> points) {}

  /**
   * An average.
   *
   * @param colour {@code [3][height][width]} RGB in [0, 1], the backdrop taken out where it can be
   * @param cover {@code [1][height][width]}: which part of the people had no backdrop here, 0 … 1
   * @param points the mean shape in the picture's pixels
   */
  public record Average(FloatImage colour, FloatImage cover, List<Point> points) {}

  /**
   * Averages.
   *
   * @param people at least two
   * @param leftEye where the mean pupil at the picture's left goes, output pixels
   * @param rightEye likewise at the right
   */
  public static Average of(
      List<Person> people, Point leftEye, Point rightEye, int width, int height) {
    List<Point> shape = meanShape(people, leftEye, rightEye);
    float[] colour = new float[3 * width * height];
    float[] cover = new float[width * height];
    float[] plain = new float[3 * width * height];
    for (Person person : people) {
      add(person, shape, leftEye, rightEye, width, height, colour, cover, plain);
    }
    int n = width * height;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        int k = c * n + i;
        // where nearly everybody's backdrop shows there is no foreground to speak of
        colour[k] = cover[i] > .02 ? colour[k] / cover[i] : plain[k] / people.size();
      }
      cover[i] /= people.size();
    }
    return new Average(
        new FloatImage(3, height, width, colour), new FloatImage(1, height, width, cover), shape);
  }

  private static List<Point> meanShape(List<Person> people, Point leftEye, Point rightEye) {
    int count = people.get(0).points().size();
    double[] x = new double[count];
    double[] y = new double[count];
    for (Person person : people) {
      List<Point> p = person.points();
      Similarity align = Similarity.ofTwoPoints(p.get(0), p.get(1), leftEye, rightEye);
      for (int i = 0; i < count; i++) {
        Point q = align.apply(p.get(i));
        x[i] += q.x() / people.size();
        y[i] += q.y() / people.size();
      }
    }
    List<Point> mean = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mean.add(new Point(x[i], y[i]));
    }
    return List.copyOf(mean);
  }

  private static void add(
      Person person,
      List<Point> shape,
      Point leftEye,
      Point rightEye,
      int width,
      int height,
      float[] colour,
      float[] cover,
      float[] plain) {
    Similarity toPhoto =
        Similarity.ofTwoPoints(leftEye, rightEye, person.points().get(0), person.points().get(1));
    ThinPlateWarp warp = warp(person, shape, toPhoto, width, height);
    PixelImage photo = person.photo();
    PlainBackdrop backdrop = PlainBackdrop.of(photo);
    int columns = (width + GRID - 1) / GRID + 1;
    Point[] above = row(warp, 0, columns);
    Point[] below = row(warp, GRID, columns);
    float[] rgb = new float[3];
    int n = width * height;
    for (int y = 0; y < height; y++) {
      if (y > 0 && y % GRID == 0) {
        above = below;
        below = row(warp, y + GRID, columns);
      }
      double fy = (double) (y % GRID) / GRID;
      for (int x = 0; x < width; x++) {
        int g = x / GRID;
        double fx = (double) (x % GRID) / GRID;
        Point upper = mix(above[g], above[g + 1], fx);
        Point lower = mix(below[g], below[g + 1], fx);
        double px = mix(upper.x(), lower.x(), fy);
        double py = mix(upper.y(), lower.y(), fy);
        sample(photo, px - .5, py - .5, rgb);
        int i = y * width + x;
        float share = backdrop.foreground(rgb, px, py);
        cover[i] += share;
        for (int c = 0; c < 3; c++) {
          colour[c * n + i] += share * rgb[c];
          plain[c * n + i] += rgb[c];
        }
      }
    }
  }

  private static ThinPlateWarp warp(
      Person person, List<Point> shape, Similarity toPhoto, int width, int height) {
    List<Point> from = new ArrayList<>();
    List<Point> to = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      if (i < FIRST_INNER_LIP || i > LAST_INNER_LIP) {
        from.add(shape.get(i));
        to.add(person.points().get(i));
      }
    }
    // far out nothing bends: a frame beyond the picture moves as the eyes do
    for (double v : new double[] {-.25, .5, 1.25}) {
      for (double u : new double[] {-.25, .5, 1.25}) {
        if (u != .5 || v != .5) {
          Point p = new Point(u * width, v * height);
          from.add(p);
          to.add(toPhoto.apply(p));
        }
      }
    }
    return new ThinPlateWarp(from, to, 1e-5);
  }

  private static Point[] row(ThinPlateWarp warp, int y, int columns) {
    Point[] row = new Point[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = warp.apply(i * GRID + .5, y + .5);
    }
    return row;
  }

  private static Point mix(Point a, Point b, double t) {
    return new Point(mix(a.x(), b.x(), t), mix(a.y(), b.y(), t));
  }

  private static double mix(double a, double b, double t) {
    return a + t * (b - a);
  }

  private static void sample(PixelImage photo, double x, double y, float[] rgb) {
    double cx = Math.min(Math.max(x, 0), photo.width() - 1.);
    double cy = Math.min(Math.max(y, 0), photo.height() - 1.);
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, photo.width() - 1);
    int y1 = Math.min(y0 + 1, photo.height() - 1);
    for (int c = 0; c < 3; c++) {
      double top = mix(photo.sample(x0, y0, c), photo.sample(x1, y0, c), cx - x0);
      double bottom = mix(photo.sample(x0, y1, c), photo.sample(x1, y1, c), cx - x0);
      rgb[c] = (float) (mix(top, bottom, cy - y0) / 255);
    }
  }
}
