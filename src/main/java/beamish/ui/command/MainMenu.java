package beamish.ui.command;

import beamish.ui.look.Theme;
import beamish.ui.session.Recent;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu bar: every command with its key. */
public final class MainMenu extends MenuBar {

  /**
   * A menu bar.
   *
   * @param theme the looks that the menu lets choose
   * @param models which model edits
   * @param recent what was opened lately; {@code open} opens one of it
   */
  public MainMenu(
      Commands c,
      ObjectProperty<Theme> theme,
      ModelMenu models,
      Recent recent,
      Consumer<List<Path>> open) {
    models.add(c.teach.menuItem());
    Menu face =
        menu(
            "face",
            c.allFaces.menuItem(),
            c.nextFace.menuItem(),
            c.previousFace.menuItem(),
            new SeparatorMenuItem(),
            c.addFace.menuItem(),
            c.removeFace.menuItem(),
            c.movePoints.menuItem(),
            c.resetPoints.menuItem(),
            new SeparatorMenuItem(),
            c.more.menuItem(),
            c.less.menuItem());
    face.getItems().add(new SeparatorMenuItem());
    c.presets.forEach(preset -> face.getItems().add(preset.menuItem()));
    getMenus()
        .addAll(
            menu(
                "file",
                c.open.menuItem(),
                c.openFolder.menuItem(),
                new RecentMenu(recent, open),
                new SeparatorMenuItem(),
                c.export.menuItem(),
                c.exportAll.menuItem(),
                c.exportBeforeAfter.menuItem(),
                c.exportLoop.menuItem(),
                new SeparatorMenuItem(),
                c.quit.menuItem()),
            menu(
                "edit",
                c.undo.menuItem(),
                c.redo.menuItem(),
                new SeparatorMenuItem(),
                c.resetFace.menuItem(),
                c.resetAll.menuItem()),
            menu("photo", c.nextPhoto.menuItem(), c.previousPhoto.menuItem()),
            face,
            models,
            menu(
                "view",
                c.fit.menuItem(),
                c.actualSize.menuItem(),
                c.zoomIn.menuItem(),
                c.zoomOut.menuItem(),
                new SeparatorMenuItem(),
                c.original.menuItem(),
                c.sideBySide.menuItem(),
                c.split.menuItem(),
                c.outlines.menuItem(),
                new SeparatorMenuItem(),
                themes(theme)),
            menu("help", c.help.menuItem(), c.showHints.menuItem(), c.about.menuItem()));
  }

  private static Menu menu(String key, MenuItem... items) {
    Menu menu = new Menu(Messages.text("menu." + key), null, items);
    menu.setId("menu-" + key);
    return menu;
  }

  private static Menu themes(ObjectProperty<Theme> theme) {
    Menu menu = new Menu(Messages.text("menu.theme"));
    ToggleGroup group = new ToggleGroup();
    for (Theme each : Theme.values()) {
      RadioMenuItem item = new RadioMenuItem(Messages.text("theme." + each));
      item.setToggleGroup(group);
      item.setSelected(theme.get() == each);
      item.setOnAction(e -> theme.set(each));
      menu.getItems().add(item);
    }
    return menu;
  }
}
