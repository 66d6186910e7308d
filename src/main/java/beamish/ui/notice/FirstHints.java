package beamish.ui.notice;

import beamish.ui.text.Messages;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a new user is told, one thing at a time, beside the thing itself: a quiet callout with a way
 * on and a way out. It takes neither the focus nor the mouse from anything else.
 */
public final class FirstHints extends Pane {
  private static final double WIDTH = 280;
  private static final double GAP = 14;
  private static final double POINTER = 14;
  private static final double EDGE = 8;

  /** In this order; each stands at a side of a node of the window. */
  private static final List<Hint> HINTS =
      List.of(
          new Hint("slider", "#smile", Side.LEFT),
          new Hint("original", "#tool-original", Side.BOTTOM),
          new Hint("faces", "#faces", Side.LEFT));

  private final Runnable seen;
  private final Region pointer = new Region();
  private final Label text = new Label();
  private final Label count = new Label();
  private final Button next = new Button();
  private final VBox card;
  private int current = HINTS.size();

  private record Hint(String key, String node, Side side) {}

  /** Nothing shown; {@code seen} runs once all has been read or waved away. */
  public FirstHints(Runnable seen) {
    this.seen = seen;
    setId("hints");
    setPickOnBounds(false);
    setVisible(false);
    text.setWrapText(true);
    text.setId("hint-text");
    text.setMinHeight(Region.USE_PREF_SIZE);
    count.getStyleClass().add("panel-note");
    next.setId("hint-next");
    next.setFocusTraversable(false);
    next.getStyleClass().add("small");
    next.setOnAction(e -> show(current + 1));
    Button close = new Button(null, new FontIcon(Feather.X));
    close.setId("hint-close");
    close.setFocusTraversable(false);
    close.getStyleClass().addAll("flat", "button-icon", "button-circle", "small");
    close.setAccessibleText(Messages.text("hint.close"));
    close.setOnAction(e -> show(HINTS.size()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox top = new HBox(8, text, close);
    HBox row = new HBox(8, count, gap, next);
    row.setAlignment(Pos.CENTER_LEFT);
    card = new VBox(8, top, row);
    card.getStyleClass().add("hint-card");
    card.setPrefWidth(WIDTH);
    card.setAccessibleRole(AccessibleRole.TEXT);
    pointer.getStyleClass().add("hint-pointer");
    pointer.setRotate(45);
    getChildren().addAll(pointer, card);
  }

  /** Begins with the first. */
  public void begin() {
    show(0);
  }

  private void show(int hint) {
    current = hint;
    boolean over = hint >= HINTS.size();
    setVisible(!over);
    if (over) {
      seen.run();
      return;
    }
    text.setText(Messages.text("hint." + HINTS.get(hint).key));
    card.setAccessibleText(text.getText());
    count.setText(Messages.text("hint.count", hint + 1, HINTS.size()));
    next.setText(Messages.text(hint + 1 < HINTS.size() ? "hint.next" : "hint.done"));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (current >= HINTS.size() || getScene() == null) {
      return;
    }
    Hint hint = HINTS.get(current);
    Node node = getScene().lookup(hint.node);
    card.resize(WIDTH, card.prefHeight(WIDTH));
    pointer.resize(POINTER, POINTER);
    if (node == null) {
      return;
    }
    Bounds at = sceneToLocal(node.localToScene(node.getLayoutBounds()));
    boolean below = hint.side == Side.BOTTOM;
    double tipX = below ? at.getCenterX() : at.getMinX() - GAP;
    double tipY = below ? at.getMaxY() + GAP : Math.min(at.getCenterY(), at.getMinY() + 60);
    double x = below ? tipX - 40 : tipX - WIDTH;
    double y = below ? tipY : tipY - 30;
    card.relocate(
        Math.rint(Math.max(EDGE, Math.min(getWidth() - WIDTH - EDGE, x))),
        Math.rint(Math.max(EDGE, Math.min(getHeight() - card.getHeight() - EDGE, y))));
    // half of it looks out of the card
    pointer.relocate(Math.rint(tipX - POINTER / 2), Math.rint(tipY - POINTER / 2));
  }
}
