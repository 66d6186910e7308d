package beamish.ui.command;

import beamish.ui.session.Recent;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The photos and folders opened lately. */
final class RecentMenu extends Menu {
  private final Recent recent;
  private final Consumer<List<Path>> open;

  RecentMenu(Recent recent, Consumer<List<Path>> open) {
    super(Messages.text("menu.recent"));
    this.recent = recent;
    this.open = open;
    setId("menu-recent");
    disableProperty().bind(Bindings.isEmpty(recent.paths()));
    recent.paths().subscribe(this::fill);
    fill();
    parentMenuProperty()
        .subscribe(
            parent -> {
              if (parent != null) {
                parent.setOnShowing(e -> recent.refresh());
              }
            });
  }

  private void fill() {
    getItems().setAll(recent.paths().stream().map(this::item).toList());
  }

  private MenuItem item(Path path) {
    MenuItem item =
        new MenuItem(
            Messages.text(
                "recent.item",
                String.valueOf(path.getFileName()),
                String.valueOf(path.getParent())));
    // names may hold what else marks a mnemonic
    item.setMnemonicParsing(false);
    item.setOnAction(e -> open.accept(List.of(path)));
    return item;
  }
}
