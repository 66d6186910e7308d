package beamish.ui.command;

import atlantafx.base.theme.Styles;
import beamish.ui.session.Editor;
import beamish.ui.text.Messages;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The slim bar under the menu. */
public final class MainToolBar extends ToolBar {

  /** A toolbar. */
  public MainToolBar(Commands c, Editor editor) {
    getStyleClass().add("main-tools");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ButtonBase export = c.export.toolButton();
    export.getStyleClass().removeAll("flat", "button-icon");
    export.getStyleClass().add(Styles.ACCENT);
    export.setText(Messages.text("tool.export"));
    ButtonBase actual = c.actualSize.toolButton();
    actual.setText("100 %");
    getItems()
        .addAll(
            c.open.toolButton(),
            line(),
            c.undo.toolButton(),
            c.redo.toolButton(),
            line(),
            c.fit.toolButton(),
            actual,
            c.zoomOut.toolButton(),
            c.zoomIn.toolButton(),
            line(),
            original(c, editor),
            c.sideBySide.toolButton(),
            c.split.toolButton(),
            c.outlines.toolButton(),
            gap,
            export);
  }

  private static Separator line() {
    return new Separator(Orientation.VERTICAL);
  }

  /** Shows the original while it is pressed. */
  private static Button original(Commands c, Editor editor) {
    Button button = new Button();
    c.original.dress(button);
    button.setGraphic(new FontIcon(Feather.EYE));
    button.disableProperty().bind(editor.photoProperty().isNull());
    button.addEventFilter(
        MouseEvent.MOUSE_PRESSED, e -> editor.views().originalProperty().set(true));
    button.addEventFilter(
        MouseEvent.MOUSE_RELEASED, e -> editor.views().originalProperty().set(false));
    return button;
  }
}
