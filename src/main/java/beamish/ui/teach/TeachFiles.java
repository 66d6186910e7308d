package beamish.ui.teach;

import beamish.ui.session.PhotoFolders;
import beamish.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How the lesson's photos and folders come in: by a dialog, or dropped. */
final class TeachFiles {
  private final Window owner;
  private final Consumer<List<Path>> take;
  private @Nullable File folder;

  TeachFiles(Window owner, Consumer<List<Path>> take) {
    this.owner = owner;
    this.take = take;
  }

  void choosePhotos() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("open.title"));
    List<String> patterns = new ArrayList<>();
    for (String extension : PhotoFolders.EXTENSIONS) {
      patterns.add("*." + extension);
      patterns.add("*." + extension.toUpperCase(Locale.ROOT));
    }
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Messages.text("open.photos"), patterns),
            new FileChooser.ExtensionFilter(Messages.text("open.all"), "*"));
    chooser.setInitialDirectory(folder);
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null && !chosen.isEmpty()) {
      folder = chosen.get(0).getParentFile();
      take.accept(chosen.stream().map(File::toPath).toList());
    }
  }

  void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("openFolder.title"));
    chooser.setInitialDirectory(folder);
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      folder = chosen.getParentFile();
      take.accept(List.of(chosen.toPath()));
    }
  }

  /** Lets files and folders be dropped anywhere on {@code node}. */
  void acceptDrops(Node node) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragDropped(
        e -> {
          if (e.getDragboard().hasFiles()) {
            take.accept(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }
}
