package beamish.ui.session;

import beamish.job.Problem;
import beamish.ui.text.Messages;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where the window hears of failures: a {@link Problem} becomes a message, anything
 * else is a bug, logged once with an apology. A cancellation was asked for and says nothing.
 */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private final Notices notices;

  /** Failures that show as {@code notices}. */
  public Failures(Notices notices) {
    this.notices = notices;
  }

  /** Takes note of a failure. On the FX thread. */
  public void report(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof CancellationException) {
      return;
    }
    if (cause instanceof Problem problem) {
      notices.show(Notices.Kind.PROBLEM, Messages.of(problem));
      return;
    }
    LOG.error("Unexpected failure in the window", cause);
    notices.show(
        Notices.Kind.PROBLEM,
        Messages.text(cause instanceof OutOfMemoryError ? "failure.memory" : "failure.unexpected"));
  }
}
