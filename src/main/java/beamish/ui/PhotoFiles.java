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
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How photo files come in: by a file dialog, or dropped. */
final class PhotoFiles {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private final Window owner;
  private final Consumer<List<Path>> open;
  private @Nullable File folder;

  PhotoFiles(Window owner, Consumer<List<Path>> open) {
    this.owner = owner;
    this.open = open;
  }

  /** Asks for a photo. */
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
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      folder = chosen.getParentFile();
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
