package beamish.ui.session;

import beamish.job.Cancellation;
import beamish.job.LatestOnly;
import beamish.job.Progress;
import beamish.job.Words;
import beamish.ui.text.Messages;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One kind of work that may take long: what it is doing, how far it is, and how to stop it. */
public final class Work {
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private @Nullable Cancellation current;

  /**
   * Nothing under way yet.
   *
   * @param fx where the properties live
   * @param failed is told on {@code fx} why work failed, a cancellation too
   */
  public Work(Executor fx, Consumer<Throwable> failed) {
    this.fx = fx;
    this.failed = failed;
  }

  /** Whether something is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What is under way. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The step it is at. */
  public ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** How far it is, 0 … 1, or negative where it cannot be known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /**
   * Starts work in place of what is under way. On the FX thread.
   *
   * @param job starts it on its lanes and returns its result to come
   * @param done takes the result on the FX thread
   */
  public <T> void start(
      String what, BiFunction<Cancellation, Progress, CompletableFuture<T>> job, Consumer<T> done) {
    cancel();
    Cancellation cancellation = new Cancellation();
    current = cancellation;
    title.set(what);
    step.set("");
    fraction.set(-1);
    running.set(true);
    LatestOnly<Report> reports =
        new LatestOnly<>(
            fx,
            report -> {
              if (current == cancellation) {
                fraction.set(report.fraction);
                step.set(report.what);
              }
            });
    CompletableFuture<Void> unused =
        job.apply(cancellation, told(reports))
            .handleAsync(
                (result, failure) -> {
                  if (current == cancellation) {
                    current = null;
                    running.set(false);
                  }
                  if (failure == null) {
                    done.accept(result);
                  } else {
                    failed.accept(failure);
                  }
                  return null;
                },
                fx);
  }

  private record Report(double fraction, String what) {}

  private static Progress told(LatestOnly<Report> reports) {
    return new Progress() {
      @Override
      public void report(double fraction, String what) {
        reports.post(new Report(fraction, what));
      }

      @Override
      public void report(double fraction, Words what) {
        report(fraction, Messages.of(what));
      }
    };
  }

  /** Asks what is under way to stop, and no longer shows it. On the FX thread. */
  public void cancel() {
    if (current != null) {
      current.cancel();
      current = null;
      running.set(false);
    }
  }
}
