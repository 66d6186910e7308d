package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The arrow keys that step the smile: right and up for more, left and down for less, with Shift in
 * small steps. A key held down, or pressed again and again, is one step of the history.
 */
public final class SmileKeys {

  private SmileKeys() {}

  /** Lets {@code node} step the chosen face's smile while it has the focus. */
  static void install(Node node, Editor editor) {
    node.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, editor));
    node.addEventFilter(KeyEvent.KEY_RELEASED, e -> released(e, editor));
  }

  /** The same for all that lies in {@code node} and has no other use for these keys. */
  public static void installAround(Node node, Editor editor) {
    node.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(e, editor));
    node.addEventHandler(KeyEvent.KEY_RELEASED, e -> released(e, editor));
  }

  private static void pressed(KeyEvent e, Editor editor) {
    double step = step(e);
    if (step != 0) {
      editor.nudge(step);
      e.consume();
    }
  }

  private static void released(KeyEvent e, Editor editor) {
    if (step(e) != 0) {
      editor.commitKey();
      e.consume();
    }
  }

  private static double step(KeyEvent e) {
    if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
      return 0;
    }
    double size = e.isShiftDown() ? SmileRange.FINE_STEP : SmileRange.STEP;
    KeyCode code = e.getCode();
    boolean more = code == KeyCode.RIGHT || code == KeyCode.UP;
    boolean less = code == KeyCode.LEFT || code == KeyCode.DOWN;
    return more ? size : less ? -size : 0;
  }
}
