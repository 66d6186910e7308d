package beamish.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * Every step of an edit and where among them it stands. A value: each operation gives a new one.
 * There is no end to it, since a step is a few numbers.
 *
 * @param steps from the first to the last, undone ones too
 * @param position how many of them hold: 0 (the original) … {@code steps.size()}
 */
public record EditHistory(List<EditStep> steps, int position) {

  /** Nothing was ever done. */
  public static final EditHistory NONE = new EditHistory(List.of(), 0);

  /** Copies the list. */
  public EditHistory {
    steps = List.copyOf(steps);
    if (position < 0 || position > steps.size()) {
      throw new IllegalArgumentException(position + " of " + steps.size() + " steps");
    }
  }

  /** The strengths as they stand. */
  public SmileSettings present() {
    Map<Integer, Double> strengths = new TreeMap<>();
    for (EditStep step : steps.subList(0, position)) {
      strengths.putAll(step.strengths());
    }
    return new SmileSettings(strengths);
  }

  /**
   * The history after {@code next} was reached in one step. What had been undone is lost; nothing
   * happens where {@code next} is the present.
   */
  public EditHistory commit(EditStep.Kind kind, SmileSettings next) {
    SmileSettings now = present();
    Set<Integer> faces = new TreeSet<>(now.strengths().keySet());
    faces.addAll(next.strengths().keySet());
    Map<Integer, Double> changed = new TreeMap<>();
    for (int face : faces) {
      if (now.strength(face) != next.strength(face)) {
        changed.put(face, next.strength(face));
      }
    }
    if (changed.isEmpty()) {
      return this;
    }
    List<EditStep> all = new ArrayList<>(steps.subList(0, position));
    all.add(new EditStep(kind, changed));
    return new EditHistory(all, all.size());
  }

  /** The same steps, standing elsewhere; the nearest end where {@code wanted} is off the list. */
  public EditHistory at(int wanted) {
    return new EditHistory(steps, Math.max(0, Math.min(steps.size(), wanted)));
  }

  /** Whether there is a step to undo. */
  public boolean canUndo() {
    return position > 0;
  }

  /** Whether there is an undone step. */
  public boolean canRedo() {
    return position < steps.size();
  }

  /**
   * The same for faces that are counted differently. Steps that only changed faces which are no
   * more are left out.
   *
   * @param toNew gives a face's new index, negative where it is no more
   */
  public EditHistory renumbered(IntUnaryOperator toNew) {
    List<EditStep> kept = new ArrayList<>();
    int standing = 0;
    for (int i = 0; i < steps.size(); i++) {
      Map<Integer, Double> strengths = new TreeMap<>();
      steps
          .get(i)
          .strengths()
          .forEach(
              (face, strength) -> {
                int index = toNew.applyAsInt(face);
                if (index >= 0) {
                  strengths.put(index, strength);
                }
              });
      if (!strengths.isEmpty()) {
        kept.add(new EditStep(steps.get(i).kind(), strengths));
        standing += i < position ? 1 : 0;
      }
    }
    return new EditHistory(kept, standing);
  }
}
