package beamish.ui.session;

import beamish.edit.SmileSettings;
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
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final BooleanProperty dragging = new SimpleBooleanProperty();
  private final BooleanProperty original = new SimpleBooleanProperty();
  private final BooleanProperty split = new SimpleBooleanProperty();
  private final BooleanProperty outlines = new SimpleBooleanProperty(true);
  private final History history = new History();

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

  /** Whether the original and the edit are shown side by side. */
  public BooleanProperty splitProperty() {
    return split;
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
    history.clear();
    dragging.set(false);
    original.set(false);
    chosen.set(-1);
    settings.set(SmileSettings.NONE);
    photo.set(next);
    chosen.set(largestFace(next));
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

  /** Chooses a face; an index that is none leaves the choice as it is. */
  public void choose(int face) {
    if (face >= 0 && face < faceCount() && face != chosen.get()) {
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

  /** Sets the chosen face's strength, as part of a step that {@link #commit} ends. */
  public void adjust(double strength) {
    if (chosen.get() >= 0) {
      settings.set(settings.get().with(chosen.get(), SmileRange.onScale(strength)));
    }
  }

  /** Moves the chosen face's strength by {@code by}; see {@link #adjust}. */
  public void nudge(double by) {
    adjust(strength() + by);
  }

  /** The chosen face's strength, 0 where there is none. */
  public double strength() {
    return settings.get().strength(chosen.get());
  }

  /** Ends a step: what was adjusted since the last one can be undone as one. */
  public void commit() {
    history.commit(settings.get());
    tell();
  }

  /** Puts the chosen face back to how it was photographed, as one step. */
  public void resetFace() {
    adjust(0);
    commit();
  }

  /** Puts all faces back, as one step. */
  public void resetAll() {
    settings.set(SmileSettings.NONE);
    commit();
  }

  /** One step back. */
  public void undo() {
    history.commit(settings.get());
    settings.set(history.undo());
    tell();
  }

  /** One step forward again. */
  public void redo() {
    history.commit(settings.get());
    settings.set(history.redo());
    tell();
  }

  private void tell() {
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
  }
}
