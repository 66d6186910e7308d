package beamish.cli;

import beamish.edit.Studio;
import beamish.job.Cancellation;
import beamish.job.Interruption;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Does a command's work where networks and detectors live, until it is done or Ctrl+C. */
final class ModelWork {

  private ModelWork() {}

  /**
   * Runs {@code work} on the model lane and waits for it.
   *
   * @throws RuntimeException what the work threw; a {@link Problem} too where memory ran out
   */
  static <T> T run(Studio studio, Function<Cancellation, T> work) {
    Cancellation cancellation = new Cancellation();
    try {
      return Interruption.cancels(
          cancellation,
          () -> Lanes.on(studio.lanes().model(), () -> work.apply(cancellation)).join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new Problem("out of memory: allow more with BEAMISH_JAVA_OPTS=-Xmx8g", e);
      }
      throw e;
    }
  }
}
