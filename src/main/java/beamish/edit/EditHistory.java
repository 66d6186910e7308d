package beamish.edit;

import beamish.expression.SmileParts;
import beamish.face.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
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

  /** The smiles as they stand. */
  public SmileSettings present() {
    Map<Integer, Double> strengths = new TreeMap<>();
    Map<Integer, SmileParts> parts = new TreeMap<>();
    for (EditStep step : steps.subList(0, position)) {
      strengths.putAll(step.strengths());
      parts.putAll(step.parts());
    }
    return new SmileSettings(strengths, parts);
  }

  /** Where a hand has put faces, as it stands. */
  public FacePlaces places() {
    Map<Integer, Landmarks> places = new TreeMap<>();
    for (EditStep step : steps.subList(0, position)) {
      step.places()
          .forEach(
              (face, there) -> {
                places.remove(face);
                there.ifPresent(landmarks -> places.put(face, landmarks));
              });
    }
    return new FacePlaces(places);
  }

  /**
   * The history after {@code next} was reached in one step. What had been undone is lost; nothing
   * happens where {@code next} is the present.
   */
  public EditHistory commit(EditStep.Kind kind, SmileSettings next) {
    return commit(kind, next, places());
  }

  /** The same for a step that puts faces elsewhere, too. */
  public EditHistory commit(EditStep.Kind kind, SmileSettings next, FacePlaces nextPlaces) {
    SmileSettings now = present();
    Map<Integer, Double> strengths = changed(now, next, SmileSettings::strength);
    Map<Integer, SmileParts> parts = changed(now, next, SmileSettings::parts);
    Map<Integer, Optional<Landmarks>> moved = changedPlaces(places(), nextPlaces);
    if (strengths.isEmpty() && parts.isEmpty() && moved.isEmpty()) {
      return this;
    }
    List<EditStep> all = new ArrayList<>(steps.subList(0, position));
    all.add(new EditStep(kind, strengths, parts, moved));
    return new EditHistory(all, all.size());
  }

  private static <T> Map<Integer, T> changed(
      SmileSettings now, SmileSettings next, BiFunction<SmileSettings, Integer, T> what) {
    Set<Integer> faces = union(now.strengths(), next.strengths());
    faces.addAll(union(now.parts(), next.parts()));
    Map<Integer, T> changed = new TreeMap<>();
    for (int face : faces) {
      T then = what.apply(next, face);
      if (!then.equals(what.apply(now, face))) {
        changed.put(face, then);
      }
    }
    return changed;
  }

  private static Map<Integer, Optional<Landmarks>> changedPlaces(FacePlaces now, FacePlaces next) {
    Map<Integer, Optional<Landmarks>> changed = new TreeMap<>();
    for (int face : union(now.landmarks(), next.landmarks())) {
      Optional<Landmarks> there = Optional.ofNullable(next.of(face));
      if (!there.equals(Optional.ofNullable(now.of(face)))) {
        changed.put(face, there);
      }
    }
    return changed;
  }

  static Set<Integer> union(Map<Integer, ?> a, Map<Integer, ?> b) {
    Set<Integer> faces = new TreeSet<>(a.keySet());
    faces.addAll(b.keySet());
    return faces;
  }

  /**
   * The number for a face that is added: one that no face has or has had, so that a face keeps its
   * number whatever comes and goes.
   *
   * @param found how many faces were found
   */
  public int nextFace(int found) {
    int next = found;
    for (EditStep step : steps.subList(0, position)) {
      for (int face : step.places().keySet()) {
        next = Math.max(next, face + 1);
      }
    }
    return next;
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
   * @param toNew gives a face's new number, negative where it is no more
   */
  public EditHistory renumbered(IntUnaryOperator toNew) {
    List<EditStep> kept = new ArrayList<>();
    int standing = 0;
    for (int i = 0; i < steps.size(); i++) {
      EditStep step = steps.get(i);
      Map<Integer, Double> strengths = renumbered(step.strengths(), toNew);
      Map<Integer, SmileParts> parts = renumbered(step.parts(), toNew);
      Map<Integer, Optional<Landmarks>> places = renumbered(step.places(), toNew);
      if (!strengths.isEmpty() || !parts.isEmpty() || !places.isEmpty()) {
        kept.add(new EditStep(step.kind(), strengths, parts, places));
        standing += i < position ? 1 : 0;
      }
    }
    return new EditHistory(kept, standing);
  }

  private static <T> Map<Integer, T> renumbered(Map<Integer, T> faces, IntUnaryOperator toNew) {
    Map<Integer, T> next = new TreeMap<>();
    faces.forEach(
        (face, value) -> {
          int number = toNew.applyAsInt(face);
          if (number >= 0) {
            next.put(number, value);
          }
        });
    return next;
  }
}
