package beamish.training.lesson;

import static beamish.training.lesson.Seen.face;
import static beamish.training.lesson.Seen.pair;
import static beamish.training.lesson.Seen.photo;
import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.fake.FakeFinder;
import beamish.fake.FakeModel;
import beamish.fake.Pictures;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.training.TrainingPair;
import beamish.training.TrainingSet.Rebuilt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Photos without a counterpart: which are learned from, and how. */
class LonePhotosTest {
  private static final DetectedFace FACE = FakeFinder.face(100, 70, 40);

  private static final Lesson TWO_PEOPLE =
      Lesson.EMPTY
          .withPhotos(
              List.of(
                  photo("a1", face(0, 0)),
                  photo("a2", face(0, .2)),
                  photo("b1", face(1, .1)),
                  photo("b2", face(1, .3))))
          .withFound(List.of(pair("a1", "a2"), pair("b1", "b2")));

  private static Lesson with(SeenPhoto... loose) {
    List<SeenPhoto> all = new ArrayList<>(TWO_PEOPLE.photos());
    all.addAll(Arrays.asList(loose));
    return TWO_PEOPLE.withPhotos(all);
  }

  @Test
  void aPersonsOwnPairTellsHowMuchSheSmiles() {
    Lesson lesson =
        with(
            photo("aCalm", face(0, .02)),
            photo("aSmile", face(0, .25)),
            photo("aBetween", face(0, .1)),
            // what is a smile on the first is calm on the second
            photo("bCalm", face(1, .15)),
            photo("stranger", face(2, .3)),
            photo("blurred", face(0, .25, .5, 100, 0, .3)),
            photo("nobody"));
    String first = lesson.pairs().get(0).group();
    String second = lesson.pairs().get(1).group();
    assertThat(lesson.lone())
        .containsExactly(
            new LonePhoto(Path.of("aCalm"), false, first),
            new LonePhoto(Path.of("aSmile"), true, first),
            new LonePhoto(Path.of("bCalm"), false, second));
  }

  @Test
  void whoeverIsKeptOutIsKeptOutWhole() {
    Lesson lesson = with(photo("aSmile", face(0, .25)), photo("bCalm", face(1, .1)));
    String first = lesson.pairs().get(0).group();
    LessonSplit split = LessonSplit.keepingOut(lesson.pairs(), Set.of(first)).with(lesson.lone());
    assertThat(split.lone()).extracting(LonePhoto::file).containsExactly(Path.of("bCalm"));
  }

  @Test
  void whatIsAskedForIsThePhotoItself() {
    PixelImage photo = Pictures.waves(200, 180);
    byte[] real = TrainingPair.cut(photo, CropTemplate.photoToCrop(FACE.landmarks()));
    List<String> leftOut = new ArrayList<>();
    List<Rebuilt> rebuilt =
        Rebuilding.of(
            new FakeModel(),
            new FakeFinder(FACE),
            List.of(
                new LonePhoto(Path.of("smile.png"), true, "ann"),
                new LonePhoto(Path.of("calm.png"), false, "ann")),
            file -> photo,
            leftOut,
            new Cancellation());
    assertThat(leftOut).isEmpty();
    assertThat(rebuilt).extracting(Rebuilt::strength).containsExactly(1f, -1f);
    assertThat(rebuilt.get(0).pair().smiling()).isEqualTo(real);
    assertThat(rebuilt.get(0).pair().neutral()).isNotEqualTo(real);
    assertThat(rebuilt.get(1).pair().neutral()).isEqualTo(real);
    assertThat(rebuilt.get(1).pair().smiling()).isNotEqualTo(real);
  }

  @Test
  void aPhotoWithoutAFaceIsLeftOutByName() {
    List<String> leftOut = new ArrayList<>();
    assertThat(
            Rebuilding.of(
                new FakeModel(),
                new FakeFinder(),
                List.of(new LonePhoto(Path.of("wall.png"), true, "ann")),
                file -> Pictures.waves(60, 60),
                leftOut,
                new Cancellation()))
        .isEmpty();
    assertThat(leftOut).containsExactly("wall.png: no face found");
  }
}
