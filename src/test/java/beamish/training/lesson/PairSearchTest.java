package beamish.training.lesson;

import static beamish.training.lesson.Seen.NOON;
import static beamish.training.lesson.Seen.face;
import static beamish.training.lesson.Seen.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairSearchTest {

  private static List<String> pairs(SeenPhoto... photos) {
    return text(
        PairSearch.find(
            List.of(photos), List.of(), Stream.of(photos).map(SeenPhoto::file).toList()));
  }

  private static List<String> text(List<FoundPair> pairs) {
    return pairs.stream().map(p -> p.neutral() + " " + p.smiling() + " " + p.how()).toList();
  }

  /** Photos of which only the names tell anything. */
  private static List<String> byName(String... names) {
    return pairs(Arrays.stream(names).map(Seen::photo).toArray(SeenPhoto[]::new));
  }

  @Test
  void oneNameInTwoFolders() {
    assertThat(
            byName("calm/1.jpg", "calm/2.jpg", "smiling/1.JPG", "smiling/2.png", "smiling/3.png"))
        .containsExactly("calm/1.jpg smiling/1.JPG NAME", "calm/2.jpg smiling/2.png NAME");
    assertThat(byName("happy/photo-1.jpg", "happy/photo-2.jpg", "n/photo-1.jpg", "n/photo-2.jpg"))
        .containsExactly(
            "n/photo-1.jpg happy/photo-1.jpg NAME", "n/photo-2.jpg happy/photo-2.jpg NAME");
  }

  @Test
  void twoNamesThatDifferByAWord() {
    assertThat(byName("d/anna_Smile.jpg", "d/anna_neutral.jpg", "d/bo-1.jpg", "d/bo-2.jpg"))
        .containsExactly("d/anna_neutral.jpg d/anna_Smile.jpg NAME", "d/bo-1.jpg d/bo-2.jpg NAME");
    assertThat(
            byName(
                "x/001_smiling.jpg", "y/001_neutral.jpg", "d/Ernst 1.jpg", "d/l\u00e4chelnd 1.jpg"))
        .containsExactly(
            "d/Ernst 1.jpg d/l\u00e4chelnd 1.jpg NAME", "y/001_neutral.jpg x/001_smiling.jpg NAME");
  }

  @Test
  void namesThatSayNothingMakeNoPair() {
    assertThat(byName("d/IMG_0001.jpg", "d/IMG_0002.jpg", "d/IMG_0003.jpg")).isEmpty();
    assertThat(byName("d/x-1.jpg", "d/x-2.jpg", "d/x-a.jpg")).isEmpty();
    assertThat(byName("d/a_smile.jpg", "d/a_happy.jpg", "d/forest.jpg", "d/fo.jpg")).isEmpty();
    assertThat(byName("d/1.jpg", "e/1.jpg", "f/1.jpg")).isEmpty();
  }

  @Test
  void whereNamesDoNotTellWhoSmilesTheFaceDoes() {
    assertThat(pairs(photo("d/x-1.jpg", face(0, .3)), photo("d/x-2.jpg", face(0, .1))))
        .containsExactly("d/x-2.jpg d/x-1.jpg NAME");
  }

  @Test
  void theTimeOfShooting() {
    assertThat(
            pairs(
                photo("a.jpg", NOON, face(0, 0)),
                photo("b.jpg", NOON.plusSeconds(10), face(0, .2)),
                photo("c.jpg", NOON.plusHours(1), face(0, 0)),
                photo("d.jpg", NOON.plusHours(1).plusSeconds(9), face(0, .2)),
                photo("e.jpg", NOON.plusHours(1).plusSeconds(5), face(1, .2))))
        .containsExactly("c.jpg d.jpg TIME", "a.jpg b.jpg TIME");
  }

  @Test
  void whoItIsAndTheSameLightAndPose() {
    assertThat(
            pairs(
                photo("a.jpg", face(0, 0, .5, 100, 0, .6)),
                photo("b.jpg", face(0, .2, .3, 100, 0, .6)),
                photo("c.jpg", face(0, .2, .5, 100, 15, .6)),
                photo("d.jpg", face(0, .2, .5, 100, 0, .6)),
                photo("e.jpg", face(0, 0, .3, 100, 0, .6)),
                photo("f.jpg", face(1, .2, .5, 100, 0, .6)),
                photo("g.jpg")))
        .containsExactlyInAnyOrder("a.jpg d.jpg LIKENESS", "e.jpg b.jpg LIKENESS");
  }

  @Test
  void whatSomebodyTookApartStaysApart() {
    List<SeenPhoto> photos =
        List.of(
            photo("a.jpg", face(0, 0)),
            photo("b.jpg", face(0, .2)),
            photo("c.jpg", face(0, .01)),
            photo("d.jpg", face(0, .3)));
    FoundPair made = Seen.pair("c.jpg", "d.jpg");
    assertThat(PairSearch.find(photos, List.of(made), List.of())).containsExactly(made);
    assertThat(text(PairSearch.find(photos, List.of(made), List.of(Path.of("b.jpg")))))
        .containsExactly("c.jpg d.jpg HAND", "a.jpg b.jpg LIKENESS");
  }

  @Test
  void aRolledHeadSmilesAsMuchAsAnUprightOne() {
    SeenFace upright = face(0, .2);
    double c = Math.cos(.4);
    double s = Math.sin(.4);
    SeenFace rolled =
        new SeenFace(
            upright.landmarks().map(new beamish.image.Similarity(2 * c, 2 * s, 7, 9)),
            0,
            1,
            upright.likeness(),
            upright.light());
    assertThat(rolled.smile()).isCloseTo(upright.smile(), within(1e-9));
    assertThat(upright.smile() - face(0, 0).smile()).isCloseTo(.2, within(1e-9));
  }
}
