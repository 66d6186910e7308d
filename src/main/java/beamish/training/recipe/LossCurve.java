package beamish.training.recipe;

import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the loss went, a point an epoch. */
public final class LossCurve {
  private static final String NAME = "curve";
  private final List<Point> points = new ArrayList<>();

  /**
   * One epoch's end.
   *
   * @param seconds trained so far
   * @param loss running mean of what was learned from
   * @param aside of those kept aside; NaN where there is nobody
   */
  public record Point(double seconds, double loss, double aside) {}

  void add(double seconds, double loss, double aside) {
    points.add(new Point(seconds, loss, aside));
  }

  /** The points in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  List<Tensor> state() {
    float[] flat = new float[3 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[3 * i] = (float) points.get(i).seconds();
      flat[3 * i + 1] = (float) points.get(i).loss();
      flat[3 * i + 2] = (float) points.get(i).aside();
    }
    return List.of(new Tensor(NAME, new int[] {points.size(), 3}, flat));
  }

  void restore(Map<String, Tensor> state) {
    points.clear();
    Tensor t = state.get(NAME);
    for (int i = 0; t != null && i < t.data().length; i += 3) {
      add(t.data()[i], t.data()[i + 1], t.data()[i + 2]);
    }
  }
}
