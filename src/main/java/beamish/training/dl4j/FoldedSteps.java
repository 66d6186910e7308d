package beamish.training.dl4j;

import beamish.expression.MouthPaint;
import beamish.expression.StrengthScale;
import beamish.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model's weights changed so that one own step is what {@link StrengthScale#step} steps were: the
 * direction is as much longer, and the mouth branch reads its strength as much louder. What such
 * weights answer at strength 1 under {@link StrengthScale#PLAIN} they answered at that many steps.
 */
public final class FoldedSteps {

  private FoldedSteps() {}

  /** The weights of a model of this scale, folded; the given ones stay as they are. */
  public static Map<String, Tensor> of(Map<String, Tensor> weights, double step) {
    Map<String, Tensor> folded = new LinkedHashMap<>(weights);
    folded.computeIfPresent("direction.W", (name, t) -> scaled(t, step));
    folded.computeIfPresent("direction.b", (name, t) -> scaled(t, step));
    folded.computeIfPresent("mouth0.W", (name, t) -> louder(t, step));
    return folded;
  }

  private static Tensor scaled(Tensor t, double factor) {
    float[] data = t.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] *= (float) factor;
    }
    return new Tensor(t.name(), t.shape(), data);
  }

  /** Scales the kernels that read the last input plane, which is the strength; OIHW. */
  private static Tensor louder(Tensor t, double factor) {
    float[] data = t.data().clone();
    int in = MouthPaint.INPUT_CHANNELS;
    int kernel = t.shape()[2] * t.shape()[3];
    for (int i = 0; i < data.length; i++) {
      if (i / kernel % in == in - 1) {
        data[i] *= (float) factor;
      }
    }
    return new Tensor(t.name(), t.shape(), data);
  }
}
