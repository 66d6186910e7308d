package beamish.ui.photo;

import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * The hand on the photo: the wheel or a pinch zooms at the pointer; space, the middle button, or
 * the primary button when there is something to pan, drags; a double click turns to 100 % and back.
 */
final class PanAndZoom {
  private static final double WHEEL = .004;
  private static final double THRESHOLD = 3;
  private final PhotoPane pane;
  private boolean space;
  private boolean panning;
  private double lastX;
  private double lastY;

  PanAndZoom(PhotoPane pane) {
    this.pane = pane;
    pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    pane.addEventHandler(ZoomEvent.ZOOM, e -> pane.zoomBy(e.getZoomFactor(), e.getX(), e.getY()));
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> released());
    pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    pane.sceneProperty().subscribe(this::listen);
  }

  private void listen(Scene scene) {
    if (scene != null) {
      scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(scene, e, true));
      scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> key(scene, e, false));
    }
  }

  private void key(Scene scene, KeyEvent e, boolean down) {
    boolean taken =
        scene.getFocusOwner() instanceof ButtonBase
            || scene.getFocusOwner() instanceof TextInputControl;
    if (e.getCode() == KeyCode.SPACE && !(down && taken)) {
      space = down;
      showCursor();
    }
  }

  private void scroll(ScrollEvent e) {
    if (e.getDeltaY() != 0) {
      pane.zoomBy(Math.exp(e.getDeltaY() * WHEEL), e.getX(), e.getY());
      e.consume();
    }
  }

  private void pressed(MouseEvent e) {
    lastX = e.getX();
    lastY = e.getY();
    panning = false;
    if (!(e.getTarget() instanceof FaceFrame)) {
      pane.requestFocus();
    }
  }

  private void dragged(MouseEvent e) {
    double dx = e.getX() - lastX;
    double dy = e.getY() - lastY;
    boolean byHand = space || e.getButton() == MouseButton.MIDDLE;
    if (!panning) {
      boolean primary = e.getButton() == MouseButton.PRIMARY && pane.overflows();
      panning = (byHand || primary) && Math.hypot(dx, dy) >= THRESHOLD;
      showCursor();
    }
    if (panning) {
      pane.panBy(dx, dy);
      lastX = e.getX();
      lastY = e.getY();
    }
  }

  private void released() {
    panning = false;
    showCursor();
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && e.isStillSincePress()) {
      pane.toggleZoom(e.getX(), e.getY());
    }
  }

  private void showCursor() {
    pane.setCursor(panning ? Cursor.CLOSED_HAND : space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
  }
}
