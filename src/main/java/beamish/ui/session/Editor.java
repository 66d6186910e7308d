package beamish.ui.session;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import beamish.edit.FacePlaces;
import beamish.edit.FaceSmile;
import beamish.edit.SmilePreset;
import beamish.edit.SmileSettings;
import beamish.expression.SmileParts;
import beamish.face.Landmarks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
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
  private final ReadOnlyObjectWrapper<FacePlaces> places =
      new ReadOnlyObjectWrapper<>(FacePlaces.NONE);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<EditHistory> history =
      new ReadOnlyObjectWrapper<>(EditHistory.NONE);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final BooleanProperty allFaces = new SimpleBooleanProperty();
  private final BooleanProperty dragging = new SimpleBooleanProperty();
  private final Views views = new Views();
  private Consumer<EditHistory> edited = state -> {};

  private final KeyRun keys;

  /** Nothing to edit yet. */
  public Editor() {
    this(System::nanoTime);
  }

  /** The same by another clock. */
  Editor(LongSupplier nanos) {
    keys = new KeyRun(nanos);
    // what was begun before the switch is a step of the other kind
    allFaces.subscribe(
        all -> commit(pendingKind().orElse(all ? EditStep.Kind.FACE : EditStep.Kind.ALL_FACES)));
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

  /**
   * Where a hand has put faces, as it is now, in the middle of a drag too. The photo in the window
   * follows, a moment later.
   */
  public ReadOnlyObjectProperty<FacePlaces> placesProperty() {
    return places.getReadOnlyProperty();
  }

  /** Where a hand has put faces, as it is now. */
  public FacePlaces places() {
    return places.get();
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

  /** How the photo is shown. */
  public Views views() {
    return views;
  }

  /** How many faces the photo has. */
  public int faceCount() {
    return numbers().size();
  }

  private List<Integer> numbers() {
    ShownPhoto shown = photo.get();
    return shown == null ? List.of() : shown.open().numbers();
  }

  /** Begins with a photo: nothing changed, nothing to undo, its largest face chosen. */
  public void show(ShownPhoto next) {
    show(next, EditHistory.NONE);
  }

  /** Goes on with a photo where {@code kept} left it, its largest face chosen. */
  public void show(ShownPhoto next, EditHistory kept) {
    history.set(EditHistory.NONE);
    dragging.set(false);
    views.originalProperty().set(false);
    chosen.set(-1);
    settings.set(SmileSettings.NONE);
    allFaces.set(false);
    places.set(kept.places());
    photo.set(next);
    chosen.set(largestFace(next));
    history.set(kept);
    settings.set(kept.present());
    tell();
  }

  /** Goes on with the same picture, whose faces are where a hand has put them by now. */
  void replace(ShownPhoto next) {
    List<Integer> before = numbers();
    if (!next.open().hasFace(chosen.get())) {
      chosen.set(largestFace(next));
    }
    photo.set(next);
    List<Integer> fresh = numbers().stream().filter(face -> !before.contains(face)).toList();
    if (fresh.size() == 1) {
      choose(fresh.get(0));
    }
    if (faceCount() < 2) {
      allFaces.set(false);
    }
  }

  private static int largestFace(ShownPhoto shown) {
    return shown.open().numbers().stream()
        .max(Comparator.comparingDouble(n -> shown.open().face(n).landmarks().eyeDistance()))
        .orElse(-1);
  }

  /** Chooses a face and no other; an index that is none leaves the choice as it is. */
  public void choose(int face) {
    if (numbers().contains(face) && (face != chosen.get() || allFaces.get())) {
      allFaces.set(false);
      commit();
      chosen.set(face);
    }
  }

  /** Chooses the next face (1) or the one before (−1), round and round. */
  public void chooseNext(int step) {
    List<Integer> all = numbers();
    if (!all.isEmpty()) {
      choose(all.get(Math.floorMod(all.indexOf(chosen.get()) + step, all.size())));
    }
  }

  /** Whether the slider works on a face. */
  public boolean isChosen(int face) {
    return face == chosen.get() || (allFaces.get() && numbers().contains(face));
  }

  /** The faces that the slider works on. */
  public IntStream chosenFaces() {
    return numbers().stream().mapToInt(face -> face).filter(this::isChosen);
  }

  /** Sets the chosen faces' strength, as part of a step that {@link #commit} ends. */
  public void adjust(double strength) {
    if (pendingKind().isPresent()) {
      commit();
    }
    change(smile -> new FaceSmile(SmileRange.onScale(strength), smile.parts()));
    edited.accept(pending(kind()));
  }

  /**
   * Shows the parts of the chosen faces' smiles differently, as part of a step that {@link #commit}
   * ends.
   */
  public void adjustParts(UnaryOperator<SmileParts> next) {
    boolean parts = pendingKind().equals(Optional.of(EditStep.Kind.PARTS));
    if (!parts && !pending(kind()).equals(history.get())) {
      commit();
    }
    change(smile -> new FaceSmile(smile.strength(), next.apply(smile.parts())));
    edited.accept(pending(kind()));
  }

  /** Gives the chosen faces a smile, as one step. */
  public void apply(SmilePreset preset) {
    commit();
    change(smile -> preset.smile());
    commit(EditStep.Kind.PRESET);
  }

  private void change(UnaryOperator<FaceSmile> how) {
    settings.set(smiles().with(how));
  }

  /**
   * Puts a face elsewhere, as part of a step that {@link #commit} ends.
   *
   * @param there {@linkplain Landmarks#areUsable usable}
   */
  void place(int face, Landmarks there) {
    if (!isMoving()) {
      commit();
    }
    places.set(places.get().with(face, there));
    edited.accept(pending(kind()));
  }

  private boolean isMoving() {
    return !places.get().equals(history.get().places());
  }

  /** Adds a face, as one step; it is chosen once the photo in the window has it. */
  void addFace(Landmarks there) {
    ShownPhoto shown = photo.get();
    if (shown != null) {
      commit();
      int number = history.get().nextFace(shown.open().found().size());
      places.set(places.get().with(number, there));
      commit(EditStep.Kind.ADD_FACE);
    }
  }

  /** Whether a face is one that a hand added. */
  boolean isAdded(int face) {
    ShownPhoto shown = photo.get();
    return shown != null && face >= shown.open().found().size() && shown.open().hasFace(face);
  }

  /** Takes the chosen face away, if it is an added one, as one step. */
  void removeFace() {
    if (isAdded(chosen.get())) {
      commit();
      settings.set(settings.get().with(chosen.get(), 0));
      places.set(places.get().without(chosen.get()));
      commit(EditStep.Kind.REMOVE_FACE);
    }
  }

  /** Puts the chosen face's eyes and mouth back to where they were found, as one step. */
  void resetPoints() {
    if (!isAdded(chosen.get())) {
      commit();
      places.set(places.get().without(chosen.get()));
      commit(EditStep.Kind.MOVE_POINTS);
    }
  }

  /** Moves the chosen faces' strength by {@code by}; see {@link #adjust}. */
  public void nudge(double by) {
    adjust(strength() + by);
  }

  /** The smiles of the chosen faces. */
  public ChosenSmiles smiles() {
    return new ChosenSmiles(settings.get(), chosenFaces().boxed().toList());
  }

  /** The chosen faces' strength, on average where they differ; 0 where there is none. */
  public double strength() {
    return smiles().strength();
  }

  /** Ends a step: what was adjusted since the last one can be undone as one. */
  public void commit() {
    commit(kind());
  }

  /**
   * The same at the end of a key's press; presses on the same faces within about a second of one
   * another, and with nothing else in between, are one step.
   */
  public void commitKey() {
    EditStep.Kind kind = kind();
    List<Integer> faces = chosenFaces().boxed().toList();
    EditHistory from = keys.from(history.get(), kind, faces);
    EditHistory to = from.commit(kind, settings.get(), places.get());
    become(to);
    keys.pressed(from, to, kind, faces);
  }

  private EditStep.Kind kind() {
    return pendingKind().orElse(allFaces.get() ? EditStep.Kind.ALL_FACES : EditStep.Kind.FACE);
  }

  /** What is being done, where it is not the strengths that change. */
  private Optional<EditStep.Kind> pendingKind() {
    if (isMoving()) {
      return Optional.of(EditStep.Kind.MOVE_POINTS);
    }
    boolean parts = !settings.get().parts().equals(history.get().present().parts());
    return parts ? Optional.of(EditStep.Kind.PARTS) : Optional.empty();
  }

  private EditHistory pending(EditStep.Kind kind) {
    return history.get().commit(kind, settings.get(), places.get());
  }

  private void commit(EditStep.Kind kind) {
    keys.end();
    become(pending(kind));
  }

  private void become(EditHistory next) {
    if (!next.equals(history.get())) {
      edited.accept(next);
      history.set(next);
      settings.set(next.present());
      places.set(next.places());
      tell();
    }
  }

  /** Puts the chosen faces back to how they were photographed, parts too, as one step. */
  public void resetFace() {
    commit();
    change(smile -> new FaceSmile(0, SmileParts.NEUTRAL));
    commit(allFaces.get() ? EditStep.Kind.ALL_FACES : EditStep.Kind.FACE);
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
