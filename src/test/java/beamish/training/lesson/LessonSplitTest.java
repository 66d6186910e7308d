package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.training.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is kept out, and how long a training takes. */
class LessonSplitTest {

  private static List<LessonPair> pairs(int... sizes) {
    List<LessonPair> pairs = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      for (int i = 0; i < sizes[g]; i++) {
        pairs.add(new LessonPair(Path.of(g + "-" + i), Path.of(g + "-" + i + "s"), "group" + g));
      }
    }
    return pairs;
  }

  @Test
  void aboutAFifthIsKeptOutAndNoGroupIsSplit() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      int[] sizes = random.ints(3 + random.nextInt(8), 1, 9).toArray();
      LessonSplit split = LessonSplit.of(pairs(sizes));
      assertThat(split.training()).isNotEmpty();
      assertThat(split.validation()).isNotEmpty();
      assertThat(split.training()).noneMatch(p -> split.groups().contains(p.group()));
      assertThat(split.training().size() + split.validation().size())
          .isEqualTo(pairs(sizes).size());
    }
    assertThat(LessonSplit.of(pairs(5, 5, 5, 5, 5)).validation()).hasSize(5);
    assertThat(LessonSplit.of(pairs(9, 1, 10)).groups()).containsExactly("group1");
  }

  @Test
  void theSamePhotosInAnotherOrderGiveTheSameSplit() {
    List<LessonPair> all = pairs(3, 2, 4, 2, 1, 6);
    LessonSplit split = LessonSplit.of(all);
    Collections.shuffle(all, new Random(1));
    assertThat(LessonSplit.of(all)).isEqualTo(split);
  }

  @Test
  void fromTwoGroupsNoneCanBeMissed() {
    assertThat(LessonSplit.of(pairs(6, 2)).validation()).isEmpty();
    assertThat(LessonSplit.of(pairs(6)).training()).hasSize(6);
  }

  @Test
  void theFolderRemembers(@TempDir Path folder) throws IOException {
    List<LessonPair> all = pairs(1, 1, 1, 1, 1, 1);
    LessonSplit own = LessonSplit.keepingOut(all, Set.of("group4"));
    own.write(folder);
    assertThat(LessonSplit.of(all).asIn(folder)).isEqualTo(own);
    assertThat(LessonSplit.of(all).asIn(folder.resolve("none"))).isEqualTo(LessonSplit.of(all));
  }

  /** Groups are numbered anew when a pair goes: the same name then means photos trained on. */
  @Test
  void theFolderRemembersPhotosAndNotNames(@TempDir Path folder) throws IOException {
    List<LessonPair> all = pairs(1, 1, 1, 1);
    LessonSplit.keepingOut(all, Set.of("group1")).write(folder);
    List<LessonPair> renamed =
        List.of(
            new LessonPair(all.get(1).neutral(), all.get(1).smiling(), "group0"),
            new LessonPair(all.get(2).neutral(), all.get(2).smiling(), "group1"),
            new LessonPair(all.get(3).neutral(), all.get(3).smiling(), "group2"));
    assertThat(LessonSplit.of(renamed).asIn(folder).validation()).containsExactly(renamed.get(0));
  }

  @Test
  void aBudgetIsSpentByTheFirstOfBoth() {
    assertThat(Budget.ofMinutes(2).fraction(30, 5000)).isCloseTo(.25, within(1e-9));
    assertThat(Budget.ofCrops(80).fraction(1e9, 40)).isCloseTo(.5, within(1e-9));
    assertThat(new Budget(100, 100).secondsToGo(20, 90, 2)).isCloseTo(5, within(1e-9));
    assertThat(new Budget(100, 100).secondsToGo(98, 90, 2)).isCloseTo(2, within(1e-9));
  }

  /** A slow start, then a steady 8 crops a second, with a look at the validation now and then. */
  @Test
  void afterAMinuteTheTimeToGoIsRightToAFifth() {
    Budget budget = Budget.ofCrops(4800);
    RecentSpeed speed = new RecentSpeed();
    List<double[]> told = new ArrayList<>();
    double seconds = 0;
    for (long crops = 8; crops <= 4800; crops += 8) {
      seconds += crops <= 40 ? 4 : 1;
      seconds += crops % 160 == 0 ? 3 : 0;
      told.add(
          new double[] {seconds, budget.secondsToGo(seconds, crops, speed.add(seconds, crops))});
    }
    double whole = seconds;
    assertThat(told)
        .filteredOn(t -> t[0] > 60 && whole - t[0] > 20)
        .isNotEmpty()
        .allSatisfy(t -> assertThat(t[1]).isCloseTo(whole - t[0], within(.2 * (whole - t[0]) + 4)));
  }
}
