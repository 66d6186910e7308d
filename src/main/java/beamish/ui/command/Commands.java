package beamish.ui.command;

import beamish.edit.SmilePreset;
import beamish.ui.photo.PhotoPane;
import beamish.ui.session.Editor;
import beamish.ui.session.FaceTools;
import beamish.ui.session.SmileRange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** All commands of the window. */
public final class Commands {
  final Command open;
  final Command openFolder;
  final Command export;
  final Command exportBeforeAfter;
  final Command exportLoop;
  final Command exportAll;
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
  final Command sideBySide;
  final Command split;
  final Command outlines;
  final Command nextPhoto;
  final Command previousPhoto;
  final Command allFaces;
  final Command nextFace;
  final Command previousFace;
  final Command addFace;
  final Command movePoints;
  final Command resetPoints;
  final Command removeFace;
  final Command more;
  final Command less;
  final List<Command> presets;
  final Command teach;
  final Command help;
  final Command showHints;
  final Command about;

  private final Runnable leaveTool;

  /** What the window itself does. */
  public interface Actions {
    /** Asks for photos and opens them. */
    void open();

    /** Asks for a folder and opens the photos in it. */
    void openFolder();

    /** Opens the next photo (1) or the one before (−1). */
    void stepPhoto(int direction);

    /** Asks how and exports. */
    void export();

    /** Asks how and exports all photos that are edited. */
    void exportAll();

    /** Asks how and exports the photo and its edit side by side. */
    void exportBeforeAfter();

    /** Asks how and exports an animation. */
    void exportLoop();

    /** Leads to a model of one's own. */
    void teach();

    /** Closes the window. */
    void quit();

    /** Explains the mouse and the keys. */
    void help();

    /** Shows the first hints again. */
    void showHints();

    /** Says what this is and what it is made of. */
    void about();
  }

  /**
   * The commands.
   *
   * @param exporting whether an export is under way
   * @param manyPhotos whether there are photos to go through
   */
  public Commands(
      Actions actions,
      Editor editor,
      FaceTools tools,
      PhotoPane photo,
      ObservableBooleanValue exporting,
      ObservableBooleanValue manyPhotos) {
    ObservableBooleanValue always = new SimpleBooleanProperty(true);
    BooleanBinding photoThere = editor.photoProperty().isNotNull();
    BooleanBinding faceThere = editor.chosenProperty().greaterThanOrEqualTo(0);
    BooleanBinding manyFaces =
        Bindings.createBooleanBinding(() -> editor.faceCount() > 1, editor.photoProperty());
    open = Command.of("open", Feather.FOLDER, "Shortcut+O", always, actions::open);
    openFolder = Command.of("openFolder", null, "Shortcut+Shift+O", always, actions::openFolder);
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
    exportAll =
        Command.of(
            "exportAll",
            null,
            "Shortcut+Shift+E",
            photoThere.and(Bindings.not(exporting)),
            actions::exportAll);
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
    original =
        Command.toggle(
            "original", Feather.EYE, null, photoThere, editor.views().originalProperty());
    sideBySide =
        Command.toggle(
            "sideBySide", Feather.COLUMNS, "Y", photoThere, editor.views().sideBySideProperty());
    split =
        Command.toggle(
            "split", Feather.CODE, "Shift+Y", photoThere, editor.views().splitProperty());
    outlines =
        Command.toggle(
            "outlines", Feather.USER, "O", photoThere, editor.views().outlinesProperty());
    nextPhoto = Command.of("nextPhoto", null, "Page Down", manyPhotos, () -> actions.stepPhoto(1));
    previousPhoto =
        Command.of("previousPhoto", null, "Page Up", manyPhotos, () -> actions.stepPhoto(-1));
    allFaces =
        Command.toggle(
            "allFaces", Feather.USERS, "Shortcut+A", manyFaces, editor.allFacesProperty());
    nextFace = Command.of("nextFace", null, "N", manyFaces, () -> editor.chooseNext(1));
    previousFace =
        Command.of("previousFace", null, "Shift+N", manyFaces, () -> editor.chooseNext(-1));
    addFace = Command.toggle("addFace", Feather.USER_PLUS, "A", photoThere, tools.addingProperty());
    movePoints =
        Command.toggle("movePoints", Feather.CROSSHAIR, "E", faceThere, tools.movingProperty());
    leaveTool =
        () -> {
          tools.addingProperty().set(false);
          tools.movingProperty().set(false);
        };
    resetPoints = Command.of("resetPoints", null, null, tools.isMoved(), tools::resetPoints);
    removeFace = Command.of("removeFace", null, "Delete", tools.isAdded(), tools::remove);
    more = Command.of("more", null, "Shortcut+Up", faceThere, () -> step(editor, 1));
    less = Command.of("less", null, "Shortcut+Down", faceThere, () -> step(editor, -1));
    presets =
        Stream.of(SmilePreset.values())
            .map(
                preset ->
                    Command.of(
                        "preset." + preset,
                        null,
                        "Alt+" + (List.of(SmilePreset.values()).indexOf(preset) + 1),
                        faceThere,
                        () -> editor.apply(preset)))
            .toList();
    teach = Command.of("teach", null, "Shortcut+T", always, actions::teach);
    help = Command.of("help", null, "F1", always, actions::help);
    showHints = Command.of("showHints", null, null, always, actions::showHints);
    about = Command.of("about", null, null, always, actions::about);
  }

  /** Keys besides those in the menu: other keyboards' and other editors' for the same. */
  public void addOtherKeys(Scene scene) {
    Map.of(
            "Shortcut+Right", nextPhoto,
            "Shortcut+Left", previousPhoto,
            "Shortcut+Plus", zoomIn,
            "Shortcut+Add", zoomIn,
            "Shortcut+Subtract", zoomOut,
            "Shortcut+Shift+S", export,
            "Shortcut+Y", redo)
        .forEach(
            (keys, command) ->
                scene.getAccelerators().put(KeyCombination.valueOf(keys), command::runIfEnabled));
    scene.getAccelerators().put(KeyCombination.valueOf("Esc"), leaveTool);
    // before lists make pages of them
    Map<KeyCombination, Command> first =
        Map.of(
            KeyCombination.valueOf("Page Down"),
            nextPhoto,
            KeyCombination.valueOf("Page Up"),
            previousPhoto);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e ->
            first.forEach(
                (keys, command) -> {
                  if (keys.match(e)) {
                    command.runIfEnabled();
                    e.consume();
                  }
                }));
  }

  private static void step(Editor editor, int direction) {
    editor.nudge(direction * SmileRange.STEP);
    editor.commitKey();
  }
}
