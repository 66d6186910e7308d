package beamish.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class LateTooltipTest {
  private String text = "before";

  @Test
  void isMadeWhenThePointerComesAndSaysWhatHoldsThen(FxRobot robot) {
    Node node = new Rectangle(10, 10);
    LateTooltip.install(node, () -> text);
    assertThat(installed(node)).isEmpty();

    robot.interact(() -> enter(node));
    text = "after";
    robot.interact(() -> enter(node));

    assertThat(installed(node))
        .singleElement()
        .satisfies(tooltip -> assertThat(tooltip.getText()).isEqualTo("after"));
  }

  private static List<Tooltip> installed(Node node) {
    return node.getProperties().values().stream()
        .filter(Tooltip.class::isInstance)
        .map(Tooltip.class::cast)
        .toList();
  }

  private static void enter(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            5,
            5,
            5,
            5,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
