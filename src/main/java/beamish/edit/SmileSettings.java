package beamish.edit;

import beamish.expression.SmileParts;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * How each face of a photo smiles: all that an edit is, and what undo remembers.
 *
 * @param strengths face (its number in {@link OpenPhoto}) to strength, −1 (calm) … 0 (as
 *     photographed) … 1.5; faces that are absent have 0, and no 0 is kept
 * @param parts face to how the parts of its smile are shown, which lasts while its strength is 0;
 *     no neutral ones are kept
 */
public record SmileSettings(Map<Integer, Double> strengths, Map<Integer, SmileParts> parts) {

  /** Every face as photographed. */
  public static final SmileSettings NONE = new SmileSettings(Map.of());

  /** Copies the maps without their zeros. */
  public SmileSettings {
    Map<Integer, Double> kept = new TreeMap<>(strengths);
    kept.values().removeIf(s -> s == 0);
    strengths = Map.copyOf(kept);
    Map<Integer, SmileParts> keptParts = new TreeMap<>(parts);
    keptParts.values().removeIf(SmileParts::areNeutral);
    parts = Map.copyOf(keptParts);
  }

  /** Strengths of smiles whose parts are as the model makes them. */
  public SmileSettings(Map<Integer, Double> strengths) {
    this(strengths, Map.of());
  }

  /** The same smile for each of these faces. */
  public static SmileSettings all(Collection<Integer> faces, FaceSmile smile) {
    SmileSettings all = NONE;
    for (int face : faces) {
      all = all.with(face, smile);
    }
    return all;
  }

  /** The strength of a face, 0 if it has none. */
  public double strength(int face) {
    return strengths.getOrDefault(face, 0.0);
  }

  /** How the parts of a face's smile are shown. */
  public SmileParts parts(int face) {
    return parts.getOrDefault(face, SmileParts.NEUTRAL);
  }

  /** A face's whole smile. */
  public FaceSmile of(int face) {
    return new FaceSmile(strength(face), parts(face));
  }

  /** Whether a face looks the same in both: parts do not show where the strength is 0. */
  public boolean looksAs(SmileSettings other, int face) {
    return strength(face) == 0 ? other.strength(face) == 0 : of(face).equals(other.of(face));
  }

  /** The same, with one face's strength set. */
  public SmileSettings with(int face, double strength) {
    Map<Integer, Double> next = new TreeMap<>(strengths);
    next.put(face, strength);
    return new SmileSettings(next, parts);
  }

  /** The same, with the parts of one face's smile set. */
  public SmileSettings with(int face, SmileParts shown) {
    Map<Integer, SmileParts> next = new TreeMap<>(parts);
    next.put(face, shown);
    return new SmileSettings(strengths, next);
  }

  /** The same, with one face's smile set. */
  public SmileSettings with(int face, FaceSmile smile) {
    return with(face, smile.strength()).with(face, smile.parts());
  }

  /** The same for some faces, and every other as photographed. */
  public SmileSettings only(IntPredicate faces) {
    Map<Integer, Double> kept = new TreeMap<>(strengths);
    kept.keySet().removeIf(face -> !faces.test(face));
    Map<Integer, SmileParts> keptParts = new TreeMap<>(parts);
    keptParts.keySet().removeIf(face -> !faces.test(face));
    return new SmileSettings(kept, keptParts);
  }

  /** The same for faces that are counted differently; a negative number is none. */
  public SmileSettings renumbered(IntUnaryOperator toNew) {
    SmileSettings next = NONE;
    for (int face : EditHistory.union(strengths, parts)) {
      int number = toNew.applyAsInt(face);
      next = number < 0 ? next : next.with(number, of(face));
    }
    return next;
  }

  /** The strength that is farthest from 0; 0 where nothing is changed. */
  public double strongest() {
    return strengths.values().stream().max(Comparator.comparingDouble(Math::abs)).orElse(0.0);
  }

  /** All strengths multiplied by {@code factor}. */
  public SmileSettings times(double factor) {
    Map<Integer, Double> scaled = new TreeMap<>(strengths);
    scaled.replaceAll((face, strength) -> strength * factor);
    return new SmileSettings(scaled, parts);
  }

  /** Whether the photo stays as it is, whatever parts are set. */
  public boolean isNone() {
    return strengths.isEmpty();
  }
}
