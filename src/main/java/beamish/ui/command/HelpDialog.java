package beamish.ui.command;

import beamish.ui.text.Messages;
import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** What the mouse and those keys do that the menus do not tell. */
public final class HelpDialog extends Dialog<ButtonType> {
  private static final List<String> ROWS =
      List.of("wheel", "doubleClick", "space", "tab", "arrows", "reset", "original", "split");

  /** A dialog over {@code owner}. */
  public HelpDialog(Window owner) {
    initOwner(owner);
    setTitle(Messages.text("help.title"));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-grid");
    for (int row = 0; row < ROWS.size(); row++) {
      Label key = new Label(Messages.text("help." + ROWS.get(row)));
      key.getStyleClass().add("panel-title");
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label does = new Label(Messages.text("help." + ROWS.get(row) + ".does"));
      does.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row, key, does);
    }
    getDialogPane().setContent(grid);
    getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
  }
}
