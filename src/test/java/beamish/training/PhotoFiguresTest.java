package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.training.PhotoFigures.Look;
import beamish.training.PhotoFigures.OnePhoto;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotoFiguresTest {

  /** The finder's widths; the corners go apart as they do, or at every step. */
  private static OnePhoto photo(String name, double sharpness, boolean apart, double... widths) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      double corners = apart ? 1 + .1 * i : widths[i];
      looks.add(new Look(PhotoSurvey.STRENGTHS.get(i), widths[i], corners, sharpness));
    }
    return new OnePhoto(name, true, looks);
  }

  @Test
  void countsWhatWidensAtEveryStep() {
    PhotoFigures figures =
        PhotoFigures.of(
            List.of(
                photo("widens.jpg", 1.1, true, .7, .8, .9, 1, 1.1, 1.2),
                photo("falls-back.jpg", .9, false, .7, .8, .9, 1, .95, 1.2),
                photo("lost.jpg", 1, true, .7, .8, .9, 1, Double.NaN, 1.2),
                new OnePhoto("nobody.jpg", false, List.of())));
    assertThat(figures.found()).isEqualTo(3);
    assertThat(figures.monotone()).isEqualTo(1);
    assertThat(figures.apart()).isEqualTo(2);
    assertThat(figures.sharpness()).isCloseTo(1, within(1e-9));
    assertThat(figures.lines())
        .anyMatch(l -> l.startsWith("widens.jpg") && !l.contains("not monotone"))
        .anyMatch(l -> l.startsWith("falls-back.jpg") && l.contains("not monotone   not"))
        .anyMatch(l -> l.startsWith("lost.jpg") && l.endsWith("  not monotone to the finder"))
        .contains("nobody.jpg: no face found");
  }
}
