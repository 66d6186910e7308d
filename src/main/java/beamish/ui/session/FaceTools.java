package beamish.ui.session;

import beamish.face.DetectedFace;
import beamish.face.Landmarks;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Lanes;
import beamish.ui.text.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a hand does to the faces themselves: adds one that was not found, moves eyes and mouth that
 * were not found quite right, takes an added face away. On the FX thread.
 */
public final class FaceTools {
  private final Editor editor;
  private final Engine engine;
  private final Work work;
  private final Notices notices;
  private final BooleanProperty adding = new SimpleBooleanProperty();
  private final BooleanProperty moving = new SimpleBooleanProperty();

  /**
   * Tools for what {@code editor} edits.
   *
   * @param work shows the search for a face
   */
  public FaceTools(Editor editor, Engine engine, Work work, Notices notices) {
    this.editor = editor;
    this.engine = engine;
    this.work = work;
    this.notices = notices;
    adding.subscribe(on -> tell(on, "addFace.how", moving));
    moving.subscribe(on -> tell(on, "movePoints.how", adding));
    editor
        .photoProperty()
        .subscribe(
            (was, now) -> {
              if (was == null || !was.isSamePicture(now)) {
                adding.set(false);
                moving.set(false);
              }
            });
  }

  private void tell(boolean on, String how, BooleanProperty other) {
    Notices.Notice shown = notices.currentProperty().get();
    if (on) {
      other.set(false);
      editor.views().sideBySideProperty().set(false);
      notices.show(Notices.Kind.HINT, Messages.text(how));
    } else if (shown != null && shown.text().equals(Messages.text(how))) {
      notices.clear();
    }
  }

  /** Whether the next box drawn on the photo says where a face is. */
  public BooleanProperty addingProperty() {
    return adding;
  }

  /** Whether the chosen face's eyes and mouth can be moved. */
  public BooleanProperty movingProperty() {
    return moving;
  }

  /** Whether the chosen face is one that was added. */
  public BooleanBinding isAdded() {
    return Bindings.createBooleanBinding(
        () -> editor.isAdded(editor.chosen()), editor.chosenProperty(), editor.photoProperty());
  }

  /** Whether the chosen face was found, and put elsewhere since. */
  public BooleanBinding isMoved() {
    return Bindings.createBooleanBinding(
        () -> !editor.isAdded(editor.chosen()) && editor.places().of(editor.chosen()) != null,
        editor.chosenProperty(),
        editor.placesProperty(),
        editor.photoProperty());
  }

  /** Looks for a face in a box, in photo pixels, and adds it, or says why not. */
  public void look(Box box) {
    ShownPhoto shown = editor.photo();
    adding.set(false);
    if (shown != null) {
      PixelImage pixels = shown.open().photo().pixels();
      work.start(
          Messages.text("work.looking"),
          (cancellation, progress) ->
              Lanes.on(engine.lane(), () -> engine.finder().findIn(pixels, box, cancellation)),
          found -> take(shown, found));
    }
  }

  private void take(ShownPhoto shown, Optional<DetectedFace> found) {
    if (!shown.isSamePicture(editor.photo())) {
      return;
    }
    Optional<Landmarks> face = found.map(DetectedFace::landmarks).filter(Landmarks::areUsable);
    if (face.isEmpty()) {
      notices.show(Notices.Kind.PROBLEM, Messages.text("addFace.none"));
      return;
    }
    Optional<Integer> there =
        shown.open().numbers().stream()
            .filter(n -> shown.open().face(n).landmarks().isNear(face.get()))
            .findFirst();
    if (there.isPresent()) {
      editor.choose(there.get());
      notices.show(Notices.Kind.HINT, Messages.text("addFace.there", there.get() + 1));
    } else {
      editor.addFace(face.get());
    }
  }

  /** The chosen face's points as they are to be, a moment ahead of the photo; null without one. */
  public @Nullable Landmarks landmarks() {
    ShownPhoto shown = editor.photo();
    int face = editor.chosen();
    if (shown == null || face < 0) {
      return null;
    }
    Landmarks placed = editor.places().of(face);
    boolean found = face < shown.open().found().size();
    return placed == null && found ? shown.open().found().get(face).landmarks() : placed;
  }

  /**
   * Moves one of the chosen face's points, as part of a step that {@link #commit} ends. A place
   * outside the photo, or where no face could have it, is left out.
   */
  public void move(Landmarks.Part part, Point there) {
    ShownPhoto shown = editor.photo();
    Landmarks now = landmarks();
    if (shown != null && now != null) {
      PixelImage photo = shown.open().photo().pixels();
      Point inside =
          new Point(
              Math.max(0, Math.min(photo.width(), there.x())),
              Math.max(0, Math.min(photo.height(), there.y())));
      Landmarks next = now.with(part, inside);
      if (next.areUsable() && !next.equals(now)) {
        editor.place(editor.chosen(), next);
      }
    }
  }

  /** Ends a step. */
  public void commit() {
    editor.commit();
  }

  /** Ends a key's press; see {@link Editor#commitKey}. */
  public void commitKey() {
    editor.commitKey();
  }

  /** Takes the chosen face away, if it was added. */
  public void remove() {
    editor.removeFace();
  }

  /** Puts the chosen face's points back to where they were found. */
  public void resetPoints() {
    editor.resetPoints();
  }
}
