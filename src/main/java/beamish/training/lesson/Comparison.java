package beamish.training.lesson;

import beamish.image.PixelImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A new model beside the one it came from, at strength 1 on the same photos.
 *
 * @param rows a row a pair
 * @param heldOut whether these pairs were kept out of the training; if not, the new model knows the
 *     answers, and the comparison flatters it
 * @param leftOut what could not be compared, with the reason
 */
public record Comparison(List<Row> rows, boolean heldOut, List<String> leftOut) {

  /**
   * A pair of photos.
   *
   * @param group that is never split
   * @param neutral the calm face, {@link #FACE_PX} square
   * @param smiling the real smile
   * @param realMouth its mouth, {@link #MOUTH_COLUMNS} x {@link #MOUTH_ROWS}
   * @param before by the old model
   * @param after by the new one
   */
  public record Row(
      String name,
      String group,
      PixelImage neutral,
      PixelImage smiling,
      PixelImage realMouth,
      Edit before,
      Edit after) {}

  /**
   * What one model makes of a face.
   *
   * @param distance to the real smile, as a ratio to the untouched photo's
   * @param likeness to the untouched photo; NaN where nobody asked
   * @param sharpness of the face, as a ratio to the untouched photo's
   */
  public record Edit(
      double distance, double likeness, double sharpness, PixelImage face, PixelImage mouth) {}

  /** Edge of the pictures of faces. */
  public static final int FACE_PX = 320;

  /** Columns of the pictures of mouths. */
  public static final int MOUTH_COLUMNS = 256;

  /** Rows of the pictures of mouths. */
  public static final int MOUTH_ROWS = 192;

  /**
   * The distance to the real smile before and after. Pairs of one group are no independent
   * witnesses, so each group counts as one; a single group's pairs have to do where there is no
   * other.
   */
  public PairedDifference distance() {
    Map<String, double[]> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      double[] sums = groups.computeIfAbsent(row.group, g -> new double[3]);
      sums[0] += row.before.distance;
      sums[1] += row.after.distance;
      sums[2]++;
    }
    if (groups.size() == 1) {
      return PairedDifference.of(
          rows.stream().mapToDouble(r -> r.before.distance).toArray(),
          rows.stream().mapToDouble(r -> r.after.distance).toArray());
    }
    return PairedDifference.of(
        groups.values().stream().mapToDouble(s -> s[0] / s[2]).toArray(),
        groups.values().stream().mapToDouble(s -> s[1] / s[2]).toArray());
  }

  /** Mean over the rows of a figure of the old model's edits. */
  public double before(ToDoubleFunction<Edit> figure) {
    return rows.stream().mapToDouble(r -> figure.applyAsDouble(r.before)).average().orElse(0);
  }

  /** Mean over the rows of a figure of the new model's edits. */
  public double after(ToDoubleFunction<Edit> figure) {
    return rows.stream().mapToDouble(r -> figure.applyAsDouble(r.after)).average().orElse(0);
  }
}
