package beamish.ui.teach;

import beamish.training.lesson.SeenPhoto;
import beamish.ui.look.LateTooltip;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A photo's face, to look at and to drag. */
final class FaceTile extends StackPane {
  private static final PseudoClass BLAMED = PseudoClass.getPseudoClass("blamed");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  /** What is dragged is a photo's path. */
  private static final DataFormat PHOTO = new DataFormat("application/x-beamish-photo");

  private final FacePictures pictures;
  private final ImageView view = new ImageView();
  private String tip = "";
  private @Nullable SeenPhoto shown;
  private int requests;

  FaceTile(FacePictures pictures, double edge) {
    this.pictures = pictures;
    getStyleClass().add("face-tile");
    setMinSize(edge, edge);
    setMaxSize(edge, edge);
    view.setFitWidth(edge - 6);
    view.setFitHeight(edge - 6);
    view.setPreserveRatio(true);
    getChildren().add(view);
    LateTooltip.install(this, () -> tip);
    setOnDragDetected(
        e -> {
          SeenPhoto photo = shown;
          if (photo != null) {
            Dragboard board = startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.put(PHOTO, photo.file().toString());
            board.setContent(content);
            board.setDragView(view.snapshot(null, null));
            e.consume();
          }
        });
  }

  /** Shows the face that is meant. */
  void show(SeenPhoto photo) {
    show(photo, photo.faceIndex());
  }

  /** Shows one of the photo's faces. */
  void show(SeenPhoto photo, int face) {
    shown = photo;
    int request = ++requests;
    view.setImage(null);
    String name = String.valueOf(photo.file().getFileName());
    String unreadable = photo.unreadable();
    tip = unreadable == null ? photo.file().toString() : unreadable;
    if (unreadable == null) {
      getChildren().setAll(view);
    } else {
      getChildren().setAll(new FontIcon(Feather.ALERT_TRIANGLE), view);
    }
    setAccessibleText(Messages.text("teach.photo.accessible", name));
    pictures.request(
        photo,
        face,
        image -> {
          if (request == requests) {
            view.setImage(image);
          }
        });
  }

  /** Marks the photo that something is wrong with. */
  void blame(boolean blamed) {
    pseudoClassStateChanged(BLAMED, blamed);
  }

  /** Lets photos of this window be dropped on a node. */
  static void acceptPhotos(javafx.scene.Node node, Consumer<Path> dropped) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasContent(PHOTO)) {
            e.acceptTransferModes(TransferMode.MOVE);
            e.consume();
          }
        });
    node.setOnDragEntered(
        e -> node.pseudoClassStateChanged(DROP, e.getDragboard().hasContent(PHOTO)));
    node.setOnDragExited(e -> node.pseudoClassStateChanged(DROP, false));
    node.setOnDragDropped(
        e -> {
          if (e.getDragboard().getContent(PHOTO) instanceof String file) {
            dropped.accept(Path.of(file));
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }
}
