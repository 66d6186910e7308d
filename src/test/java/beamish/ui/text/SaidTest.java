package beamish.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.job.Problem;
import beamish.job.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the layers below the window say, in the window's languages. */
class SaidTest {
  private static final Path BUNDLES = Path.of("src/main/resources/beamish/ui");
  private static final String PREFIX = "said.";
  private static final Pattern WORDS =
      Pattern.compile(
          "Words\\s*\\.of\\(\\s*\"([^\"]+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static Map<String, String> said(String bundle) throws IOException {
    Properties all = new Properties();
    try (var in = Files.newBufferedReader(BUNDLES.resolve(bundle), StandardCharsets.UTF_8)) {
      all.load(in);
    }
    Map<String, String> said = new TreeMap<>();
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        said.put(key.substring(PREFIX.length()), all.getProperty(key));
      }
    }
    return said;
  }

  /** Each key in the code and the English that stands with it. */
  private static Map<String, String> inTheCode() throws IOException {
    Map<String, String> said = new TreeMap<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/beamish"))) {
      for (Path file : all.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher words = WORDS.matcher(read(file));
        while (words.find()) {
          String english =
              STRING
                  .matcher(words.group(2))
                  .results()
                  .map(part -> part.group(1))
                  .collect(Collectors.joining());
          String before = said.put(words.group(1), english);
          assertThat(before == null ? english : before).as(words.group(1)).isEqualTo(english);
        }
      }
    }
    return said;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theEnglishBundleSaysWhatTheCodeSays() throws IOException {
    assertThat(inTheCode()).hasSizeGreaterThan(50).isEqualTo(said("messages.properties"));
  }

  @Test
  void theGermanBundleHasAWordForEach() throws IOException {
    Map<String, String> german = said("messages_de.properties");
    assertThat(german.keySet()).isEqualTo(inTheCode().keySet());
    assertThat(german.values()).noneMatch(String::isBlank);
    long same =
        said("messages.properties").entrySet().stream()
            .filter(e -> e.getValue().equals(german.get(e.getKey())))
            .count();
    assertThat(same).isZero();
  }

  private static String inGerman(Words words) {
    ResourceBundle german = ResourceBundle.getBundle("beamish.ui.messages", Locale.GERMAN);
    return words.text(each -> german.getString(PREFIX + each.key()));
  }

  @Test
  void aProblemIsEnglishBelowAndGermanInAGermanWindow(@TempDir Path folder) throws IOException {
    Path gif = Files.writeString(folder.resolve("it's {0}.jpg"), "GIF89a and more than that");
    Problem problem = problemOf(gif);
    assertThat(problem)
        .hasMessage(
            gif + " is a GIF picture, which Beamish cannot read: export it as JPEG or TIFF first");
    assertThat(inGerman(Objects.requireNonNull(problem.words())))
        .isEqualTo(
            gif
                + " ist ein GIF-Bild, und das kann Beamish nicht lesen: zuerst als JPEG oder TIFF"
                + " exportieren");
    Problem missing = problemOf(folder.resolve("none.jpg"));
    assertThat(inGerman(Objects.requireNonNull(missing.words()))).contains("gibt es nicht");
    assertThat(Messages.of(new Problem("only English"))).isEqualTo("only English");
  }

  private static Problem problemOf(Path file) {
    try {
      new PhotoReader().read(file);
    } catch (Problem e) {
      return e;
    }
    throw new AssertionError("it was read");
  }
}
