package beamish.ui.panel;

import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The arrow keys that step the smile: right and up for more, left and down for less, with Shift in
 * small steps. A key held down, or pressed again and again, is one step of the history.
 */
public final class SmileKeys {

  private SmileKeys() {}

  /** Lets {@code node} step a number while it has the focus. */
  static void install(Node node, DoubleConsumer nudge, Runnable commit) {
    node.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, nudge));
    node.addEventFilter(KeyEvent.KEY_RELEASED, e -> released(e, commit));
  }

  /** Steps the smile from all that lies in {@code node} and has no other use for these keys. */
  public static void installAround(Node node, Editor editor) {
    node.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(e, editor::nudge));
    node.addEventHandler(KeyEvent.KEY_RELEASED, e -> released(e, editor::commitKey));
  }

  private static void pressed(KeyEvent e, DoubleConsumer nudge) {
    double step = step(e);
    if (step != 0) {
      nudge.accept(step);
      e.consume();
    }
  }

  private static void released(KeyEvent e, Runnable commit) {
    if (step(e) != 0) {
      commit.run();
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
