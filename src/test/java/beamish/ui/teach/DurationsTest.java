package beamish.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of the time to go is true to a sixth. */
class DurationsTest {
  @Test
  void aWaitIsRoundedByLittle() {
    Pattern number = Pattern.compile("([\\d.]+) (\\w+)");
    for (double seconds = 55; seconds < 6000; seconds *= 1.013) {
      Matcher m = number.matcher(Durations.text(seconds));
      double said = 0;
      while (m.find()) {
        double unit = m.group(2).startsWith("s") ? 1 : m.group(2).startsWith("h") ? 3600 : 60;
        said += Double.parseDouble(m.group(1)) * unit;
      }
      assertThat(said / seconds).as("%s for %.0f s", m, seconds).isBetween(.83, 1.17);
    }
  }
}
