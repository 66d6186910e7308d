package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.Point;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How light the whites of the eyes are: what teeth are told by, whatever the skin around them. In
 * the smiles trained on that show teeth these are 1.06 times as light (0.9 to 1.21), though skin
 * itself differs by more than two. Of the lightest 2 % the least light is taken: that tells teeth
 * best (to 8 %; of the lightest 5 %, to 11 %), and glints are fewer.
 */
public final class EyeWhites {
  private static final int N = EditGeometry.CROP;

  /** Half the width and height of what is looked at around a pupil, eye distances. */
  private static final double WIDE = .21;

  private static final double HIGH = .061;

  /** Share of these pixels that are darker. */
  private static final double SHARE = .98;

  private EyeWhites() {}

  /**
   * The lightness of the darker eye's white, by its darker channel of green and blue.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  public static float of(float[] crop, Landmarks face) {
    double eyes = face.eyeDistance();
    return Math.min(of(crop, face.leftEye(), eyes), of(crop, face.rightEye(), eyes));
  }

  private static float of(float[] crop, Point pupil, double eyes) {
    int[] lightest = lightest(crop, pupil, eyes);
    return lightest.length == 0
        ? 0
        : light(crop, lightest[lightest.length - 1 - (int) (SHARE * lightest.length)]);
  }

  /**
   * The pixels around a pupil, the lightest first.
   *
   * @param eyes their distance, crop widths
   */
  static int[] lightest(float[] crop, Point pupil, double eyes) {
    int[] around = new int[N * N];
    int count = 0;
    int reach = (int) Math.ceil(WIDE * eyes * N);
    int x0 = (int) (pupil.x() * N);
    int y0 = (int) (pupil.y() * N);
    for (int y = Math.max(0, y0 - reach); y <= Math.min(N - 1, y0 + reach); y++) {
      for (int x = Math.max(0, x0 - reach); x <= Math.min(N - 1, x0 + reach); x++) {
        double dx = ((x + .5) / N - pupil.x()) / (WIDE * eyes);
        double dy = ((y + .5) / N - pupil.y()) / (HIGH * eyes);
        if (dx * dx + dy * dy < 1) {
          around[count++] = y * N + x;
        }
      }
    }
    return Arrays.stream(around, 0, count)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -light(crop, i)))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The darker channel of green and blue. */
  private static float light(float[] crop, int at) {
    return Math.min(crop[N * N + at], crop[2 * N * N + at]);
  }
}
