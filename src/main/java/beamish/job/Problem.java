package beamish.job;

/**
 * Something a user can understand and mend: a bad file, no face, a full disk. Its message names the
 * thing and the remedy in one line. Bugs are other exceptions.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A problem with the given one-line message.
   *
   * @param message what is wrong with what, and what to do
   */
  public Problem(String message) {
    super(message);
  }

  /** The same with its technical cause, for the log. */
  public Problem(String message, Throwable cause) {
    super(message, cause);
  }
}
