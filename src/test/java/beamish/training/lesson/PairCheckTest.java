package beamish.training.lesson;

import static beamish.training.lesson.Seen.face;
import static beamish.training.lesson.Seen.pair;
import static beamish.training.lesson.Seen.photo;
import static org.assertj.core.api.Assertions.assertThat;

import beamish.training.lesson.Verdict.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairCheckTest {
  private static final SeenPhoto CALM = photo("calm.jpg", face(0, 0));
  private static final SeenPhoto SMILING = photo("smiling.jpg", face(0, .2));

  private static final Path CUT = Path.of("cut.png");

  private static Verdict verdict(SeenPhoto neutral, SeenPhoto smiling) {
    return PairCheck.of(
            List.of(pair(neutral.file().toString(), smiling.file().toString())),
            List.of(neutral, smiling))
        .get(0);
  }

  private static SeenPhoto other(SeenFace... faces) {
    return photo("other.jpg", faces);
  }

  @Test
  void aGoodPairIsGood() {
    assertThat(verdict(CALM, SMILING).reason()).isEqualTo(Reason.GOOD);
  }

  @Test
  void tellsWhatIsWrongAndWithWhichPhoto() {
    SeenPhoto broken =
        new SeenPhoto(Path.of("other.jpg"), 1, null, List.of(), -1, null, "other.jpg is empty");
    assertOther(broken, Reason.UNREADABLE);
    assertOther(other(), Reason.NO_FACE);
    assertOther(other(face(0, .2), face(1, .2)), Reason.SEVERAL_FACES);
    assertOther(other(face(0, .2, .5, 39, 0, .6)), Reason.TOO_SMALL);
    assertOther(other(face(0, .2, .5, 100, 0, .35)), Reason.BLURRED);
    assertOther(other(face(0, .2, .5, 100, -25, .6)), Reason.TURNED);
    assertThat(verdict(CALM, other(face(1, .2))).reason()).isEqualTo(Reason.DIFFERENT_PEOPLE);
    assertThat(verdict(CALM, other(face(0, .01))).reason()).isEqualTo(Reason.SAME_SMILE);
    assertThat(verdict(SMILING, CALM).reason()).isEqualTo(Reason.WRONG_WAY);
  }

  private static void assertOther(SeenPhoto bad, Reason reason) {
    Verdict verdict = verdict(CALM, bad);
    assertThat(verdict.reason()).isEqualTo(reason);
    assertThat(verdict.photo()).isEqualTo(bad.file());
  }

  @Test
  void aSmallFaceBehindAndAChosenOneRaiseNoQuestion() {
    SeenFace small = face(1, .2, .5, 45, 0, .6);
    assertThat(verdict(CALM, other(small, face(0, .2))).reason()).isEqualTo(Reason.GOOD);
    SeenPhoto two = other(face(1, .2), face(0, .2));
    assertThat(verdict(CALM, two.withChosen(1, CUT)).reason()).isEqualTo(Reason.GOOD);
    assertThat(verdict(CALM, two.withChosen(0, CUT)).reason()).isEqualTo(Reason.DIFFERENT_PEOPLE);
  }

  @Test
  void ofTwoPairsAlikeTheFirstUsedOneIsGood() {
    SeenPhoto calm2 = photo("calm2.jpg", face(0, .005));
    SeenPhoto smiling2 = photo("smiling2.jpg", face(0, .205));
    SeenPhoto calm3 = photo("calm3.jpg", face(0, 0, .55, 100, 0, .6));
    SeenPhoto smiling3 = photo("smiling3.jpg", face(0, .2, .55, 100, 0, .6));
    List<SeenPhoto> photos = List.of(CALM, SMILING, calm2, smiling2, calm3, smiling3);
    FoundPair first = pair("calm.jpg", "smiling.jpg");
    List<FoundPair> pairs =
        List.of(first, pair("calm2.jpg", "smiling2.jpg"), pair("calm3.jpg", "smiling3.jpg"));
    assertThat(PairCheck.of(pairs, photos).stream().map(Verdict::reason))
        .containsExactly(Reason.GOOD, Reason.DUPLICATE, Reason.GOOD);
    List<FoundPair> without = new ArrayList<>(pairs);
    without.set(0, first.overruled(false));
    assertThat(PairCheck.of(without, photos).get(1).reason()).isEqualTo(Reason.GOOD);
  }

  @Test
  void aLessonTrainsOnWhatIsGoodOrLetThrough() {
    SeenPhoto soft = photo("soft.jpg", face(0, .2, .5, 100, 0, .3));
    SeenPhoto calm2 = photo("calm2.jpg", face(0, 0, .3, 100, 0, .6));
    SeenPhoto nobody = photo("nobody.jpg");
    SeenPhoto loose = photo("loose.jpg", face(0, .05));
    FoundPair blurred = pair("calm2.jpg", "soft.jpg");
    Lesson lesson =
        Lesson.EMPTY
            .withPhotos(List.of(CALM, SMILING, calm2, soft, nobody, loose))
            .withFound(List.of(pair("calm.jpg", "smiling.jpg"), blurred));
    assertThat(lesson.pairs().stream().map(LessonPair::neutral))
        .containsExactly(Path.of("calm.jpg"));
    assertThat(lesson.lone())
        .containsExactly(new LonePhoto(Path.of("loose.jpg"), false, lesson.pairs().get(0).group()));
    Lesson all =
        lesson.withFound(
            List.of(
                pair("calm.jpg", "smiling.jpg").overruled(false),
                blurred.overruled(true),
                pair("nobody.jpg", "loose.jpg").overruled(true)));
    assertThat(all.pairs().stream().map(LessonPair::smiling)).containsExactly(Path.of("soft.jpg"));
  }
}
