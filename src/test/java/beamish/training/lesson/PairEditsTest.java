package beamish.training.lesson;

import static beamish.training.lesson.Seen.face;
import static beamish.training.lesson.Seen.pair;
import static beamish.training.lesson.Seen.photo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairEditsTest {
  private static final FoundPair AB = pair("a", "b");
  private static final FoundPair CD = pair("c", "d");
  private static final Lesson LESSON =
      Lesson.EMPTY
          .withPhotos(
              List.of(
                  photo("a"),
                  photo("b"),
                  photo("c"),
                  photo("d"),
                  photo("e", face(0, .3)),
                  photo("f", face(0, .1), face(0, .5))))
          .withFound(List.of(AB, CD));

  private static String text(Lesson lesson) {
    StringBuilder text = new StringBuilder();
    lesson.found().forEach(p -> text.append(p.neutral()).append(p.smiling()).append(' '));
    lesson.loose().forEach(p -> text.append(p.file()));
    return text.toString();
  }

  @Test
  void aLoosePhotoTakesThePlaceOfAPairsPhoto() {
    assertThat(text(PairEdits.put(LESSON, Path.of("e"), AB, true))).isEqualTo("ae cd bf");
    assertThat(text(PairEdits.put(LESSON, Path.of("e"), CD, false))).isEqualTo("ab ed cf");
  }

  @Test
  void photosOfTwoPairsChangePlaces() {
    assertThat(text(PairEdits.put(LESSON, Path.of("d"), AB, true))).isEqualTo("ad cb ef");
    assertThat(text(PairEdits.put(LESSON, Path.of("d"), AB, false))).isEqualTo("db ca ef");
  }

  @Test
  void withinAPairThePhotosAreSwapped() {
    assertThat(text(PairEdits.put(LESSON, Path.of("a"), AB, true))).isEqualTo("ba cd ef");
    assertThat(text(PairEdits.put(LESSON, Path.of("a"), AB, false))).isEqualTo("ab cd ef");
    assertThat(text(PairEdits.swap(LESSON, CD))).isEqualTo("ab dc ef");
  }

  @Test
  void twoPhotosBecomeAPairTheCalmerOneFirst() {
    assertThat(text(PairEdits.join(LESSON, Path.of("e"), Path.of("f")))).isEqualTo("fe ab cd ");
    assertThat(text(PairEdits.join(LESSON, Path.of("a"), Path.of("f")))).isEqualTo("fa cd be");
    assertThat(text(PairEdits.join(LESSON, Path.of("e"), Path.of("e")))).isEqualTo("ab cd ef");
    Lesson other = PairEdits.chooseFace(LESSON, Path.of("f"), 1, Path.of("cut.png"));
    assertThat(text(PairEdits.join(other, Path.of("e"), Path.of("f")))).isEqualTo("ef ab cd ");
    assertThat(other.loose())
        .extracting(SeenPhoto::toLearnFrom)
        .containsExactly(Path.of("e"), Path.of("cut.png"));
  }

  @Test
  void pairsAreTakenApartAndPhotosForgotten() {
    assertThat(text(PairEdits.takeApart(LESSON, AB))).isEqualTo("cd abef");
    assertThat(text(PairEdits.takeOut(LESSON, Path.of("d")))).isEqualTo("ab cdef");
    assertThat(text(PairEdits.forget(LESSON, List.of(Path.of("a"), Path.of("f")))))
        .isEqualTo("cd be");
  }

  @Test
  void aDecisionIsKeptAndTakenBack() {
    Lesson decided = PairEdits.decide(LESSON, AB, false);
    assertThat(decided.found().get(0).overrule()).isFalse();
    FoundPair pair = decided.found().get(0);
    assertThat(PairEdits.decide(decided, pair, null)).isEqualTo(LESSON);
  }
}
