package beamish.training.lesson;

import beamish.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Weights on the straight line between those that a training started from and those that it came
 * to: a little of the way back costs the people taught little, and gives strangers back half of
 * what they lost (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
 */
final class WeightBlend {
  /** Of the way from the start. */
  private static final float SHARE = .7f;

  private WeightBlend() {}

  /**
   * Goes a little back.
   *
   * @param learned what a training came to
   * @param start what it started from; names that are not in it are left as they are
   */
  static List<Tensor> of(List<Tensor> learned, Map<String, Tensor> start) {
    List<Tensor> all = new ArrayList<>();
    for (Tensor t : learned) {
      Tensor before = start.get(t.name());
      all.add(before == null ? t : between(before, t));
    }
    return all;
  }

  private static Tensor between(Tensor before, Tensor after) {
    float[] data = after.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = before.data()[i] + SHARE * (data[i] - before.data()[i]);
    }
    return new Tensor(after.name(), after.shape(), data);
  }
}
