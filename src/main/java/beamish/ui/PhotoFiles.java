package beamish.ui;

import beamish.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How photo files and folders come in: by a dialog, or dropped. */
final class PhotoFiles {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private final Window owner;
  private final Consumer<List<Path>> open;
  private @Nullable File folder;

  PhotoFiles(Window owner, Consumer<List<Path>> open) {
    this.owner = owner;
    this.open = open;
  }

  /** Asks for photos. */
  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("open.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                Messages.text("open.photos"),
                "*.jpg",
                "*.jpeg",
                "*.png",
                "*.tif",
                "*.tiff",
                "*.webp",
                "*.bmp",
                "*.JPG",
                "*.JPEG",
                "*.PNG",
                "*.TIF",
                "*.TIFF",
                "*.WEBP",
                "*.BMP"),
            new FileChooser.ExtensionFilter(Messages.text("open.all"), "*"));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null && !chosen.isEmpty()) {
      folder = chosen.get(0).getParentFile();
      open.accept(chosen.stream().map(File::toPath).toList());
    }
  }

  /** Asks for a folder of photos. */
  void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("openFolder.title"));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      folder = chosen;
      open.accept(List.of(chosen.toPath()));
    }
  }

  /** Lets files be dropped anywhere on {@code node}. */
  void acceptDrops(Node node) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragEntered(e -> node.pseudoClassStateChanged(DROP, e.getDragboard().hasFiles()));
    node.setOnDragExited(e -> node.pseudoClassStateChanged(DROP, false));
    node.setOnDragDropped(this::dropped);
  }

  private void dropped(DragEvent e) {
    boolean files = e.getDragboard().hasFiles();
    if (files) {
      open.accept(e.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    e.setDropCompleted(files);
    e.consume();
  }
}
