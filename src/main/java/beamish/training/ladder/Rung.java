package beamish.training.ladder;

import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.job.Cancellation;
import beamish.training.EditSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One line of the ladder's table.
 *
 * @param name its name, and that of its folder
 * @param what what it is, in a few words
 * @param fault the fault it is known for
 * @param climb trains it
 */
public record Rung(String name, String what, String fault, Climb climb) {

  /** Trains a rung. */
  @FunctionalInterface
  public interface Climb {

    /**
     * Trains in a folder, going on from what lies there, until the budget is spent.
     *
     * @param minutes the whole budget, earlier runs included
     * @return what it came to
     */
    Trained train(Path folder, double minutes, Cancellation cancellation, Consumer<String> say)
        throws IOException;
  }

  /**
   * A trained rung.
   *
   * @param parameters how many numbers it learned
   * @param seconds it was trained
   * @param photos it saw meanwhile
   * @param repairs whether it learned to fill holes
   * @param note what else is worth a word; may be empty
   * @param opener opens it, to be closed by the caller
   */
  public record Trained(
      long parameters, double seconds, long photos, boolean repairs, String note, Opener opener) {}

  /** Something to be judged, and what there is to close after. */
  public record Opened(EditSource source, AutoCloseable closing) implements AutoCloseable {

    @Override
    public void close() {
      try {
        closing.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Opens a trained rung. */
  @FunctionalInterface
  public interface Opener {

    /** On the model lane. */
    Opened open();

    /**
     * A published model.
     *
     * @param id its id or its folder
     */
    static Opener of(ModelStore store, String name, String id) {
      return () -> {
        ExpressionModel model = store.open(id);
        return new Opened(EditSource.of(name, model), model);
      };
    }

    /** A rule without a network. */
    static Opener of(EditSource rule) {
      return () -> new Opened(rule, () -> {});
    }
  }
}
