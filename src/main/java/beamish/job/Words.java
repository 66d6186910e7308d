package beamish.job;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A sentence, or a part of one, for people: English where it is made, and named by a key, so that
 * the window can say it in its own language.
 *
 * @param key its name in the window's bundles, below {@code said.}
 * @param english a {@link MessageFormat} pattern; the English bundle holds the same
 * @param arguments texts, or words again
 */
public record Words(String key, String english, List<Object> arguments) {

  /** Copies the list. */
  public Words {
    arguments = List.copyOf(arguments);
  }

  /** Words whose arguments, but for other words, are taken as they print. */
  public static Words of(String key, String english, Object... arguments) {
    return new Words(
        key,
        english,
        List.of(arguments).stream().map(a -> a instanceof Words ? a : String.valueOf(a)).toList());
  }

  /** The whole as a text, in the language of the patterns that {@code pattern} gives. */
  public String text(Function<Words, String> pattern) {
    Object[] texts =
        arguments.stream().map(a -> a instanceof Words words ? words.text(pattern) : a).toArray();
    return new MessageFormat(pattern.apply(this), Locale.ROOT).format(texts);
  }

  /** In English. */
  @Override
  public String toString() {
    return text(Words::english);
  }
}
