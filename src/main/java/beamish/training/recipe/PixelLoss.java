package beamish.training.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an answer is from what was wanted, in the mean over all its numbers. */
public enum PixelLoss {
  /** Mean squared error. */
  @JsonProperty("mse")
  MSE,
  /** Mean absolute error. */
  @JsonProperty("l1")
  L1,
  /** Squared near zero, absolute beyond .1; Girshick, "Fast R-CNN", 2015. */
  @JsonProperty("smooth-l1")
  SMOOTH_L1,
  /** Binary cross-entropy; for answers in (0, 1). */
  @JsonProperty("cross-entropy")
  CROSS_ENTROPY;

  private static final float KNEE = .1f;
  private static final float LEAST = 1e-4f;

  /**
   * The loss, and its gradient.
   *
   * @param weight how much the whole counts in the gradient
   * @param gradient is added to; may be empty where it is not wanted
   */
  public double of(float[] answer, float[] wanted, float weight, float[] gradient) {
    return of(answer, wanted, weight, new float[0], gradient);
  }

  /**
   * The same with pixels that count more or less than others.
   *
   * @param weights of one channel's pixels, repeated for all channels and samples; empty for 1
   */
  public double of(
      float[] answer, float[] wanted, float weight, float[] weights, float[] gradient) {
    double sum = 0;
    float scale = weight / answer.length;
    for (int i = 0; i < answer.length; i++) {
      float w = weights.length == 0 ? 1 : weights[i % weights.length];
      float d = answer[i] - wanted[i];
      float slope;
      switch (this) {
        case MSE -> {
          sum += w * d * d;
          slope = 2 * d;
        }
        case L1 -> {
          sum += w * Math.abs(d);
          slope = Math.signum(d);
        }
        case SMOOTH_L1 -> {
          float far = Math.abs(d);
          sum += w * (far < KNEE ? d * d / (2 * KNEE) : far - KNEE / 2);
          slope = far < KNEE ? d / KNEE : Math.signum(d);
        }
        default -> {
          float p = Math.min(1 - LEAST, Math.max(LEAST, answer[i]));
          sum -= w * (wanted[i] * Math.log(p) + (1 - wanted[i]) * Math.log(1 - p));
          slope = d / (p * (1 - p));
        }
      }
      if (gradient.length > 0) {
        gradient[i] += scale * w * slope;
      }
    }
    return sum / answer.length;
  }
}
