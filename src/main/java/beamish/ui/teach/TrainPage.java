package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.job.Lanes;
import beamish.training.Budget;
import beamish.training.Recipe;
import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonSplit;
import beamish.training.lesson.LessonTraining;
import beamish.training.lesson.TrainingEvent.Ending;
import beamish.training.lesson.TrainingEvent.Progress;
import beamish.training.lesson.TrainingEvent.Reading;
import beamish.training.lesson.TrainingOrder;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Chooses how to train, trains, and shows how far it is. A training goes on when the page or the
 * window is left, and is there when they are opened again; {@link #close} ends it for good.
 */
public final class TrainPage implements TeachPage {
  private final Studio studio;
  private final Executor fx;
  private final Supplier<Path> folder;
  private final Consumer<Throwable> failed;
  private final Training training;
  private final TrainChoices choices = new TrainChoices();
  private final Label status = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final BooleanProperty begun = new SimpleBooleanProperty();
  private final ScrollPane node;
  private @Nullable CompletableFuture<Void> chart;
  private Lesson lesson = Lesson.EMPTY;

  /**
   * A page that trains nothing yet.
   *
   * @param others photos of faces that a personal training rehearses
   * @param folder where the lesson at hand trains; asked whenever the page is entered
   * @param fx the FX thread
   * @param failed is told on it what went wrong
   */
  public TrainPage(
      Studio studio,
      List<Path> others,
      Supplier<Path> folder,
      Executor fx,
      Consumer<Throwable> failed) {
    this.studio = studio;
    this.fx = fx;
    this.folder = folder;
    this.failed = failed;
    this.training = new Training(studio, others, fx, failed);
    status.setId("train-status");
    status.setWrapText(true);
    status.setMinHeight(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("work.accessible"));
    BooleanBinding idle = training.stateProperty().isEqualTo(Training.State.IDLE);
    choices.disableProperty().bind(idle.not());
    StackPane curves = new StackPane();
    show(curves, Bindings.size(training.marks()).greaterThan(1));
    curves
        .visibleProperty()
        .subscribe(
            there -> {
              if (there && chart == null) {
                chart = chart(curves);
              }
            });
    ValidationStrip strip = new ValidationStrip(training.facesProperty());
    show(strip, training.facesProperty().isNotNull());
    VBox all =
        new VBox(
            16,
            choices,
            buttons(idle),
            new VBox(6, bar, status),
            strip,
            curves,
            new TrainDetails(training, () -> folder.get().toString()));
    all.getStyleClass().add("teach-page");
    node = new ScrollPane(all);
    node.setFitToWidth(true);
    node.setId("teach-train");
    node.getStyleClass().add("teach-scroll");
    training.stateProperty().subscribe(this::tell);
    training.readingProperty().subscribe(this::tell);
    training.progressProperty().subscribe(this::tell);
    training.endingProperty().subscribe(this::tell);
  }

  /** A chart takes long to make, longer than a window may stand still. */
  private CompletableFuture<Void> chart(StackPane place) {
    return Lanes.on(studio.lanes().io(), LearningCurves::new)
        .handleAsync(
            (curves, failure) -> {
              if (failure == null) {
                curves.follow(training.marks());
                place.getChildren().add(curves);
              } else {
                failed.accept(failure);
              }
              return null;
            },
            fx);
  }

  private HBox buttons(BooleanBinding idle) {
    Button start = button("train-start", Feather.PLAY, idle);
    start
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Messages.text(
                        !begun.get()
                            ? "train.begin"
                            : ready.get() ? "train.longer" : "train.resume"),
                begun,
                ready));
    start.getStyleClass().add("accent");
    start.setOnAction(e -> start());
    Button anew = button("train-anew", Feather.ROTATE_CCW, idle.and(begun));
    anew.setText(Messages.text("train.anew"));
    anew.setOnAction(e -> startAnew());
    Button pause = button("train-pause", Feather.PAUSE, state(Training.State.RUNNING));
    pause.setText(Messages.text("train.pause"));
    pause.setOnAction(e -> training.pause());
    Button goOn = button("train-go-on", Feather.PLAY, state(Training.State.PAUSED));
    goOn.setText(Messages.text("train.goOn"));
    goOn.setOnAction(e -> training.goOn());
    Button keep =
        button(
            "train-keep-best",
            Feather.CHECK,
            state(Training.State.RUNNING).or(state(Training.State.PAUSED)));
    keep.setText(Messages.text("train.keepBest"));
    keep.setOnAction(e -> training.keepBest());
    HBox row = new HBox(8, start, anew, pause, goOn, keep);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static void show(Node node, BooleanBinding shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  private BooleanBinding state(Training.State state) {
    return training.stateProperty().isEqualTo(state);
  }

  private static Button button(String id, Feather icon, BooleanBinding shown) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    show(button, shown);
    return button;
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
  public void enter(Lesson entered) {
    lesson = entered;
    choices.show(entered.recipe());
    Path own = folder.get();
    if (!own.equals(training.folder())) {
      // another lesson's training, if it is still under way, keeps its checkpoint and ends
      CompletableFuture<Void> unused =
          training.cancel().thenRunAsync(() -> training.turnTo(own), fx);
    }
    tell();
  }

  @Override
  public Lesson leave(Lesson left) {
    return left.withRecipe(choices.chosen());
  }

  /** Ends a training that is under way, its checkpoint kept; done when it has ended. */
  public CompletableFuture<Void> close() {
    return training.cancel();
  }

  private void start() {
    Lesson.Recipe how = choices.chosen();
    Path own = folder.get();
    boolean more = ready.get();
    LessonSplit split = lesson.split();
    CompletableFuture<Void> unused =
        Lanes.on(studio.lanes().io(), () -> more ? LessonTraining.secondsDone(own) : 0)
            .handleAsync(
                (done, failure) -> {
                  if (failure == null) {
                    training.start(order(own, split, how, done));
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }

  private TrainingOrder order(Path own, LessonSplit split, Lesson.Recipe how, double done) {
    boolean personal = how.start() == Lesson.Start.SHIPPED;
    Recipe recipe = personal ? Recipe.PERSONAL : Recipe.GENERAL.forFew();
    TrainingOrder order =
        TrainingOrder.of(
            own,
            split,
            personal ? studio.models().defaultId() : null,
            recipe.withPatience(patience(how.quality())),
            Budget.ofMinutes(how.minutes() + done / 60));
    return LessonTraining.isBegun(own) ? order.goingOn(order.budget()) : order;
  }

  /** Looks at the validation without a better one, after which the training is content. */
  private static int patience(Lesson.Quality quality) {
    return switch (quality) {
      case QUICK -> 5;
      case GOOD -> 15;
      case BEST -> 60;
    };
  }

  private void startAnew() {
    Path own = folder.get();
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(() -> LessonTraining.forget(own), studio.lanes().io())
            .handleAsync(
                (done, failure) -> {
                  tell();
                  if (failure == null) {
                    start();
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }

  private void tell() {
    Training.State state = training.stateProperty().get();
    Path own = folder.get();
    begun.set(LessonTraining.isBegun(own));
    ready.set(state == Training.State.IDLE && LessonTraining.isDone(own));
    Progress progress = training.progressProperty().get();
    Reading reading = training.readingProperty().get();
    bar.setVisible(state != Training.State.IDLE);
    bar.setManaged(state != Training.State.IDLE);
    bar.setProgress(
        switch (state) {
          case IDLE -> 0;
          case READING -> reading == null ? -1 : reading.fraction();
          case RUNNING, PAUSED -> progress == null ? -1 : progress.fraction();
          case ENDING -> -1;
        });
    status.setText(
        switch (state) {
          case IDLE -> idleText();
          case READING -> Messages.text("train.reading", reading == null ? "" : reading.name());
          case RUNNING ->
              progress == null
                  ? Messages.text("train.first")
                  : Messages.text("train.toGo", Durations.text(progress.secondsToGo()));
          case PAUSED -> Messages.text("train.paused");
          case ENDING -> Messages.text("train.ending");
        });
  }

  private String idleText() {
    Ending how = training.endingProperty().get();
    if (how != null) {
      return Messages.text("train.ended." + how);
    }
    if (ready.get()) {
      return Messages.text("train.done");
    }
    return begun.get()
        ? Messages.text("train.begun")
        : Messages.text("train.before", lesson.pairs().size());
  }
}
