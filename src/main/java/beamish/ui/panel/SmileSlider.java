package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import beamish.ui.text.Messages;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * The smile of the chosen face. Catches at 0 under the mouse, steps by arrow keys, goes back to 0
 * on a double click; a drag, and a run of key presses, is one step of the history.
 */
public final class SmileSlider extends Slider {
  private final Editor editor;
  private boolean following;

  /** A slider for what {@code editor} edits. */
  public SmileSlider(Editor editor) {
    super(SmileRange.MIN, SmileRange.MAX, 0);
    this.editor = editor;
    setId("smile");
    getStyleClass().add("smile-slider");
    setBlockIncrement(SmileRange.STEP);
    setAccessibleText(Messages.text("slider.accessible"));
    disableProperty().bind(editor.chosenProperty().lessThan(0));
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_RELEASED, e -> released());
    SmileKeys.install(this, editor);
    valueProperty().subscribe(value -> moved(value.doubleValue()));
    editor.settingsProperty().subscribe(settings -> follow());
    editor.chosenProperty().subscribe(chosen -> follow());
    editor.allFacesProperty().subscribe(all -> follow());
  }

  private void pressed(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
      e.consume();
      requestFocus();
      editor.resetFace();
    } else if (e.getButton() == MouseButton.PRIMARY) {
      editor.draggingProperty().set(true);
    }
  }

  private void released() {
    if (editor.draggingProperty().get()) {
      editor.draggingProperty().set(false);
      editor.commit();
    }
  }

  private void moved(double value) {
    if (following || editor.chosen() < 0) {
      return;
    }
    boolean dragging = editor.draggingProperty().get();
    editor.adjust(dragging ? SmileRange.caught(value) : value);
    follow();
    if (!dragging) {
      editor.commit();
    }
  }

  private void follow() {
    following = true;
    setValue(editor.strength());
    following = false;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new SmileSliderSkin(this);
  }
}
