package beamish.training.lesson;

import static beamish.training.lesson.Seen.NOON;
import static beamish.training.lesson.Seen.face;
import static beamish.training.lesson.Seen.pair;
import static beamish.training.lesson.Seen.photo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private final List<SeenPhoto> photos = new ArrayList<>();
  private final List<FoundPair> pairs = new ArrayList<>();

  private void add(int neutralPerson, int smilingPerson, int minute, String folder) {
    int n = pairs.size();
    String calm = folder + "/calm" + n + ".jpg";
    String smiling = folder + "/smiling" + n + ".jpg";
    photos.add(photo(calm, minute < 0 ? null : NOON.plusMinutes(minute), face(neutralPerson, 0)));
    photos.add(photo(smiling, face(smilingPerson, .2)));
    pairs.add(pair(calm, smiling));
  }

  @Test
  void peopleAreNotSplit() {
    add(0, 0, -1, "a");
    add(1, 1, -1, "b");
    add(0, 0, -1, "b");
    add(2, 3, -1, "a");
    add(3, 3, -1, "a");
    Grouping grouping = Grouping.of(pairs, photos);
    assertThat(grouping.by()).isEqualTo(Grouping.By.PERSON);
    assertThat(grouping.groups())
        .containsExactly("person-1", "person-2", "person-1", "person-3", "person-3");
  }

  @Test
  void onePersonIsSplitByShooting() {
    add(0, 0, 100, "a");
    add(0, 0, 0, "a");
    add(0, 0, 25, "b");
    add(0, 0, 55, "b");
    Grouping grouping = Grouping.of(pairs, photos);
    assertThat(grouping.by()).isEqualTo(Grouping.By.SHOOTING);
    assertThat(grouping.groups())
        .containsExactly("shooting-2", "shooting-1", "shooting-1", "shooting-1");
  }

  @Test
  void withoutTimesFoldersAreShootings() {
    add(0, 0, -1, "a");
    add(0, 0, 0, "b");
    assertThat(Grouping.of(pairs, photos).groups()).containsExactly("shooting-1", "shooting-2");
  }

  @Test
  void ofOneShootingEveryFifthPairIsAGroup() {
    for (int i = 0; i < 7; i++) {
      add(0, 0, i, "a");
    }
    Grouping grouping = Grouping.of(pairs, photos);
    assertThat(grouping.by()).isEqualTo(Grouping.By.FIFTH);
    assertThat(grouping.count()).isEqualTo(5);
    assertThat(grouping.groups().get(5)).isEqualTo(grouping.groups().get(0));
  }
}
