package beamish.edit;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How strongly each face of a photo smiles: all that an edit is, and what undo remembers.
 *
 * @param strengths face (its number in {@link OpenPhoto}) to strength, −1 (calm) … 0 (as
 *     photographed) … 1.5; faces that are absent have 0, and no 0 is kept
 */
public record SmileSettings(Map<Integer, Double> strengths) {

  /** Every face as photographed. */
  public static final SmileSettings NONE = new SmileSettings(Map.of());

  /** Copies the map without its zeros. */
  public SmileSettings {
    Map<Integer, Double> kept = new TreeMap<>(strengths);
    kept.values().removeIf(s -> s == 0);
    strengths = Map.copyOf(kept);
  }

  /** The same strength for each of {@code faces} faces. */
  public static SmileSettings all(int faces, double strength) {
    return new SmileSettings(
        IntStream.range(0, faces).boxed().collect(Collectors.toMap(f -> f, f -> strength)));
  }

  /** The strength of a face, 0 if it has none. */
  public double strength(int face) {
    return strengths.getOrDefault(face, 0.0);
  }

  /** The same, with one face's strength set. */
  public SmileSettings with(int face, double strength) {
    Map<Integer, Double> next = new TreeMap<>(strengths);
    next.put(face, strength);
    return new SmileSettings(next);
  }

  /** The strength that is farthest from 0; 0 where nothing is changed. */
  public double strongest() {
    return strengths.values().stream().max(Comparator.comparingDouble(Math::abs)).orElse(0.0);
  }

  /** All strengths multiplied by {@code factor}. */
  public SmileSettings times(double factor) {
    Map<Integer, Double> scaled = new TreeMap<>(strengths);
    scaled.replaceAll((face, strength) -> strength * factor);
    return new SmileSettings(scaled);
  }

  /** Whether nothing is changed. */
  public boolean isNone() {
    return strengths.isEmpty();
  }
}
