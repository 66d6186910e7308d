package beamish.ui.text;

import beamish.job.Problem;
import beamish.job.Words;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The window's texts, from {@code messages.properties}. */
public final class Messages {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("beamish.ui.messages");

  private Messages() {}

  /**
   * A text with its {@code {0}} … replaced.
   *
   * @throws java.util.MissingResourceException if there is no such text
   */
  public static String text(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, BUNDLE.getLocale()).format(arguments);
  }

  /** Whether there is a text of that key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /** What the layers below say, in the window's language. */
  public static String of(Words words) {
    return words.text(each -> BUNDLE.getString("said." + each.key()));
  }

  /** A problem in the window's language; in English where it has no other. */
  public static String of(Problem problem) {
    Words words = problem.words();
    return words == null ? String.valueOf(problem.getMessage()) : of(words);
  }
}
