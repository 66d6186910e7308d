package beamish.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Times of one thing done several times, in any unit. */
final class Timings {
  private final List<Double> times = new ArrayList<>();

  /** Times that were taken elsewhere. */
  static Timings of(List<Double> taken) {
    Timings timings = new Timings();
    timings.times.addAll(taken);
    return timings;
  }

  /** Does something and takes its time in seconds. */
  <T> T take(Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    times.add((System.nanoTime() - start) * 1e-9);
    return done;
  }

  /** The one in the middle, or the mean of the two there. */
  double median() {
    List<Double> sorted = sorted();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  /** The least that 95 % do not exceed. */
  double p95() {
    List<Double> sorted = sorted();
    return sorted.get((int) Math.ceil(.95 * sorted.size()) - 1);
  }

  private List<Double> sorted() {
    if (times.isEmpty()) {
      throw new IllegalStateException("nothing was timed");
    }
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted;
  }
}
