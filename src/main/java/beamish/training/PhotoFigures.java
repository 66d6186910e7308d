package beamish.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a {@link PhotoSurvey}.
 *
 * @param photos every photo, in order
 * @param found how many show a face
 * @param apart of those, in how many the mouth's corners go apart at every step from -1 to 1.5, as
 *     optical flow follows them
 * @param monotone the same as the finder sees each edit alone
 * @param sharpness mean sharpness of the face at .7, as a ratio to the untouched photo's
 * @param sharpnessBeyond the same at 1.3
 */
public record PhotoFigures(
    List<OnePhoto> photos,
    long found,
    long apart,
    long monotone,
    double sharpness,
    double sharpnessBeyond) {

  /**
   * What one strength came to.
   *
   * @param mouthWidth over the untouched photo's eye distance; NaN where the face was not found
   *     again
   * @param cornersApart how far the corners of the mouth have come to lie apart, in eye distances,
   *     followed from the untouched photo ({@link CornerTrack})
   * @param sharpness of the face, as a ratio to the untouched photo's
   */
  public record Look(double strength, double mouthWidth, double cornersApart, double sharpness) {}

  /**
   * One photo.
   *
   * @param name the file's
   * @param found whether it shows a face
   * @param looks in order of strength; none without a face
   */
  public record OnePhoto(String name, boolean found, List<Look> looks) {

    /** Whether the finder sees the mouth widen at every step. */
    public boolean monotone() {
      return rises(Look::mouthWidth);
    }

    /** Whether the corners of the mouth go apart at every step. */
    public boolean apart() {
      return rises(Look::cornersApart);
    }

    private boolean rises(ToDoubleFunction<Look> figure) {
      for (int i = 1; i < looks.size(); i++) {
        if (!(figure.applyAsDouble(looks.get(i)) > figure.applyAsDouble(looks.get(i - 1)))) {
          return false;
        }
      }
      return found;
    }

    private Look at(double strength) {
      return looks.stream().filter(l -> l.strength() == strength).findFirst().orElseThrow();
    }
  }

  /** Sums photos up. */
  public static PhotoFigures of(List<OnePhoto> photos) {
    List<OnePhoto> faces = photos.stream().filter(OnePhoto::found).toList();
    return new PhotoFigures(
        List.copyOf(photos),
        faces.size(),
        faces.stream().filter(OnePhoto::apart).count(),
        faces.stream().filter(OnePhoto::monotone).count(),
        sharpness(faces, .7),
        sharpness(faces, 1.3));
  }

  private static double sharpness(List<OnePhoto> faces, double strength) {
    return faces.stream().mapToDouble(p -> p.at(strength).sharpness()).average().orElse(Double.NaN);
  }

  /** A line for each photo and one for all. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("photo                      mouth width at -1  -.5   .7  1.3  1.5   sharp .7  1.3");
    for (OnePhoto p : photos) {
      lines.add(p.found() ? line(p) : p.name() + ": no face found");
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "photos: face found in %d of %d; mouth corners go apart at every step -1 ... 1.5 in %d by"
                + " optical flow, %d as the finder sees each edit alone; face sharpness at .7 %.3f,"
                + " at 1.3 %.3f (mean ratios)",
            found,
            photos.size(),
            apart,
            monotone,
            sharpness,
            sharpnessBeyond));
    return lines;
  }

  private static String line(OnePhoto p) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-39s", p.name()));
    double own = p.at(0).mouthWidth();
    for (Look look : p.looks()) {
      if (look.strength() != 0) {
        line.append(String.format(Locale.ROOT, "%5.2f", look.mouthWidth() / own));
      }
    }
    line.append(
        String.format(Locale.ROOT, "%11.2f%5.2f", p.at(.7).sharpness(), p.at(1.3).sharpness()));
    return line
        + (p.apart() ? "" : "   not monotone")
        + (p.monotone() ? "" : "   not monotone to the finder");
  }
}
