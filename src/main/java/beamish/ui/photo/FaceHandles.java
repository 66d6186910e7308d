package beamish.ui.photo;

import beamish.face.Landmarks;
import beamish.face.Landmarks.Part;
import beamish.image.Point;
import beamish.ui.session.Editor;
import beamish.ui.session.FaceTools;
import beamish.ui.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The chosen face's pupils and mouth corners as four rings that the mouse drags and the arrow keys
 * move. They are at the hand at once; the photo follows.
 */
final class FaceHandles extends Pane {
  /** A ring with room for the hand around it, view pixels. */
  private static final double SIZE = 32;

  /** One press of an arrow key, in eye distances. */
  private static final double STEP = .02;

  /** The same with Shift. */
  private static final double FINE_STEP = .005;

  private final FaceTools tools;
  private final Map<Part, Region> handles = new EnumMap<>(Part.class);
  private Viewport viewport = new Viewport(1, 1, 1, 1, 1, 0, 0);

  FaceHandles(Editor editor, FaceTools tools) {
    this.tools = tools;
    setPickOnBounds(false);
    visibleProperty().bind(tools.movingProperty().and(editor.views().originalProperty().not()));
    for (Part part : Part.values()) {
      handles.put(part, handle(part));
    }
    getChildren().setAll(handles.values());
    editor.placesProperty().subscribe(places -> layOut(viewport));
    editor.chosenProperty().subscribe(chosen -> layOut(viewport));
    editor.photoProperty().subscribe(photo -> layOut(viewport));
    tools
        .movingProperty()
        .subscribe(
            moving -> {
              if (moving) {
                getChildren().get(0).requestFocus();
              }
            });
  }

  private Region handle(Part part) {
    Region ring = new Region();
    ring.getStyleClass().add("point-ring");
    ring.setMouseTransparent(true);
    StackPane handle = new StackPane(ring);
    handle.getStyleClass().add("point-handle");
    handle.setId("point-" + part);
    handle.setCursor(Cursor.MOVE);
    handle.setManaged(false);
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.SLIDER);
    handle.setAccessibleText(Messages.text("point." + part));
    handle.setOnMousePressed(
        e -> {
          handle.requestFocus();
          e.consume();
        });
    handle.setOnMouseDragged(e -> dragged(part, e));
    handle.setOnMouseReleased(
        e -> {
          tools.commit();
          e.consume();
        });
    handle.setOnMouseClicked(MouseEvent::consume);
    handle.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(part, e));
    handle.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
    return handle;
  }

  private void dragged(Part part, MouseEvent e) {
    Point2D at = sceneToLocal(e.getSceneX(), e.getSceneY());
    tools.move(part, viewport.toPhoto(at.getX(), at.getY()));
    e.consume();
  }

  private void pressed(Part part, KeyEvent e) {
    Landmarks now = tools.landmarks();
    if (now != null && isArrow(e)) {
      double step = (e.isShiftDown() ? FINE_STEP : STEP) * now.eyeDistance();
      Point p = now.at(part);
      KeyCode code = e.getCode();
      double dx = code == KeyCode.RIGHT ? step : code == KeyCode.LEFT ? -step : 0;
      double dy = code == KeyCode.DOWN ? step : code == KeyCode.UP ? -step : 0;
      tools.move(part, new Point(p.x() + dx, p.y() + dy));
      e.consume();
    }
  }

  private void released(KeyEvent e) {
    if (isArrow(e)) {
      tools.commitKey();
      e.consume();
    }
  }

  private static boolean isArrow(KeyEvent e) {
    return e.getCode().isArrowKey() && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown();
  }

  /** Lays the handles over the points. */
  void layOut(Viewport v) {
    viewport = v;
    Landmarks face = tools.landmarks();
    handles.forEach(
        (part, handle) -> {
          handle.setVisible(face != null);
          if (face != null) {
            Point at = v.toView(face.at(part));
            handle.resizeRelocate(
                Math.rint(at.x() - SIZE / 2), Math.rint(at.y() - SIZE / 2), SIZE, SIZE);
          }
        });
  }

  @Override
  protected void layoutChildren() {
    layOut(viewport);
  }
}
