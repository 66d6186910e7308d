package beamish.codec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How exported files are called: text with <code>{name}</code> (the photo's name without its
 * ending), <code>{strength}</code> (such as 0.5) and <code>{n}</code> (the photo's number from 1).
 * A pattern that could leave its folder, or that some file system refuses, cannot be made.
 *
 * @param text without an ending: the format gives it
 */
public record NamePattern(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  /** What Windows and others refuse in a file name, and the slash that would leave the folder. */
  private static final Pattern UNSAFE = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");

  /** What a new user is offered: a name beside the photo's that says what it is. */
  public static final NamePattern STANDARD = new NamePattern("{name}-smile");

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException with a line that says what is wrong with it
   */
  public NamePattern {
    String example = fill(text, "photo", "1", "1");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name pattern must not be empty");
    }
    if (UNSAFE.matcher(text).find()) {
      throw new IllegalArgumentException(
          "the name pattern '" + text + "' must be free of / \\ : * ? \" < > |");
    }
    if (example.contains("{") || example.contains("}")) {
      throw new IllegalArgumentException(
          "the name pattern '" + text + "' may hold {name}, {strength} and {n} only");
    }
    if (text.startsWith(".") || !text.equals(text.strip()) || text.endsWith(".")) {
      throw new IllegalArgumentException(
          "the name pattern '" + text + "' must not begin with a dot, nor end with one or a space");
    }
  }

  /**
   * The name that a photo's export gets.
   *
   * @param number of the photo among those exported, from 1
   */
  public String fileName(Path photo, double strength, int number, PhotoFormat format) {
    String name = String.valueOf(photo.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return fill(text, stem, plain(strength), String.valueOf(number)) + "." + format.extension();
  }

  /** The same file name with " (2)", " (3)" … before its ending; itself for 1. */
  public static String numbered(String fileName, int copy) {
    int dot = fileName.lastIndexOf('.');
    return copy == 1
        ? fileName
        : fileName.substring(0, dot) + " (" + copy + ")" + fileName.substring(dot);
  }

  private static String plain(double strength) {
    String text = String.format(Locale.ROOT, "%.2f", strength);
    return text.replaceFirst("\\.?0+$", "");
  }

  private static String fill(String text, String name, String strength, String number) {
    return PLACE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group(1)) {
                      case "name" -> name;
                      case "strength" -> strength;
                      case "n" -> number;
                      default -> found.group();
                    }));
  }
}
