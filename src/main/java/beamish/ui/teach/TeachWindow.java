package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.Lesson.Step;
import beamish.training.lesson.LessonStore;
import beamish.training.lesson.LessonStore.Kept;
import beamish.ui.notice.MessageBar;
import beamish.ui.session.Engine;
import beamish.ui.session.Failures;
import beamish.ui.session.Notices;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The way to a model of one's own, page by page, in a window beside the editor's, which stays
 * usable. Whatever is chosen is kept at once, and is there when the window is opened again. On the
 * FX thread.
 */
public final class TeachWindow {
  private static final List<Step> STEPS = List.of(Step.values());
  private final Stage stage = new Stage();
  private final TeachDesk desk;
  private final LessonShelf shelf;
  private final LessonKeeper keeper;
  private final List<LatePage> pages;
  private final StepList steps;
  private final StackPane centre = new StackPane();
  private final Button back = new Button(Messages.text("teach.back"));
  private final Button next = new Button(Messages.text("teach.next"));
  private Lesson lesson = Lesson.EMPTY;

  /**
   * Reads the lesson changed last; {@link #show} shows the window.
   *
   * @param editor the editor's window, whose looks this one takes on
   * @param engine the editor's
   * @param kept is told the id of a model that was kept, to edit with
   */
  public TeachWindow(
      Stage editor, Studio studio, Engine engine, Teaching teaching, Consumer<String> kept) {
    LessonStore lessons = teaching.lessons();
    Notices notices = new Notices();
    desk =
        new TeachDesk(
            stage,
            studio,
            engine,
            Platform::runLater,
            lessons,
            new SimpleObjectProperty<>(lessons.create()),
            notices,
            new Failures(notices));
    shelf = new LessonShelf(desk);
    keeper =
        new LessonKeeper(
            desk.io(), failure -> desk.fx().execute(() -> desk.failures().report(failure)));
    Supplier<Path> folder = () -> desk.folder().get().path();
    FacePictures pictures = new FacePictures(desk);
    Consumer<Throwable> failed = desk.failures()::report;
    pages =
        List.of(
            new LatePage("teach.welcome.title", () -> new WelcomePage(new Switching())),
            new LatePage("teach.gather.title", () -> new GatherPage(desk, pictures, this::changed)),
            new LatePage("teach.check.title", () -> new CheckPage(desk, pictures, this::changed)),
            new LatePage(
                "train.title",
                () -> new TrainPage(studio, teaching.others(), folder, desk.fx(), failed)),
            new LatePage(
                "result.title",
                () ->
                    new ResultPage(
                        studio,
                        studio.likenesses(),
                        folder,
                        desk.fx(),
                        notices,
                        failed,
                        kept,
                        () -> go(STEPS.indexOf(Step.TRAIN)))));
    steps = new StepList(pages.stream().map(LatePage::title).toList());
    stage.setScene(new Scene(layout(), 1040, 720));
    stage.getScene().getStylesheets().addAll(editor.getScene().getStylesheets());
    stage.setTitle(Messages.text("teach.title"));
    stage.setMinWidth(820);
    stage.setMinHeight(560);
    stage.setOnHiding(e -> leave());
    next.setDefaultButton(true);
    next.setId("teach-next");
    back.setId("teach-back");
    back.setOnAction(e -> go(at() - 1));
    next.setOnAction(e -> go(at() + 1));
    enter(Lesson.EMPTY);
    shelf.list(
        all -> {
          if (!all.isEmpty() && lesson.isEmpty()) {
            open(all.get(0));
          }
        });
  }

  private BorderPane layout() {
    VBox top = new VBox(new MessageBar(desk.notices()));
    top.setAlignment(Pos.TOP_CENTER);
    top.getStyleClass().add("over-photo");
    top.setPickOnBounds(false);
    Button close = new Button(Messages.text("teach.close"));
    close.setOnAction(e -> stage.hide());
    close.setCancelButton(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, close, space, back, next);
    buttons.getStyleClass().add("teach-buttons");
    BorderPane root = new BorderPane(new StackPane(centre, top), null, null, buttons, steps);
    root.getStyleClass().add("teach");
    return root;
  }

  /** Shows the window, or brings it to the front. */
  public void show() {
    if (!stage.isShowing()) {
      enter(lesson);
    }
    stage.show();
    stage.toFront();
  }

  /** Closes the window for good; done once the lesson is kept and no training is under way. */
  public CompletableFuture<Void> close() {
    stage.hide();
    CompletableFuture<Void> trained =
        pages
            .get(STEPS.indexOf(Step.TRAIN))
            .made()
            .map(page -> ((TrainPage) page).close())
            .orElse(CompletableFuture.completedFuture(null));
    return CompletableFuture.allOf(keep(), trained);
  }

  /** The page of a step. */
  TeachPage page(Step step) {
    return pages.get(STEPS.indexOf(step)).get();
  }

  /** The lesson as it was kept last. */
  Lesson lesson() {
    return lesson;
  }

  private int at() {
    return STEPS.indexOf(lesson.step());
  }

  private TeachPage page() {
    return page(STEPS.get(at()));
  }

  private void leave() {
    lesson = page().leave(lesson);
    CompletableFuture<Void> unused = keep();
  }

  private void enter(Lesson begun) {
    int last = pages.size() - 1;
    lesson = STEPS.indexOf(begun.step()) > last ? begun.withStep(STEPS.get(last)) : begun;
    int at = at();
    TeachPage page = page();
    centre.getChildren().setAll(page.node());
    steps.show(at);
    back.setDisable(at == 0);
    next.setVisible(at < last);
    next.disableProperty().unbind();
    next.disableProperty().bind(page.ready().map(can -> !can));
    page.enter(lesson);
  }

  private void go(int to) {
    leave();
    enter(lesson.withStep(STEPS.get(to)));
    CompletableFuture<Void> unused = keep();
  }

  /** A page has changed the lesson within itself. */
  private void changed(Lesson now) {
    lesson = now.withName(lesson.name()).withStep(lesson.step());
    CompletableFuture<Void> unused = keep();
  }

  private CompletableFuture<Void> keep() {
    return lesson.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : keeper.keep(desk.folder().get(), lesson);
  }

  private void open(Kept kept) {
    desk.folder().set(kept.folder());
    enter(kept.lesson());
  }

  /** From one lesson to another. */
  private final class Switching implements WelcomePage.Lessons {
    @Override
    public void open(Kept chosen) {
      leave();
      TeachWindow.this.open(chosen);
    }

    @Override
    public String title(Step step) {
      return pages.get(STEPS.indexOf(step)).title();
    }

    @Override
    public void begin() {
      leave();
      desk.folder().set(desk.lessons().create());
      enter(Lesson.EMPTY);
    }

    @Override
    public void others(Consumer<List<Kept>> take) {
      Path own = desk.folder().get().path();
      shelf.list(
          all -> take.accept(all.stream().filter(k -> !k.folder().path().equals(own)).toList()));
    }

    @Override
    public void delete(Kept lost) {
      Alert sure =
          new Alert(
              Alert.AlertType.CONFIRMATION,
              Messages.text("teach.delete.text"),
              ButtonType.CANCEL,
              ButtonType.OK);
      sure.initOwner(stage);
      sure.setHeaderText(Messages.text("teach.delete.head"));
      sure.showAndWait()
          .filter(ButtonType.OK::equals)
          .ifPresent(yes -> shelf.delete(lost.folder(), () -> page().enter(lesson)));
    }
  }
}
