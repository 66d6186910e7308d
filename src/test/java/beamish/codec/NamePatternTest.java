package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "{name}-smile, a.b-smile.jpg",
    "{name}, a.b.jpg",
    "{n}_{name} {strength}, 7_a.b -0.5.jpg",
    "holiday {n}, holiday 7.jpg",
  })
  void placesAreFilled(String pattern, String name) {
    NamePattern names = new NamePattern(pattern);
    assertThat(names.fileName(Path.of("x/a.b.PNG"), -.5, 7, PhotoFormat.JPEG)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0", "1.5, 1.5", "-0.25, -0.25", "0.1, 0.1", "10, 10"})
  void strengthsAreShort(double strength, String text) {
    assertThat(new NamePattern("{strength}").fileName(Path.of("a"), strength, 1, PhotoFormat.PNG))
        .isEqualTo(text + ".png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "../{name}",
        "a/b",
        "a\\b",
        "{nmae}",
        "{name",
        "name}",
        "{}",
        ".{name}",
        "a\n",
        "{name} ",
        "{name}.",
        "a:b",
        "a?"
      })
  void unsafePatternsAreRefused(String pattern) {
    assertThatThrownBy(() -> new NamePattern(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name pattern");
  }

  @Test
  void namesThatHoldBracesAndDollarsAreTakenAsTheyAre() {
    assertThat(NamePattern.STANDARD.fileName(Path.of("$1{n}\\.jpg"), 1, 2, PhotoFormat.WEBP))
        .isEqualTo("$1{n}\\-smile.webp");
  }

  @Test
  void copiesAreNumberedBeforeTheEnding() {
    assertThat(NamePattern.numbered("a.b.jpg", 1)).isEqualTo("a.b.jpg");
    assertThat(NamePattern.numbered("a.b.jpg", 2)).isEqualTo("a.b (2).jpg");
  }
}
