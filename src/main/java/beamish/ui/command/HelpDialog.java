package beamish.ui.command;

import beamish.ui.text.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The key sheet: every command with its key, menu by menu, and what mouse and other keys do. */
public final class HelpDialog extends Dialog<ButtonType> {
  private static final List<String> ROWS =
      List.of(
          "wheel", "doubleClick", "space", "tab", "arrows", "reset", "points", "original", "split");

  /** So many that the sheet is no higher than a small laptop's screen. */
  private static final int COLUMNS = 3;

  /**
   * A dialog over {@code owner}.
   *
   * @param menus whose items it lists
   */
  public HelpDialog(Window owner, MenuBar menus) {
    initOwner(owner);
    setTitle(Messages.text("help.title"));
    List<VBox> columns = Stream.generate(VBox::new).limit(COLUMNS).toList();
    int rows = menus.getMenus().stream().mapToInt(menu -> commands(menu).size() + 1).sum();
    int listed = 0;
    for (Menu menu : menus.getMenus()) {
      int more = commands(menu).size() + 1;
      int column = COLUMNS * (2 * listed + more) / (2 * rows);
      columns.get(column).getChildren().addAll(title(menu), grid(menu));
      listed += more;
    }
    columns.forEach(column -> column.getStyleClass().add("help-column"));
    VBox all = new VBox(new HBox(columns.toArray(Node[]::new)), mouse());
    all.getStyleClass().add("help-sheet");
    all.setId("help");
    getDialogPane().setContent(all);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
  }

  private static List<MenuItem> commands(Menu menu) {
    return menu.getItems().stream().filter(item -> item.getAccelerator() != null).toList();
  }

  private static Label title(Menu menu) {
    Label title = new Label(menu.getText().replace("_", ""));
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static GridPane grid(Menu menu) {
    GridPane grid = grid();
    for (MenuItem item : commands(menu)) {
      row(grid, item.getAccelerator().getDisplayText(), item.getText().replace("\u2026", ""));
    }
    return grid;
  }

  private static GridPane mouse() {
    GridPane grid = grid();
    for (String row : ROWS) {
      row(grid, Messages.text("help." + row), Messages.text("help." + row + ".does"));
    }
    return grid;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-grid");
    return grid;
  }

  private static void row(GridPane grid, String keys, String does) {
    Label key = new Label(keys);
    key.getStyleClass().add("help-key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label what = new Label(does);
    what.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), key, what);
  }
}
