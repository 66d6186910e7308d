package beamish.training.lesson;

import java.util.ArrayDeque;
import java.util.Deque;

/** Crops a second over the last two minutes: the first steps are slow, and machines get busy. */
final class RecentSpeed {
  private static final double SPAN = 120;

  /** How long a start is passed over as soon as there is something after it. */
  private static final double START = 20;

  private final Deque<double[]> points = new ArrayDeque<>();
  private double begun = Double.NaN;
  private boolean warm;

  /** Takes note of where the training is; returns the speed, 0 before the second point. */
  double add(double seconds, long crops) {
    if (points.isEmpty()) {
      begun = seconds;
    }
    points.addLast(new double[] {seconds, crops});
    if (!warm && seconds - begun > 2 * START) {
      warm = true;
      drop(begun + START);
    }
    drop(seconds - SPAN);
    double[] first = points.getFirst();
    return seconds > first[0] ? (crops - first[1]) / (seconds - first[0]) : 0;
  }

  private void drop(double before) {
    while (points.size() > 2 && points.getFirst()[0] < before) {
      points.removeFirst();
    }
  }
}
