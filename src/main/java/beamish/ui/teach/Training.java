package beamish.ui.teach;

import beamish.edit.Studio;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.LatestOnly;
import beamish.training.lesson.LessonTraining;
import beamish.training.lesson.TrainingControl;
import beamish.training.lesson.TrainingEvent;
import beamish.training.lesson.TrainingEvent.Ending;
import beamish.training.lesson.TrainingOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The one training that may be under way, on its own lane: what it tells, and how to hold it. It
 * goes on while other windows are used. On the FX thread.
 */
final class Training {

  /** What it is doing. */
  enum State {
    /** Nothing, or no more. */
    IDLE,
    /** Photos are being read. */
    READING,
    RUNNING,
    PAUSED,
    /** It was asked to end, and makes a model of the best. */
    ENDING
  }

  private final LessonTraining trainer;
  private final Executor lane;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<TrainingEvent.@Nullable Reading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<TrainingEvent.@Nullable Prepared> prepared =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<TrainingEvent.@Nullable Progress> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<TrainingEvent.@Nullable Faces> faces =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Ending> ending = new ReadOnlyObjectWrapper<>();
  private final ObservableList<TrainingEvent.Mark> marks = FXCollections.observableArrayList();
  private TrainingControl control = new TrainingControl();
  private Cancellation cancellation = new Cancellation();
  private CompletableFuture<Void> end = CompletableFuture.completedFuture(null);
  private @Nullable Path folder;

  /**
   * Nothing under way.
   *
   * @param others photos of faces to rehearse
   * @param failed is told on {@code fx} why a training failed
   */
  Training(Studio studio, List<Path> others, Executor fx, Consumer<Throwable> failed) {
    this.trainer =
        new LessonTraining(
            p -> studio.reader().read(p).pixels(), studio.finders(), studio.models(), others);
    this.lane = studio.lanes().training();
    this.fx = fx;
    this.failed = failed;
  }

  /** Begins, or goes on where the order says so; not while another is under way. */
  void start(TrainingOrder order) {
    if (state.get() != State.IDLE) {
      return;
    }
    TrainingControl own = new TrainingControl();
    Cancellation stop = new Cancellation();
    control = own;
    cancellation = stop;
    clear(order.folder());
    state.set(State.READING);
    LatestOnly<TrainingEvent.Progress> steps = new LatestOnly<>(fx, progress::set);
    end =
        Lanes.on(
                lane,
                () ->
                    trainer.run(
                        order,
                        own,
                        stop,
                        event -> {
                          if (event instanceof TrainingEvent.Progress p) {
                            steps.post(p);
                          } else {
                            fx.execute(() -> take(event));
                          }
                        }))
            .handleAsync(
                (how, failure) -> {
                  state.set(State.IDLE);
                  if (failure == null) {
                    ending.set(how);
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }

  private void clear(Path next) {
    folder = next;
    ending.set(null);
    reading.set(null);
    prepared.set(null);
    progress.set(null);
    faces.set(null);
    marks.clear();
  }

  private void take(TrainingEvent event) {
    if (event instanceof TrainingEvent.Reading r) {
      reading.set(r);
    } else if (event instanceof TrainingEvent.Prepared p) {
      prepared.set(p);
      marks.setAll(p.marks());
      state.set(State.RUNNING);
    } else if (event instanceof TrainingEvent.Validated v) {
      marks.add(v.mark());
    } else if (event instanceof TrainingEvent.Faces f) {
      faces.set(f);
    } else if (event instanceof TrainingEvent.Paused) {
      state.set(State.PAUSED);
    } else if (event instanceof TrainingEvent.GoneOn) {
      state.set(State.RUNNING);
    } else if (event instanceof TrainingEvent.Ended) {
      state.set(State.ENDING);
    }
  }

  /** Shows what lies in another folder, where nothing is under way. */
  void turnTo(Path other) {
    if (state.get() == State.IDLE && !other.equals(folder)) {
      clear(other);
    }
  }

  /** Where it trains, or trained last; null before the first. */
  @Nullable Path folder() {
    return folder;
  }

  void pause() {
    control.pause();
  }

  void goOn() {
    control.goOn();
  }

  /** Ends it; the best so far becomes the model. */
  void keepBest() {
    control.stop();
  }

  /** Stops it with a checkpoint and no model; done when it has stopped. */
  CompletableFuture<Void> cancel() {
    cancellation.cancel();
    return end;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TrainingEvent.@Nullable Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TrainingEvent.@Nullable Prepared> preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TrainingEvent.@Nullable Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TrainingEvent.@Nullable Faces> facesProperty() {
    return faces.getReadOnlyProperty();
  }

  /** How the last one ended; null while it is under way or after a failure. */
  ReadOnlyObjectProperty<@Nullable Ending> endingProperty() {
    return ending.getReadOnlyProperty();
  }

  /** The curves' points, in order. */
  ObservableList<TrainingEvent.Mark> marks() {
    return marks;
  }
}
