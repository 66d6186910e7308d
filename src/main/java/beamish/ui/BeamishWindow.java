package beamish.ui;

import beamish.edit.EditHistory;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.ui.command.AboutDialog;
import beamish.ui.command.Commands;
import beamish.ui.command.HelpDialog;
import beamish.ui.command.HoldOriginal;
import beamish.ui.command.MainMenu;
import beamish.ui.command.MainToolBar;
import beamish.ui.command.ModelMenu;
import beamish.ui.export.ExportDialogs;
import beamish.ui.files.PhotoFiles;
import beamish.ui.film.Filmstrip;
import beamish.ui.film.Thumbnails;
import beamish.ui.look.FormsAhead;
import beamish.ui.look.Theme;
import beamish.ui.look.Unhurried;
import beamish.ui.notice.EmptyHint;
import beamish.ui.notice.FirstHints;
import beamish.ui.notice.MessageBar;
import beamish.ui.notice.WorkCard;
import beamish.ui.panel.SidePanel;
import beamish.ui.panel.SmileKeys;
import beamish.ui.photo.PhotoPane;
import beamish.ui.session.Album;
import beamish.ui.session.Browsing;
import beamish.ui.session.DetailFeed;
import beamish.ui.session.Editor;
import beamish.ui.session.Engine;
import beamish.ui.session.Exporting;
import beamish.ui.session.ExportingAll;
import beamish.ui.session.FaceTools;
import beamish.ui.session.Failures;
import beamish.ui.session.Models;
import beamish.ui.session.Notices;
import beamish.ui.session.Opening;
import beamish.ui.session.Placing;
import beamish.ui.session.PresetFeed;
import beamish.ui.session.PreviewFeed;
import beamish.ui.session.PreviewSize;
import beamish.ui.session.ReadAhead;
import beamish.ui.session.Recent;
import beamish.ui.session.Saving;
import beamish.ui.session.ShownPhoto;
import beamish.ui.session.Work;
import beamish.ui.teach.Teaching;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window: one photo of several, its faces and their smiles. Made and used on the FX thread;
 * what takes long runs on the studio's lanes, which stay the caller's to close.
 */
public final class BeamishWindow {
  private final Stage stage;
  private final Studio studio;
  private final Memory memory;
  private final Notices notices = new Notices();
  private final Failures failures = new Failures(notices);
  private final Work openWork = new Work(Platform::runLater, failures::report);
  private final Work faceWork = new Work(Platform::runLater, failures::report);
  private final Work exportWork = new Work(Platform::runLater, failures::report);
  private final Editor editor = new Editor();
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final PhotoPane photo;
  private final Engine engine;
  private final FaceTools tools;
  private final Placing placing;
  private final Models models;
  private final PreviewFeed previews;
  private final PreviewSize previewSize;
  private final DetailFeed details;
  private final ReadAhead readAhead;
  private final PresetFeed presets;
  private final Album album = new Album();
  private final Saving saving;
  private final Recent recent;
  private final Browsing browsing;
  private final Thumbnails thumbnails;
  private final Filmstrip film;
  private final Exports exports;
  private final Wizard wizard;
  private final PhotoFiles files;
  private final FirstHints hints;
  private final List<Path> toOpen;
  private @Nullable MenuBar menus;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * Builds the window into {@code stage}; {@link #show} shows it.
   *
   * @param keeping where edits are kept
   * @param toOpen photos, and folders of photos, given at the start
   */
  public BeamishWindow(Stage stage, Studio studio, Keeping keeping, List<Path> toOpen) {
    this(stage, studio, keeping, toOpen, Memory.ofThisRun(), Teaching.ofThisRun());
  }

  /**
   * The same with a memory.
   *
   * @param memory what was chosen in earlier runs
   * @param lessons what teaching a face needs
   */
  public BeamishWindow(
      Stage stage,
      Studio studio,
      Keeping keeping,
      List<Path> toOpen,
      Memory memory,
      Teaching lessons) {
    this.stage = stage;
    this.memory = memory;
    this.studio = studio;
    Thread.currentThread().setUncaughtExceptionHandler((t, e) -> failures.report(e));
    String beginWith = Models.first(studio, memory.window().model());
    engine =
        new Engine(
            studio.lanes().model(),
            studio.finders(),
            () ->
                studio
                    .models()
                    .open(beginWith.isEmpty() ? studio.models().defaultId() : beginWith));
    tools = new FaceTools(editor, engine, faceWork, notices);
    placing = new Placing(editor, engine.lane(), Platform::runLater, failures::report);
    photo = new PhotoPane(editor, tools);
    previews =
        new PreviewFeed(
            engine.lane(),
            CompletableFuture.delayedExecutor(
                (long) PhotoPane.REST.toMillis(), TimeUnit.MILLISECONDS, engine.lane()),
            Platform::runLater,
            photo::paint,
            failures::report);
    details = new DetailFeed(engine.lane(), Platform::runLater, photo::show, failures::report);
    previewSize = new PreviewSize(editor, engine.lane(), Platform::runLater, failures::report);
    photo.setSources(previewSize, details);
    readAhead = new ReadAhead(engine.lane());
    presets = new PresetFeed(engine.lane(), Platform::runLater, failures::report);
    Executor io = studio.lanes().io();
    saving = new Saving(editor, io, Platform::runLater, notices, failures::report);
    recent = new Recent(keeping.recent(), io, Platform::runLater);
    Opening opening =
        new Opening(studio, keeping.sidecars(), engine, editor, saving, openWork, notices);
    browsing =
        new Browsing(
            album,
            editor,
            opening,
            saving,
            recent,
            openWork,
            notices,
            io,
            Platform::runLater,
            failures::report);
    models =
        new Models(
            studio,
            engine,
            Platform::runLater,
            notices,
            failures::report,
            beginWith,
            this::modelChosen);
    thumbnails = new Thumbnails(io, Platform::runLater, keeping.sidecars(), failures::report);
    film = new Filmstrip(album, thumbnails, browsing::go);
    Exporting exporting =
        new Exporting(
            studio,
            engine,
            exportWork,
            notices,
            order -> browsing.exported(order.photo().source(), order.settings()));
    ExportingAll exportingAll =
        new ExportingAll(
            studio,
            keeping.sidecars(),
            exportWork,
            notices,
            Platform::runLater,
            models.currentProperty()::get,
            file -> browsing.exported(file, editor.settings()));
    ExportDialogs dialogs =
        new ExportDialogs(
            stage,
            studio,
            engine.lane(),
            memory.exports(),
            exporting,
            exportingAll,
            failures::report);
    exports = new Exports(editor, album, saving, placing, dialogs, exportingAll, notices, failures);
    wizard = new Wizard(stage, studio, engine, lessons, this::useModel);
    files = new PhotoFiles(stage, this::open);
    hints = new FirstHints(memory.window()::keepHintsSeen);
    memory.window().restore(stage, theme, editor.views().outlinesProperty());
    Theme.follow(theme);
    stage.setScene(scene());
    stage.setTitle(Messages.text("window.title"));
    stage.setMinWidth(760);
    stage.setMinHeight(520);
    stage.setOnHidden(e -> close());
    editor.settingsProperty().subscribe(this::requestPreview);
    editor.photoProperty().subscribe((was, now) -> photoChanged(was));
    editor.chosenProperty().subscribe(this::faceChosen);
    editor.allFacesProperty().subscribe(this::readAhead);
    editor.historyProperty().subscribe(this::stepDone);
    this.toOpen = toOpen;
  }

  /** Shows the window, and opens its photos once it is painted. */
  public void show() {
    stage.show();
    // not before: it would take the window a core, and could stop it for ever. JavaCPP looks for
    // symbols with glibc's list of libraries locked, and JavaFX loads a library into that list
    Painting.await(stage.getScene(), this::begin);
  }

  private void begin() {
    if (stage.isShowing()) {
      Painting.loadEffects();
      engine.warmUp();
      if (!toOpen.isEmpty()) {
        open(toOpen);
      }
    }
  }

  /** The look chosen in the menu. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Done once the window is closed and its model and finder with it. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /** What the window edits. */
  Editor editor() {
    return editor;
  }

  /** Where it shows it. */
  PhotoPane photoPane() {
    return photo;
  }

  /** Opens photos, and the photos in folders, in place of those there were. */
  public void open(List<Path> paths) {
    browsing.open(paths);
  }

  private Scene scene() {
    Commands commands =
        new Commands(
            new WindowActions(),
            editor,
            tools,
            photo,
            exportWork.runningProperty(),
            Bindings.size(album.photos()).greaterThan(1));
    BorderPane root = new BorderPane(new BorderPane(centre(), null, null, film, null));
    MainMenu menu = new MainMenu(commands, theme, new ModelMenu(models, stage), recent, this::open);
    menus = menu;
    root.setTop(new VBox(menu, new MainToolBar(commands, editor)));
    root.setRight(new SidePanel(editor, models, photo.editedImageProperty(), presets));
    root.setBottom(new PhotoStatus(editor, photo.zoomProperty()));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    StackPane all = new StackPane(root, hints);
    Scene scene =
        new Scene(
            all, Math.min(1280, screen.getWidth() * .95), Math.min(820, screen.getHeight() * .9));
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(BeamishWindow.class.getResource("beamish.css"))
                .toExternalForm());
    commands.addOtherKeys(scene);
    HoldOriginal.install(scene, editor);
    SmileKeys.installAround(photo, editor);
    files.acceptDrops(all);
    return scene;
  }

  private Node centre() {
    EmptyHint hint = new EmptyHint(files::choose);
    hint.visibleProperty().bind(editor.photoProperty().isNull());
    VBox top = new VBox(12, new MessageBar(notices));
    top.setAlignment(Pos.TOP_CENTER);
    VBox bottom =
        new VBox(12, new WorkCard(openWork), new WorkCard(faceWork), new WorkCard(exportWork));
    bottom.setAlignment(Pos.BOTTOM_CENTER);
    for (VBox over : List.of(top, bottom)) {
      over.getStyleClass().add("over-photo");
      over.setPickOnBounds(false);
    }
    return new StackPane(photo, hint, bottom, top);
  }

  private void requestPreview() {
    ShownPhoto shown = editor.photo();
    var settings = editor.settings();
    if (shown != null) {
      previews.request(shown, settings);
    }
  }

  private void photoChanged(@Nullable ShownPhoto before) {
    ShownPhoto shown = editor.photo();
    requestPreview();
    if (shown == null || !shown.hasSameFaces(before)) {
      faceChosen();
    }
    if (shown != null && !shown.isSamePicture(before)) {
      stage.setTitle(Messages.text("window.titleWithPhoto", shown.name()));
      FormsAhead.load(studio.lanes().io());
      Platform.runLater(
          () -> {
            if (!film.isLeading()) {
              photo.focusFace();
            }
            hintOnce();
          });
    }
  }

  private void hintOnce() {
    if (!memory.window().areHintsSeen() && editor.faceCount() > 0 && !hints.isVisible()) {
      hints.begin();
    }
  }

  private void useModel(String id) {
    models.refresh();
    models.choose(id);
  }

  private void modelChosen(String id) {
    memory.window().keepModel(id);
    browsing.openAgain();
  }

  private void faceChosen() {
    presets.begin(editor.photo(), editor.chosen());
    readAhead();
  }

  /** What was worked ahead is worth nothing once parts are shown differently. */
  private void stepDone(EditHistory before, EditHistory now) {
    if (!before.present().parts().equals(now.present().parts())) {
      readAhead();
    }
  }

  private void readAhead() {
    readAhead.begin(editor.photo(), editor.chosenFaces().boxed().toList());
  }

  private void close() {
    // the stage is not ours: who shows and hides it again must not close this window twice
    stage.setOnHidden(null);
    editor.commit();
    memory.window().keep(stage, theme.get(), editor.views().outlinesProperty().get());
    CompletableFuture<Void> saved = saving.flush();
    thumbnails.clear();
    openWork.cancel();
    faceWork.cancel();
    placing.stop();
    exportWork.cancel();
    previews.stop();
    previewSize.stop();
    readAhead.stop();
    presets.stop();
    details.cancel();
    CompletableFuture<Void> unused =
        CompletableFuture.allOf(saved, wizard.close(), engine.close())
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    closed.complete(null);
                  } else {
                    closed.completeExceptionally(failure);
                  }
                });
  }

  private final class WindowActions implements Commands.Actions {
    @Override
    public void open() {
      files.choose();
    }

    @Override
    public void openFolder() {
      files.chooseFolder();
    }

    @Override
    public void stepPhoto(int direction) {
      browsing.step(direction);
    }

    @Override
    public void export() {
      exports.one();
    }

    @Override
    public void exportBeforeAfter() {
      exports.beforeAfter();
    }

    @Override
    public void exportLoop() {
      exports.loop();
    }

    @Override
    public void exportAll() {
      exports.all();
    }

    @Override
    public void teach() {
      wizard.show();
    }

    @Override
    public void quit() {
      stage.close();
    }

    @Override
    public void help() {
      MenuBar listed = menus;
      if (listed != null) {
        Unhurried.show(() -> new HelpDialog(stage, listed));
      }
    }

    @Override
    public void showHints() {
      hints.begin();
    }

    @Override
    public void about() {
      Unhurried.show(() -> new AboutDialog(stage, studio.models().list()));
    }
  }
}
