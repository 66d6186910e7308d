package beamish.ui.photo;

import beamish.image.Box;
import beamish.image.Point;
import beamish.ui.session.Editor;
import beamish.ui.session.ShownPhoto;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The layer of face frames; a click on one, or the focus, chooses its face. */
final class FaceFrames extends Pane {
  private final Editor editor;
  private final List<FaceFrame> frames = new ArrayList<>();

  FaceFrames(Editor editor) {
    this.editor = editor;
    getStyleClass().add("face-frames");
    setPickOnBounds(false);
    visibleProperty().bind(editor.views().outlinesProperty());
    // see-through rather than invisible, so that a frame keeps the focus
    opacityProperty()
        .bind(
            Bindings.when(editor.draggingProperty().or(editor.views().originalProperty()))
                .then(0)
                .otherwise(1));
    editor.photoProperty().subscribe((was, now) -> rebuild(was));
    editor.chosenProperty().subscribe(chosen -> mark());
    editor.allFacesProperty().subscribe(all -> mark());
    editor.settingsProperty().subscribe(settings -> mark());
  }

  /** Frames of the same picture stay, and keep the focus, though their faces may have moved. */
  private void rebuild(@Nullable ShownPhoto before) {
    ShownPhoto shown = editor.photo();
    List<Integer> numbers = shown == null ? List.of() : shown.open().numbers();
    boolean same = shown != null && shown.isSamePicture(before);
    frames.removeIf(frame -> !same || !numbers.contains(frame.face()));
    for (int place = 0; place < numbers.size(); place++) {
      int number = numbers.get(place);
      if (frames.stream().noneMatch(frame -> frame.face() == number)) {
        frames.add(place, frame(number));
      }
    }
    getChildren().retainAll(frames);
    for (int place = 0; place < frames.size(); place++) {
      if (!getChildren().contains(frames.get(place))) {
        getChildren().add(place, frames.get(place));
      }
    }
    mark();
  }

  private FaceFrame frame(int face) {
    FaceFrame frame = new FaceFrame(face);
    frame.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            frame.requestFocus();
            editor.choose(face);
          }
        });
    // only a focus that came by the keyboard: the toolkit moves it by itself, too
    frame
        .focusVisibleProperty()
        .subscribe(
            focused -> {
              if (focused) {
                editor.choose(face);
              }
            });
    return frame;
  }

  private void mark() {
    for (FaceFrame frame : frames) {
      frame.setChosen(editor.isChosen(frame.face()));
      frame.setAccessibleText(
          Messages.text(
              "face.accessible",
              frame.face() + 1,
              frames.size(),
              SmileRange.text(editor.settings().strength(frame.face()))));
      // above the others, without leaving its place in the Tab order
      frame.setViewOrder(frame.face() == editor.chosen() ? -1 : 0);
    }
  }

  /** Gives the chosen face's frame the focus, so that Tab and the arrow keys work at once. */
  void focusChosen() {
    frames.stream()
        .filter(frame -> frame.face() == editor.chosen())
        .findFirst()
        .ifPresent(FaceFrame::requestFocus);
  }

  /** Lays the frames over the faces. */
  void layOut(Viewport v) {
    ShownPhoto shown = editor.photo();
    if (shown == null) {
      return;
    }
    for (FaceFrame frame : frames) {
      Box box = shown.open().face(frame.face()).box();
      Point topLeft = v.toView(new Point(box.x(), box.y()));
      frame.resizeRelocate(
          Math.rint(topLeft.x()),
          Math.rint(topLeft.y()),
          Math.rint(box.width() * v.scale()),
          Math.rint(box.height() * v.scale()));
    }
  }
}
