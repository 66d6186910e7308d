package beamish.training;

import beamish.face.Likeness;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether edited people are still themselves.
 *
 * @param area how well the measure tells these people apart, {@link LikenessCheck#area()}
 * @param sameMean mean likeness of a person's own neutral and smiling photo
 * @param otherMean mean likeness of two people's photos
 * @param sources of each source, the edits' mean likeness to the untouched photo
 */
public record LikenessFigures(
    double area, double sameMean, double otherMean, List<Source> sources) {

  /**
   * One source.
   *
   * @param byStrength mean likeness at each strength above 0 that was seen
   */
  public record Source(String name, NavigableMap<Double, Double> byStrength) {
    /** At strength 1. */
    @JsonProperty
    public double atOne() {
      return byStrength.getOrDefault(1., Double.NaN);
    }

    /** At strength 1.5. */
    @JsonProperty
    public double atMost() {
      return byStrength.getOrDefault(1.5, Double.NaN);
    }
  }

  /** Gathers them while an evaluation runs. On the measure's thread. */
  public static final class Gatherer implements Evaluation.Onlooker {
    private final Likeness likeness;
    private final Map<String, float[]> own = new LinkedHashMap<>();
    private final Map<String, float[]> smiles = new LinkedHashMap<>();
    private final Map<String, Map<Double, List<Double>>> edits = new LinkedHashMap<>();

    /** The measure stays the caller's. */
    public Gatherer(Likeness likeness) {
      this.likeness = likeness;
    }

    @Override
    public void see(String source, Evaluation.Picture picture, double strength) {
      boolean edit = strength > 0 && !Double.isInfinite(strength);
      Map<String, float[]> real = Double.isInfinite(strength) ? smiles : own;
      if (edit) {
        float[] untouched = own.get(picture.name());
        if (untouched == null) {
          throw new IllegalStateException("an edit before its photo");
        }
        edits
            .computeIfAbsent(source, s -> new LinkedHashMap<>())
            .computeIfAbsent(strength, s -> new ArrayList<>())
            .add(Likeness.between(untouched, likeness.of(picture.photo(), picture.photoToCrop())));
      } else if (strength == 0 || Double.isInfinite(strength)) {
        real.computeIfAbsent(
            picture.name(), n -> likeness.of(picture.photo(), picture.photoToCrop()));
      }
    }

    /** The figures, once all has been seen. */
    public LikenessFigures figures() {
      LikenessCheck check =
          LikenessCheck.of(List.copyOf(own.values()), List.copyOf(smiles.values()));
      return new LikenessFigures(
          check.area(),
          mean(check.same()),
          mean(check.other()),
          edits.entrySet().stream().map(e -> new Source(e.getKey(), means(e.getValue()))).toList());
    }

    private static NavigableMap<Double, Double> means(Map<Double, List<Double>> byStrength) {
      NavigableMap<Double, Double> means = new TreeMap<>();
      byStrength.forEach(
          (strength, all) -> means.put(strength, mean(all.stream().mapToDouble(d -> d).toArray())));
      return means;
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double v : values) {
        sum += v;
      }
      return sum / values.length;
    }
  }

  /** What is printed. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "likeness: own neutral and smiling photo %.3f, two people's %.3f, told apart %.3f (area"
                + " under the ROC curve)",
            sameMean,
            otherMean,
            area));
    for (Source s : sources) {
      lines.add(
          String.format(
              Locale.ROOT,
              "likeness to the untouched photo, %s: %.3f at 1, %.3f at 1.5",
              s.name(),
              s.atOne(),
              s.atMost()));
    }
    return lines;
  }
}
