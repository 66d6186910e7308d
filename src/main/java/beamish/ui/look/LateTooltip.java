package beamish.ui.look;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A tooltip that is made when the pointer first comes. It is a window of its own, and a page full
 * of cells with some each would stand still until all of them are made. On the FX thread.
 */
public final class LateTooltip {
  private final Node node;
  private final Supplier<String> text;
  private @Nullable Tooltip tooltip;

  private LateTooltip(Node node, Supplier<String> text) {
    this.node = node;
    this.text = text;
  }

  /**
   * Gives a node a tooltip.
   *
   * @param text is asked each time the pointer comes
   */
  public static void install(Node node, Supplier<String> text) {
    LateTooltip late = new LateTooltip(node, text);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> late.come());
  }

  private void come() {
    Tooltip there = tooltip;
    if (there == null) {
      there = new Tooltip();
      tooltip = there;
      Tooltip.install(node, there);
    }
    there.setText(text.get());
  }
}
