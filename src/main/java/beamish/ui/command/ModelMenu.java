package beamish.ui.command;

import beamish.expression.ModelFile;
import beamish.expression.ModelManifest;
import beamish.ui.session.Models;
import beamish.ui.text.Messages;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The models to edit with; one can be taken in, and the one at work handed on. */
public final class ModelMenu extends Menu {
  private final Models models;
  private final Window window;
  private final MenuItem importing = item("import");
  private final MenuItem exporting = item("export");

  private final List<MenuItem> last = new ArrayList<>(List.of(new SeparatorMenuItem()));

  /** A menu over {@code window}. */
  public ModelMenu(Models models, Window window) {
    super(Messages.text("menu.model"));
    this.models = models;
    this.window = window;
    setId("menu-model");
    importing.setOnAction(e -> askImport());
    exporting.setOnAction(e -> askExport());
    models.all().subscribe(this::fill);
    models.currentProperty().subscribe(this::fill);
    setOnShowing(e -> models.refresh());
    fill();
    models.refresh();
  }

  /** Puts an item at the end. */
  void add(MenuItem item) {
    last.add(item);
    fill();
  }

  private static MenuItem item(String key) {
    MenuItem item = new MenuItem(Messages.text("models." + key));
    item.setId("menu-model-" + key);
    return item;
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    for (ModelManifest model : models.all()) {
      RadioMenuItem item =
          new RadioMenuItem(Messages.text("models.item", model.title(), model.id()));
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(model.isOpenedBy(models.currentProperty().get()));
      item.setOnAction(
          e -> {
            if (!model.isOpenedBy(models.currentProperty().get())) {
              models.choose(model.id());
            }
            // marked once it is there
            fill();
          });
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.add(importing);
    items.add(exporting);
    items.addAll(last);
    getItems().setAll(items);
  }

  private void askImport() {
    FileChooser chooser = chooser("models.import");
    Optional.ofNullable(chooser.showOpenDialog(window))
        .map(File::toPath)
        .ifPresent(models::importFrom);
  }

  private void askExport() {
    FileChooser chooser = chooser("models.export");
    String id = models.inUse().map(ModelManifest::id).orElse(models.currentProperty().get());
    chooser.setInitialFileName(id + ModelFile.ENDING);
    Optional.ofNullable(chooser.showSaveDialog(window))
        .map(File::toPath)
        .ifPresent(models::exportTo);
  }

  private static FileChooser chooser(String key) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text(key));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Messages.text("models.file"), "*" + ModelFile.ENDING),
            new FileChooser.ExtensionFilter(Messages.text("open.all"), "*"));
    return chooser;
  }
}
