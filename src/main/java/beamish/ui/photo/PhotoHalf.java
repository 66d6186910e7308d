package beamish.ui.photo;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** One of two views of the photo beside each other, clipped, with a word for what it shows. */
final class PhotoHalf extends Pane {
  private static final double INSET = 12;
  private final Label word;
  private Viewport viewport = new Viewport(1, 1, 1, 1, 1, 0, 0);

  PhotoHalf(String text, Node... content) {
    word = new Label(text);
    word.getStyleClass().add("split-label");
    word.setMouseTransparent(true);
    setPickOnBounds(false);
    setManaged(false);
    getChildren().addAll(content);
    getChildren().add(word);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /** The word, which only says something where there are two views. */
  Label word() {
    return word;
  }

  /** Puts the word into the lower left corner of what can be seen of the photo. */
  void layOut(Viewport v) {
    viewport = v;
    double bottom = Math.min(v.viewHeight(), v.y() + v.photoHeight() * v.scale());
    word.autosize();
    word.relocate(
        Math.rint(Math.max(0, v.x()) + INSET), Math.rint(bottom - word.getHeight() - INSET));
  }

  @Override
  protected void layoutChildren() {
    layOut(viewport);
  }
}
