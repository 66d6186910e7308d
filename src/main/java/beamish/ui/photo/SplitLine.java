package beamish.ui.photo;

import beamish.ui.text.Messages;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The draggable line between before and after. Its place belongs to the photo (0 left edge … 1
 * right edge), so it follows zoom and pan.
 */
final class SplitLine extends Pane {
  private static final double HANDLE = 32;
  private static final double KEY_STEP = .02;
  private final DoubleProperty position = new SimpleDoubleProperty(.5);
  private final Region line = new Region();
  private final StackPane handle =
      new StackPane(new FontIcon(Feather.CHEVRON_LEFT), new FontIcon(Feather.CHEVRON_RIGHT));
  private final Label before = new Label(Messages.text("split.before"));
  private final Label after = new Label(Messages.text("split.after"));
  private Viewport viewport = new Viewport(1, 1, 1, 1, 1, 0, 0);

  SplitLine() {
    setPickOnBounds(false);
    line.getStyleClass().add("split-line");
    handle.getStyleClass().add("split-handle");
    handle.setId("split-handle");
    handle.setCursor(Cursor.H_RESIZE);
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.SLIDER);
    handle.setAccessibleText(Messages.text("split.accessible"));
    handle.getChildren().get(0).setTranslateX(-6);
    handle.getChildren().get(1).setTranslateX(6);
    line.setMouseTransparent(true);
    for (Label label : new Label[] {before, after}) {
      label.getStyleClass().add("split-label");
      label.setMouseTransparent(true);
    }
    handle.setOnMousePressed(
        e -> {
          handle.requestFocus();
          e.consume();
        });
    handle.setOnMouseDragged(
        e -> {
          Point2D at = sceneToLocal(e.getSceneX(), e.getSceneY());
          moveTo(viewport.toPhoto(at.getX(), at.getY()).x() / viewport.photoWidth());
          e.consume();
        });
    handle.setOnMouseClicked(MouseEvent::consume);
    handle.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(line, before, after, handle);
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
      moveTo(position.get() + (e.getCode() == KeyCode.LEFT ? -KEY_STEP : KEY_STEP));
      e.consume();
    }
  }

  private void moveTo(double at) {
    position.set(Math.max(0, Math.min(1, at)));
  }

  /** Where the line lies, 0 … 1 of the photo's width. */
  DoubleProperty positionProperty() {
    return position;
  }

  /** Where the line lies, photo pixels. */
  double photoX() {
    return position.get() * viewport.photoWidth();
  }

  /** Puts the line into the middle of what can be seen. */
  void centre(Viewport v) {
    viewport = v;
    moveTo((v.visible().x() + v.visible().width() / 2) / v.photoWidth());
  }

  void layOut(Viewport v) {
    viewport = v;
    double x = Math.rint(photoX() * v.scale() + v.x());
    double top = Math.max(0, v.y());
    double bottom = Math.min(v.viewHeight(), v.y() + v.photoHeight() * v.scale());
    line.resizeRelocate(x - 1, Math.rint(top), 2, Math.rint(bottom - top));
    handle.resizeRelocate(
        x - HANDLE / 2, Math.rint((top + bottom) / 2 - HANDLE / 2), HANDLE, HANDLE);
    before.autosize();
    after.autosize();
    double labelY = Math.rint(bottom - before.getHeight() - 12);
    before.relocate(x - before.getWidth() - 12, labelY);
    after.relocate(x + 12, labelY);
  }

  @Override
  protected void layoutChildren() {
    layOut(viewport);
  }
}
