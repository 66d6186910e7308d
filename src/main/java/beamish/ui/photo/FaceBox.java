package beamish.ui.photo;

import beamish.image.Box;
import beamish.image.Point;
import beamish.ui.session.FaceTools;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Takes the mouse while a face is being added: a drag draws the box in which it is. */
final class FaceBox extends Pane {
  /** Less is a slip of the hand, view pixels. */
  private static final double LEAST = 6;

  private final FaceTools tools;
  private final Region outline = new Region();
  private Viewport viewport = new Viewport(1, 1, 1, 1, 1, 0, 0);
  private double fromX;
  private double fromY;

  FaceBox(FaceTools tools) {
    this.tools = tools;
    setId("face-box");
    setCursor(Cursor.CROSSHAIR);
    visibleProperty().bind(tools.addingProperty());
    outline.getStyleClass().add("face-box");
    outline.setManaged(false);
    outline.setMouseTransparent(true);
    getChildren().add(outline);
    tools.addingProperty().subscribe(adding -> outline.setVisible(false));
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseClicked(MouseEvent::consume);
  }

  private void pressed(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY) {
      fromX = e.getX();
      fromY = e.getY();
      e.consume();
    }
  }

  private void dragged(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY) {
      outline.setVisible(true);
      outline.resizeRelocate(
          Math.min(fromX, e.getX()),
          Math.min(fromY, e.getY()),
          Math.abs(e.getX() - fromX),
          Math.abs(e.getY() - fromY));
      e.consume();
    }
  }

  private void released(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && outline.isVisible()) {
      outline.setVisible(false);
      if (outline.getWidth() >= LEAST && outline.getHeight() >= LEAST) {
        Point corner = viewport.toPhoto(outline.getLayoutX(), outline.getLayoutY());
        tools.look(
            new Box(
                corner.x(),
                corner.y(),
                outline.getWidth() / viewport.scale(),
                outline.getHeight() / viewport.scale()));
      }
      e.consume();
    }
  }

  /** Follows zoom and pan. */
  void layOut(Viewport v) {
    viewport = v;
  }
}
