package beamish.ui.session;

import beamish.edit.FaceSmile;
import beamish.edit.SmileSettings;
import beamish.expression.SmileParts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The smiles that a slider stands for: one, or several at once.
 *
 * @param settings of all faces
 * @param faces those that are chosen
 */
public record ChosenSmiles(SmileSettings settings, List<Integer> faces) {

  /** Copies the list. */
  public ChosenSmiles {
    faces = List.copyOf(faces);
  }

  /** Their strength, on average where they differ; 0 where there is none. */
  public double strength() {
    return SmileRange.onScale(faces.stream().mapToDouble(settings::strength).average().orElse(0));
  }

  /** How their parts are shown, on average where they differ; neutral where there is none. */
  public SmileParts parts() {
    return new SmileParts(
        average(SmileParts::eyes), average(SmileParts::teeth), average(SmileParts::symmetry));
  }

  private double average(ToDoubleFunction<SmileParts> part) {
    return SmileRange.hundredths(
        faces.stream()
            .map(settings::parts)
            .mapToDouble(part)
            .average()
            .orElse(part.applyAsDouble(SmileParts.NEUTRAL)));
  }

  /** Whether they have different strengths. */
  public boolean isMixed() {
    return faces.stream().map(settings::strength).distinct().count() > 1;
  }

  /** Whether there is anything to put back, be it parts that do not show yet. */
  public boolean isTouched() {
    return faces.stream().anyMatch(face -> !settings.of(face).equals(SmileSettings.NONE.of(face)));
  }

  /** Whether each of them, and there is one, has this very smile. */
  public boolean are(FaceSmile smile) {
    return !faces.isEmpty() && faces.stream().allMatch(face -> settings.of(face).equals(smile));
  }

  /** The settings after each of them was changed. */
  SmileSettings with(UnaryOperator<FaceSmile> how) {
    SmileSettings next = settings;
    for (int face : faces) {
      next = next.with(face, how.apply(next.of(face)));
    }
    return next;
  }
}
