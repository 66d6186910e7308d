package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A number of the chosen faces' smiles. Catches where it changes nothing under the mouse, steps by
 * arrow keys, goes back on a double click; a drag, and a run of key presses, is one step of the
 * history.
 */
abstract class EditSlider extends Slider {
  private final Editor editor;
  private final double neutral;
  private final ToDoubleFunction<Editor> read;
  private final ObjDoubleConsumer<Editor> adjust;
  private boolean following;

  /**
   * A slider.
   *
   * @param neutral where it changes nothing
   * @param read asks for the number
   * @param adjust sets it, as part of a step
   */
  EditSlider(
      Editor editor,
      double min,
      double max,
      double neutral,
      ToDoubleFunction<Editor> read,
      ObjDoubleConsumer<Editor> adjust) {
    super(min, max, neutral);
    this.editor = editor;
    this.neutral = neutral;
    this.read = read;
    this.adjust = adjust;
    getStyleClass().add("smile-slider");
    setBlockIncrement(SmileRange.STEP);
    disableProperty().bind(editor.chosenProperty().lessThan(0));
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_RELEASED, e -> released());
    addEventFilter(KeyEvent.KEY_PRESSED, this::toEnd);
    SmileKeys.install(this, this::nudge, editor::commitKey);
    valueProperty().subscribe(value -> moved(value.doubleValue()));
    editor.settingsProperty().subscribe(settings -> follow());
    editor.chosenProperty().subscribe(chosen -> follow());
    editor.allFacesProperty().subscribe(all -> follow());
  }

  /** Where it changes nothing. */
  double neutral() {
    return neutral;
  }

  private double now() {
    return read.applyAsDouble(editor);
  }

  private void adjust(double value) {
    adjust.accept(editor, SmileRange.hundredths(value));
  }

  private void nudge(double by) {
    adjust(Math.max(getMin(), Math.min(getMax(), now() + by)));
  }

  private void toEnd(KeyEvent e) {
    if (e.getCode() == KeyCode.HOME || e.getCode() == KeyCode.END) {
      adjust(e.getCode() == KeyCode.HOME ? getMin() : getMax());
      editor.commit();
      e.consume();
    }
  }

  private void pressed(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
      e.consume();
      requestFocus();
      editor.commit();
      adjust(neutral);
      editor.commit();
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
    adjust(dragging ? SmileRange.caught(value, neutral) : value);
    follow();
    if (!dragging) {
      editor.commit();
    }
  }

  private void follow() {
    following = true;
    setValue(now());
    following = false;
  }
}
