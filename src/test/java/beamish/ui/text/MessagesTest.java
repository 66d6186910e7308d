package beamish.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says everything, and the code asks for nothing else. */
class MessagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/beamish/ui");
  private static final Path CODE = Path.of("src/main/java/beamish");

  private static Properties bundle(String file) throws IOException {
    Properties bundle = new Properties();
    try (var in = Files.newBufferedReader(BUNDLES.resolve(file), StandardCharsets.UTF_8)) {
      bundle.load(in);
    }
    return bundle;
  }

  private static Set<String> keys(Properties bundle) {
    return new TreeSet<>(bundle.stringPropertyNames());
  }

  @Test
  void germanSaysAllThatEnglishSays() throws IOException {
    assertThat(keys(bundle("messages_de.properties")))
        .isEqualTo(keys(bundle("messages.properties")));
  }

  @Test
  void bothTakeTheSameArguments() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");
    for (String key : keys(english)) {
      assertThat(arguments(german.getProperty(key, "")))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  private static Set<String> arguments(String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher m = Pattern.compile("\\{([a-z0-9]+)").matcher(pattern);
    while (m.find()) {
      found.add(m.group(1));
    }
    return found;
  }

  @Test
  void everyPatternWithArgumentsCanBeFilled() throws IOException {
    for (String file : List.of("messages.properties", "messages_de.properties")) {
      Properties bundle = bundle(file);
      for (String key : keys(bundle)) {
        String text = bundle.getProperty(key);
        if (text.contains("{0}") || text.contains("{0,")) {
          assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4, 5}))
              .as(key)
              .doesNotContain("{0");
        }
      }
    }
  }

  /** Keys that are put together at run time are known by what they begin with. */
  @Test
  void theCodeAsksOnlyForWhatIsThere() throws IOException {
    Set<String> known = keys(bundle("messages.properties"));
    List<String> missing = new ArrayList<>();
    int asked = 0;
    for (Path file : sources()) {
      Matcher m =
          Pattern.compile("Messages\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*([+,)])")
              .matcher(Files.readString(file));
      while (m.find()) {
        asked++;
        String key = m.group(1);
        boolean there =
            m.group(2).equals("+")
                ? known.stream().anyMatch(k -> k.startsWith(key))
                : known.contains(key);
        if (!there) {
          missing.add(file + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(asked).isGreaterThan(40);
  }

  @Test
  void nothingIsSaidThatNobodyAsksFor() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path file : sources()) {
      code.append(Files.readString(file));
    }
    List<String> unused = new ArrayList<>();
    for (String key : keys(bundle("messages.properties"))) {
      boolean used = code.indexOf('"' + key + '"') >= 0;
      // or put together from a beginning and names
      for (int dot = key.indexOf('.'); dot > 0 && !used; dot = key.indexOf('.', dot + 1)) {
        used =
            code.indexOf('"' + key.substring(0, dot + 1) + '"') >= 0
                || code.indexOf('"' + key.substring(0, dot) + '"') >= 0;
      }
      if (!used) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(CODE)) {
      return all.filter(p -> p.toString().endsWith(".java")).toList();
    }
  }
}
