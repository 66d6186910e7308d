package beamish.ui.text;

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
}
