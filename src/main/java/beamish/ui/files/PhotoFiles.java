package beamish.ui.files;

import beamish.codec.PhotoFolder;
import beamish.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * How photos and folders come in: by a dialog, which begins where the last one ended, or dropped.
 * On the FX thread.
 */
public final class PhotoFiles {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private final Window owner;
  private final Consumer<List<Path>> take;
  private @Nullable File folder;

  /**
   * Nothing asked for yet.
   *
   * @param owner the window that the dialogs stand over
   * @param take is given what was chosen or dropped, never an empty list
   */
  public PhotoFiles(Window owner, Consumer<List<Path>> take) {
    this.owner = owner;
    this.take = take;
  }

  /** Asks for photos. */
  public void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("open.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Messages.text("open.photos"), patterns()),
            new FileChooser.ExtensionFilter(Messages.text("open.all"), "*"));
    chooser.setInitialDirectory(lastFolder());
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null && !chosen.isEmpty()) {
      folder = chosen.get(0).getParentFile();
      take.accept(chosen.stream().map(File::toPath).toList());
    }
  }

  /** Dialogs tell capitals from small letters where the system does. */
  private static List<String> patterns() {
    return PhotoFolder.EXTENSIONS.stream()
        .sorted()
        .flatMap(e -> Stream.of("*." + e, "*." + e.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Asks for a folder of photos. */
  public void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("openFolder.title"));
    chooser.setInitialDirectory(lastFolder());
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      folder = chosen.getParentFile();
      take.accept(List.of(chosen.toPath()));
    }
  }

  /** A dialog refuses to begin in a folder that is gone. */
  private @Nullable File lastFolder() {
    File last = folder;
    return last != null && last.isDirectory() ? last : null;
  }

  /**
   * Lets files and folders be dropped anywhere on {@code node}, which shows it while they hover.
   */
  public void acceptDrops(Node node) {
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
      take.accept(e.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    e.setDropCompleted(files);
    e.consume();
  }
}
