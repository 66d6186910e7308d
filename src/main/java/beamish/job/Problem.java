package beamish.job;

import org.jspecify.annotations.Nullable;

/**
 * Something a user can understand and mend: a bad file, no face, a full disk. Its message names the
 * thing and the remedy in one line. Bugs are other exceptions.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Words words;

  /**
   * A problem with the given one-line message.
   *
   * @param message what is wrong with what, and what to do
   */
  public Problem(String message) {
    super(message);
    words = null;
  }

  /** The same with its technical cause, for the log. */
  public Problem(String message, Throwable cause) {
    super(message, cause);
    words = null;
  }

  /** A problem that a user of the window can meet, who reads it in the window's language. */
  public Problem(Words words) {
    super(words.toString());
    this.words = words;
  }

  /** The same with its technical cause, for the log. */
  public Problem(Words words, Throwable cause) {
    super(words.toString(), cause);
    this.words = words;
  }

  /** The message for other languages; null where there is only the English one. */
  public @Nullable Words words() {
    return words;
  }
}
