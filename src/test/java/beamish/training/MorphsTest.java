package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorphsTest {
  private static final int N = TrainingPair.SIZE;

  /** A plain picture of one tone with a bright disc where the first point is. */
  private static TrainingPair person(String name, int tone, double x) {
    List<Point> neutral = points(x, .7);
    List<Point> smiling = points(x, .78);
    return new TrainingPair(
        name, drawn(tone, neutral.get(0)), drawn(tone, smiling.get(0)), neutral, smiling);
  }

  private static List<Point> points(double x, double y) {
    return List.of(new Point(x, y), new Point(.3, .3), new Point(.7, .3), new Point(.5, 1));
  }

  private static byte[] drawn(int tone, Point disc) {
    byte[] picture = new byte[3 * N * N];
    for (int i = 0; i < picture.length; i++) {
      double u = TrainingPair.START + TrainingPair.SPAN * (i % N + .5) / N;
      double v = TrainingPair.START + TrainingPair.SPAN * (i / N % N + .5) / N;
      picture[i] = (byte) (Math.hypot(u - disc.x(), v - disc.y()) < .06 ? tone + 60 : tone);
    }
    return picture;
  }

  /** Where the brightest part's middle lies, crop space. */
  private static Point disc(byte[] picture, int tone) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int i = 0; i < N * N; i++) {
      int row = i / N;
      if ((picture[i] & 0xff) > tone + 30) {
        x += TrainingPair.START + TrainingPair.SPAN * (i % N + .5) / N;
        y += TrainingPair.START + TrainingPair.SPAN * (row + .5) / N;
        n++;
      }
    }
    return new Point(x / n, y / n);
  }

  @Test
  void aMorphLiesHalfWayInShapeAndTone() {
    List<TrainingPair> people =
        List.of(person("a", 60, .44), person("b", 80, .5), person("c", 180, .5));
    List<TrainingPair> morphs = Morphs.of(people);
    assertThat(morphs).extracting(TrainingPair::name).contains("a+b", "b+a", "c+b");
    TrainingPair morph =
        morphs.stream().filter(m -> m.name().equals("a+b")).findFirst().orElseThrow();
    assertThat(morph.neutral()[5 * N + 5] & 0xff).isCloseTo(70, within(1));
    Point neutral = disc(morph.neutral(), 70);
    Point smiling = disc(morph.smiling(), 70);
    assertThat(neutral.distanceTo(new Point(.47, .7))).isLessThan(.006);
    assertThat(smiling.distanceTo(new Point(.47, .78))).isLessThan(.006);
    assertThat(morph.neutralPoints().get(0).distanceTo(new Point(.47, .7))).isLessThan(1e-9);
  }

  @Test
  void theLikeliestPartnersComeFirst() {
    List<TrainingPair> people = new ArrayList<>();
    for (int tone = 40; tone <= 180; tone += 20) {
      people.add(person("t" + tone, tone, .5));
    }
    assertThat(Morphs.of(people))
        .extracting(TrainingPair::name)
        .contains("t40+t60", "t40+t80", "t100+t80", "t100+t120")
        .doesNotContain("t40+t180", "t40+t100");
  }

  @Test
  void withoutPointsOrPeopleThereAreNone() {
    TrainingPair known = person("a", 60, .44);
    TrainingPair unknown =
        new TrainingPair("d", known.neutral(), known.smiling(), List.of(), List.of());
    assertThat(Morphs.of(List.of(known, known))).isEmpty();
    assertThat(Morphs.of(List.of(unknown, unknown, unknown, unknown))).isEmpty();
  }
}
