package beamish.fake;

import beamish.training.TrainingPair;
import beamish.training.recipe.FaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** People drawn by code: an oval, two eyes, and a mouth whose bend is the expression. */
public final class DrawnFaces {
  private static final int N = TrainingPair.SIZE;

  private DrawnFaces() {}

  /** So many people with each of these expressions, the first of them with a straight mouth. */
  public static FaceSet set(int people, List<String> expressions) {
    List<FaceSet.Person> all = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      List<byte[]> crops = new ArrayList<>();
      for (int e = 0; e < expressions.size(); e++) {
        crops.add(crop(p, bend(e)));
      }
      all.add(new FaceSet.Person("person" + p, crops));
    }
    return new FaceSet(expressions, all);
  }

  /** Straight, then up, down, more up, more down and so on; crop widths at the corners. */
  public static double bend(int expression) {
    int size = (expression + 1) / 2;
    return .06 * size * (expression % 2 == 0 ? -1 : 1);
  }

  /** {@code [3][576][576]}, as training pairs keep them. */
  public static byte[] crop(int person, double bend) {
    SplittableRandom random = new SplittableRandom(person);
    double[] skin = {random.nextDouble(.5, .9), random.nextDouble(.4, .7), .4};
    double width = random.nextDouble(.3, .38);
    byte[] planar = new byte[3 * N * N];
    for (int y = 0; y < N; y++) {
      double v = TrainingPair.START + TrainingPair.SPAN * (y + .5) / N;
      for (int x = 0; x < N; x++) {
        double u = TrainingPair.START + TrainingPair.SPAN * (x + .5) / N;
        double face = Math.hypot((u - .5) / width, (v - .55) / .45) < 1 ? 1 : 0;
        double eye = Math.min(Math.hypot(u - .32, v - .36), Math.hypot(u - .68, v - .36));
        double across = (u - .5) / .16;
        double lip = v - (.78 - bend * (across * across - .3));
        boolean dark = eye < .04 || (Math.abs(across) < 1 && Math.abs(lip) < .025);
        for (int c = 0; c < 3; c++) {
          double value = dark ? .15 : face * skin[c] + (1 - face) * .3;
          planar[(c * N + y) * N + x] = (byte) Math.round(255 * value);
        }
      }
    }
    return planar;
  }
}
