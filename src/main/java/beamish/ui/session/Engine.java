package beamish.ui.session;

import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.job.Lanes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns the window's face finder and expression model: opens each once, on the model lane, and
 * closes both there.
 */
public final class Engine {
  private final Executor lane;
  private final Supplier<FaceFinder> finders;
  private final Supplier<ExpressionModel> models;
  private @Nullable FaceFinder finder;
  private @Nullable ExpressionModel model;
  private boolean closed;

  /** An engine that opens nothing yet. */
  public Engine(Executor lane, Supplier<FaceFinder> finders, Supplier<ExpressionModel> models) {
    this.lane = lane;
    this.finders = finders;
    this.models = models;
  }

  /** Where the finder and the model work. */
  public Executor lane() {
    return lane;
  }

  /**
   * The face finder. On the model lane.
   *
   * @throws beamish.job.Problem if it cannot be opened
   */
  public FaceFinder finder() {
    refuseIfClosed();
    FaceFinder known = finder;
    if (known == null) {
      known = finders.get();
      finder = known;
    }
    return known;
  }

  /**
   * The expression model. On the model lane.
   *
   * @throws beamish.job.Problem if it cannot be opened
   */
  public ExpressionModel model() {
    refuseIfClosed();
    ExpressionModel known = model;
    if (known == null) {
      known = models.get();
      model = known;
    }
    return known;
  }

  /**
   * Works with another model from here on; photos that are open keep the one that read them. On the
   * model lane.
   *
   * @throws beamish.job.Problem if it cannot be opened; all is then as it was
   */
  public void use(Supplier<ExpressionModel> other) {
    refuseIfClosed();
    ExpressionModel next = other.get();
    if (model != null) {
      model.close();
    }
    model = next;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new CancellationException("the window is closed");
    }
  }

  /** Opens both ahead of the first photo; a failure shows when a photo needs them. */
  public void warmUp() {
    CompletableFuture<Void> unused =
        Lanes.on(
            lane,
            () -> {
              finder();
              model();
              return null;
            });
  }

  /** Closes both once what is queued has run; any thread. */
  public CompletableFuture<Void> close() {
    return CompletableFuture.runAsync(
        () -> {
          closed = true;
          if (finder != null) {
            finder.close();
            finder = null;
          }
          if (model != null) {
            model.close();
            model = null;
          }
        },
        lane);
  }
}
