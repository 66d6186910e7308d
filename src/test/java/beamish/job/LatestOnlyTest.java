package beamish.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
  private final Queue<Runnable> lane = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void replacesWhatStillWaits() {
    LatestOnly<String> box = new LatestOnly<>(lane::add, done::add);
    box.post("a");
    box.post("b");
    box.post("c");
    assertThat(lane).hasSize(1);
    lane.remove().run();
    assertThat(done).containsExactly("c");
  }

  @Test
  void takesAValuePostedDuringTheWork() {
    List<LatestOnly<String>> self = new ArrayList<>();
    LatestOnly<String> box =
        new LatestOnly<>(
            lane::add,
            v -> {
              done.add(v);
              if (v.equals("a")) {
                self.get(0).post("b");
              }
            });
    self.add(box);
    box.post("a");
    lane.remove().run();
    assertThat(lane).hasSize(1);
    lane.remove().run();
    assertThat(done).containsExactly("a", "b");
    assertThat(lane).isEmpty();
  }
}
