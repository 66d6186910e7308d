package beamish.ui.session;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import beamish.edit.SmileSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What is being edited: the photo, the chosen face, the strengths and their history. */
public final class Editor {
  private final ReadOnlyObjectWrapper<@Nullable ShownPhoto> photo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SmileSettings> settings =
      new ReadOnlyObjectWrapper<>(SmileSettings.NONE);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<EditHistory> history =
      new ReadOnlyObjectWrapper<>(EditHistory.NONE);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final BooleanProperty allFaces = new SimpleBooleanProperty();
  private final BooleanProperty dragging = new SimpleBooleanProperty();
  private final BooleanProperty original = new SimpleBooleanProperty();
  private final BooleanProperty split = new SimpleBooleanProperty();
  private final BooleanProperty sideBySide = new SimpleBooleanProperty();
  private final BooleanProperty outlines = new SimpleBooleanProperty(true);
  private Consumer<EditHistory> edited = state -> {};

  /** Nothing to edit yet. */
  public Editor() {
    // what was begun before the switch is a step of the other kind
    allFaces.subscribe(all -> commit(all ? EditStep.Kind.FACE : EditStep.Kind.ALL_FACES));
    exclude(split, sideBySide);
    exclude(sideBySide, split);
  }

  private static void exclude(BooleanProperty one, BooleanProperty other) {
    one.subscribe(
        on -> {
          if (on) {
            other.set(false);
          }
        });
  }

  /**
   * Lets {@code listener} hear of every change of the edit, in the middle of a drag too, as the
   * history would be if it ended here; not of a photo that comes or goes.
   */
  public void onEdit(Consumer<EditHistory> listener) {
    edited = listener;
  }

  /** The photo in the window; null before the first. */
  public ReadOnlyObjectProperty<@Nullable ShownPhoto> photoProperty() {
    return photo.getReadOnlyProperty();
  }

  /** The photo in the window, or null. */
  public @Nullable ShownPhoto photo() {
    return photo.get();
  }

  /** The strengths as they are now, in the middle of a drag too. */
  public ReadOnlyObjectProperty<SmileSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The strengths as they are now. */
  public SmileSettings settings() {
    return settings.get();
  }

  /** The face that the slider works on, −1 where there is none. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The face that the slider works on, −1 where there is none. */
  public int chosen() {
    return chosen.get();
  }

  /** The steps done and undone; what a hand is still dragging is none yet. */
  public ReadOnlyObjectProperty<EditHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Whether the slider works on all faces at once; off while there are fewer than two. */
  public BooleanProperty allFacesProperty() {
    return allFaces;
  }

  /** Whether there is a step to undo. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is a step to redo. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** Whether a hand is on the slider. */
  public BooleanProperty draggingProperty() {
    return dragging;
  }

  /** Whether the original is held up in place of the edit. */
  public BooleanProperty originalProperty() {
    return original;
  }

  /** Whether a line splits the photo into original and edit; not while both are side by side. */
  public BooleanProperty splitProperty() {
    return split;
  }

  /** Whether the original and the edit are shown side by side; not while a line splits them. */
  public BooleanProperty sideBySideProperty() {
    return sideBySide;
  }

  /** Whether faces are outlined. */
  public BooleanProperty outlinesProperty() {
    return outlines;
  }

  /** How many faces the photo has. */
  public int faceCount() {
    ShownPhoto shown = photo.get();
    return shown == null ? 0 : shown.open().faces().size();
  }

  /** Begins with a photo: nothing changed, nothing to undo, its largest face chosen. */
  public void show(ShownPhoto next) {
    show(next, EditHistory.NONE);
  }

  /** Goes on with a photo where {@code kept} left it, its largest face chosen. */
  public void show(ShownPhoto next, EditHistory kept) {
    history.set(EditHistory.NONE);
    dragging.set(false);
    original.set(false);
    chosen.set(-1);
    settings.set(SmileSettings.NONE);
    allFaces.set(false);
    photo.set(next);
    chosen.set(largestFace(next));
    history.set(kept);
    settings.set(kept.present());
    tell();
  }

  private static int largestFace(ShownPhoto shown) {
    int largest = -1;
    double most = 0;
    for (int i = 0; i < shown.open().faces().size(); i++) {
      double eyes = shown.open().faces().get(i).landmarks().eyeDistance();
      if (eyes > most) {
        most = eyes;
        largest = i;
      }
    }
    return largest;
  }

  /** Chooses a face and no other; an index that is none leaves the choice as it is. */
  public void choose(int face) {
    if (face >= 0 && face < faceCount() && (face != chosen.get() || allFaces.get())) {
      allFaces.set(false);
      commit();
      chosen.set(face);
    }
  }

  /** Chooses the next face (1) or the one before (−1), round and round. */
  public void chooseNext(int step) {
    if (faceCount() > 0) {
      choose(Math.floorMod(chosen.get() + step, faceCount()));
    }
  }

  /** Whether the slider works on a face. */
  public boolean isChosen(int face) {
    return face == chosen.get() || (allFaces.get() && face < faceCount());
  }

  /** The faces that the slider works on. */
  public IntStream chosenFaces() {
    return IntStream.range(0, faceCount()).filter(this::isChosen);
  }

  private DoubleStream strengths() {
    return chosenFaces().mapToDouble(settings.get()::strength);
  }

  /** Sets the chosen faces' strength, as part of a step that {@link #commit} ends. */
  public void adjust(double strength) {
    Map<Integer, Double> next = new TreeMap<>(settings.get().strengths());
    chosenFaces().forEach(face -> next.put(face, SmileRange.onScale(strength)));
    settings.set(new SmileSettings(next));
    edited.accept(history.get().commit(kind(), settings.get()));
  }

  /** Moves the chosen faces' strength by {@code by}; see {@link #adjust}. */
  public void nudge(double by) {
    adjust(strength() + by);
  }

  /** The chosen faces' strength, on average where they differ; 0 where there is none. */
  public double strength() {
    return SmileRange.onScale(strengths().average().orElse(0));
  }

  /** Whether the chosen faces have different strengths. */
  public boolean isMixed() {
    return strengths().distinct().count() > 1;
  }

  /** Whether a chosen face is not as it was photographed. */
  public boolean isTouched() {
    return strengths().anyMatch(s -> s != 0);
  }

  /** Ends a step: what was adjusted since the last one can be undone as one. */
  public void commit() {
    commit(kind());
  }

  private EditStep.Kind kind() {
    return allFaces.get() ? EditStep.Kind.ALL_FACES : EditStep.Kind.FACE;
  }

  private void commit(EditStep.Kind kind) {
    become(history.get().commit(kind, settings.get()));
  }

  private void become(EditHistory next) {
    if (!next.equals(history.get())) {
      edited.accept(next);
      history.set(next);
      settings.set(next.present());
      tell();
    }
  }

  /** Puts the chosen faces back to how they were photographed, as one step. */
  public void resetFace() {
    commit();
    adjust(0);
    commit();
  }

  /** Puts all faces back, as one step. */
  public void resetAll() {
    commit();
    settings.set(SmileSettings.NONE);
    commit(EditStep.Kind.RESET_ALL);
  }

  /** One step back. */
  public void undo() {
    commit();
    goTo(history.get().position() - 1);
  }

  /** One step forward again. */
  public void redo() {
    commit();
    goTo(history.get().position() + 1);
  }

  /** To where so many steps hold; 0 is the original. */
  public void goTo(int position) {
    commit();
    become(history.get().at(position));
  }

  private void tell() {
    undoable.set(history.get().canUndo());
    redoable.set(history.get().canRedo());
  }
}
