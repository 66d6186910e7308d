package beamish.ui.command;

import beamish.ui.photo.PhotoPane;
import beamish.ui.session.Editor;
import beamish.ui.session.SmileRange;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** All commands of the window. */
public final class Commands {
  final Command open;
  final Command export;
  final Command exportBeforeAfter;
  final Command exportLoop;
  final Command quit;
  final Command undo;
  final Command redo;
  final Command resetFace;
  final Command resetAll;
  final Command fit;
  final Command actualSize;
  final Command zoomIn;
  final Command zoomOut;
  final Command original;
  final Command split;
  final Command outlines;
  final Command nextFace;
  final Command previousFace;
  final Command more;
  final Command less;
  final Command help;

  /** What the window itself does. */
  public interface Actions {
    /** Asks for a photo and opens it. */
    void open();

    /** Asks how and exports. */
    void export();

    /** Asks how and exports the photo and its edit side by side. */
    void exportBeforeAfter();

    /** Asks how and exports an animation. */
    void exportLoop();

    /** Closes the window. */
    void quit();

    /** Explains the mouse and the keys. */
    void help();
  }

  /**
   * The commands.
   *
   * @param exporting whether an export is under way
   */
  public Commands(
      Actions actions, Editor editor, PhotoPane photo, ObservableBooleanValue exporting) {
    ObservableBooleanValue always = new SimpleBooleanProperty(true);
    BooleanBinding photoThere = editor.photoProperty().isNotNull();
    BooleanBinding faceThere = editor.chosenProperty().greaterThanOrEqualTo(0);
    BooleanBinding manyFaces =
        Bindings.createBooleanBinding(() -> editor.faceCount() > 1, editor.photoProperty());
    open = Command.of("open", Feather.FOLDER, "Shortcut+O", always, actions::open);
    export =
        Command.of(
            "export",
            Feather.DOWNLOAD,
            "Shortcut+E",
            photoThere.and(Bindings.not(exporting)),
            actions::export);
    exportBeforeAfter =
        Command.of(
            "exportBeforeAfter",
            null,
            null,
            photoThere.and(Bindings.not(exporting)),
            actions::exportBeforeAfter);
    exportLoop =
        Command.of(
            "exportLoop", null, null, faceThere.and(Bindings.not(exporting)), actions::exportLoop);
    quit = Command.of("quit", null, "Shortcut+Q", always, actions::quit);
    undo =
        Command.of(
            "undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", editor.undoableProperty(), editor::undo);
    redo =
        Command.of(
            "redo",
            Feather.CORNER_UP_RIGHT,
            "Shortcut+Shift+Z",
            editor.redoableProperty(),
            editor::redo);
    resetFace = Command.of("resetFace", null, "Shortcut+R", faceThere, editor::resetFace);
    resetAll = Command.of("resetAll", null, "Shortcut+Shift+R", faceThere, editor::resetAll);
    fit = Command.of("fit", Feather.MAXIMIZE, "Shortcut+0", photoThere, photo::fit);
    actualSize = Command.of("actualSize", null, "Shortcut+1", photoThere, photo::actualSize);
    zoomIn =
        Command.of(
            "zoomIn", Feather.ZOOM_IN, "Shortcut+Equals", photoThere, () -> photo.zoomStep(1));
    zoomOut =
        Command.of(
            "zoomOut", Feather.ZOOM_OUT, "Shortcut+Minus", photoThere, () -> photo.zoomStep(-1));
    original = Command.toggle("original", Feather.EYE, null, photoThere, editor.originalProperty());
    split = Command.toggle("split", Feather.COLUMNS, "Shift+Y", photoThere, editor.splitProperty());
    outlines = Command.toggle("outlines", Feather.USER, "O", photoThere, editor.outlinesProperty());
    nextFace = Command.of("nextFace", null, "N", manyFaces, () -> editor.chooseNext(1));
    previousFace =
        Command.of("previousFace", null, "Shift+N", manyFaces, () -> editor.chooseNext(-1));
    more = Command.of("more", null, "Shortcut+Up", faceThere, () -> step(editor, 1));
    less = Command.of("less", null, "Shortcut+Down", faceThere, () -> step(editor, -1));
    help = Command.of("help", null, "F1", always, actions::help);
  }

  /** Keys besides those in the menu: other keyboards' and other editors' for the same. */
  public void addOtherKeys(Scene scene) {
    Map.of(
            "Shortcut+Plus", zoomIn,
            "Shortcut+Add", zoomIn,
            "Shortcut+Subtract", zoomOut,
            "Shortcut+Shift+S", export,
            "Shortcut+Y", redo)
        .forEach(
            (keys, command) ->
                scene.getAccelerators().put(KeyCombination.valueOf(keys), command::runIfEnabled));
  }

  private static void step(Editor editor, int direction) {
    editor.nudge(direction * SmileRange.STEP);
    editor.commit();
  }
}
