package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.lesson.Comparison;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonJudge;
import beamish.training.lesson.LessonSplit;
import beamish.training.lesson.LessonTraining;
import beamish.ui.session.Notices;
import beamish.ui.session.Work;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The model just trained beside the one it came from, and what to do with it. */
public final class ResultPage implements TeachPage {
  private final Studio studio;
  private final Supplier<Likeness> likenesses;
  private final Supplier<Path> folder;
  private final Work work;
  private final KeepModel keep;
  private final VBox figures = new VBox();
  private final VBox rows = new VBox(16);
  private final ScrollPane node;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final Label nothing = new Label(Messages.text("result.nothing"));

  /**
   * A page that compares nothing yet.
   *
   * @param likenesses opens what tells people apart, on the training lane; may throw a {@link
   *     Problem}, and likeness is then not shown
   * @param folder where the lesson at hand was trained; asked whenever the page is entered
   * @param fx the FX thread
   * @param failed is told on it what went wrong
   * @param kept is told the id of a model that was kept and is in the store's list
   * @param more leads back to the training
   */
  public ResultPage(
      Studio studio,
      Supplier<Likeness> likenesses,
      Supplier<Path> folder,
      Executor fx,
      Notices notices,
      Consumer<Throwable> failed,
      Consumer<String> kept,
      Runnable more) {
    this.studio = studio;
    this.likenesses = likenesses;
    this.folder = folder;
    this.work = new Work(fx, failed);
    this.keep =
        new KeepModel(
            studio,
            folder,
            fx,
            notices,
            failed,
            work.runningProperty(),
            kept,
            more,
            this::discarded);
    Label step = new Label();
    step.textProperty().bind(work.stepProperty());
    step.getStyleClass().add("panel-note");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(work.fractionProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("work.accessible"));
    VBox busy = new VBox(6, new Label(Messages.text("result.comparing")), bar, step);
    busy.visibleProperty().bind(work.runningProperty());
    busy.managedProperty().bind(work.runningProperty());
    nothing.setId("result-nothing");
    VBox all = new VBox(16, busy, nothing, figures, keep, rows);
    all.getStyleClass().add("teach-page");
    node = new ScrollPane(all);
    node.setFitToWidth(true);
    node.setId("teach-result");
    node.getStyleClass().add("teach-scroll");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public void enter(Lesson lesson) {
    Path trained = folder.get();
    boolean done = LessonTraining.isDone(trained);
    figures.getChildren().clear();
    rows.getChildren().clear();
    ready.set(false);
    show(nothing, !done);
    show(keep, done);
    if (done) {
      keep.begin(lesson.name().isBlank() ? Messages.text("result.unnamed") : lesson.name());
      LessonSplit split = lesson.split();
      work.start(
          Messages.text("result.comparing"),
          (cancellation, progress) ->
              CompletableFuture.supplyAsync(
                  () -> compare(split, trained, cancellation, progress), studio.lanes().training()),
          this::show);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private Comparison compare(
      LessonSplit split, Path trained, Cancellation cancellation, Progress progress) {
    Likeness likeness = likeness();
    try (FaceFinder finder = studio.finders().get()) {
      return new LessonJudge(
              p -> studio.reader().read(p).pixels(), finder, likeness, studio.models())
          .compare(split, trained, studio.models().defaultId(), cancellation, progress);
    } finally {
      if (likeness != null) {
        likeness.close();
      }
    }
  }

  private @Nullable Likeness likeness() {
    try {
      return likenesses.get();
    } catch (Problem notInstalled) {
      return null;
    }
  }

  private void show(Comparison comparison) {
    ready.set(true);
    keep.measured(comparison);
    figures.getChildren().setAll(new ResultFigures(comparison));
    comparison.rows().forEach(row -> rows.getChildren().add(new ResultRow(row)));
  }

  private void discarded() {
    figures.getChildren().clear();
    rows.getChildren().clear();
    ready.set(false);
    show(nothing, true);
    show(keep, false);
  }

  @Override
  public Lesson leave(Lesson lesson) {
    work.cancel();
    return lesson;
  }
}
