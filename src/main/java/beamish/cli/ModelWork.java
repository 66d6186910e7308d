package beamish.cli;

import beamish.edit.Studio;
import beamish.job.Cancellation;
import beamish.job.Interruption;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.ToIntFunction;
import picocli.CommandLine;

/** Does a command's work where networks and detectors live, until it is done or Ctrl+C. */
final class ModelWork {

  private ModelWork() {}

  /**
   * Runs {@code work} on the model lane and waits for it.
   *
   * @param work gives the exit code
   * @return the work's exit code, or {@link ExitCode#CANCELLED} once that has been said
   * @throws RuntimeException what the work threw; a {@link Problem} too where memory ran out
   */
  static int run(Studio studio, CommandLine command, ToIntFunction<Cancellation> work) {
    Cancellation cancellation = new Cancellation();
    return Interruption.cancels(
        cancellation,
        () -> {
          try {
            return Lanes.on(studio.lanes().model(), () -> work.applyAsInt(cancellation)).join();
          } catch (CompletionException e) {
            // said here, because the process ends as soon as the interruption sees the work done
            return e.getCause() instanceof CancellationException cancelled
                ? Complaint.tell(cancelled, command)
                : rethrow(e);
          }
        });
  }

  private static int rethrow(CompletionException e) {
    if (e.getCause() instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (e.getCause() instanceof OutOfMemoryError) {
      throw new Problem("out of memory: allow more with BEAMISH_JAVA_OPTS=-Xmx8g", e);
    }
    throw e;
  }
}
