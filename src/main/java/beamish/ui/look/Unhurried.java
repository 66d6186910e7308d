package beamish.ui.look;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Pane;

/**
 * Opens a dialog in many short turns of the FX thread: the first form of a run loads and styles
 * kinds of controls that nothing else has, and done at once the window would stand still for it.
 */
public final class Unhurried {
  /** Whether one is being opened; on the FX thread. */
  private static boolean underWay;

  private final Queue<Runnable> turns = new ArrayDeque<>();

  private Unhurried() {}

  /**
   * Makes a dialog, whose content is a pane, and shows it after what is waiting; does neither if
   * another is on its way, as when a key is held down. On the FX thread.
   */
  public static void show(Supplier<Dialog<?>> maker) {
    if (underWay) {
      return;
    }
    Dialog<?> dialog = maker.get();
    Unhurried opening = new Unhurried();
    if (dialog.getDialogPane().getContent() instanceof Pane content) {
      opening.turns.add(dialog.getDialogPane()::applyCss);
      opening.empty(content);
    }
    opening.turns.add(dialog::show);
    underWay = true;
    Platform.runLater(opening::next);
  }

  /** Takes all out of a pane, to be put back and styled node by node. */
  private void empty(Pane pane) {
    List<Node> nodes = List.copyOf(pane.getChildren());
    pane.getChildren().clear();
    for (Node node : nodes) {
      turns.add(
          () -> {
            pane.getChildren().add(node);
            node.applyCss();
          });
      if (node instanceof Pane inner) {
        empty(inner);
      }
    }
  }

  /** One turn, then whatever waits, then the next: in one go they would be no better than one. */
  private void next() {
    underWay = !turns.isEmpty();
    if (underWay) {
      Platform.runLater(this::next);
      turns.remove().run();
    }
  }
}
