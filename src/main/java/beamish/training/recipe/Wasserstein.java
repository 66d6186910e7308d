package beamish.training.recipe;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A critic whose answer differs between real and made as much as a slope of 1 allows; its last
 * input may be a label that comes with both.
 *
 * <p>Gulrajani et al., "Improved training of Wasserstein GANs", 2017. Their penalty differentiates
 * twice, which DL4J cannot; but the slope along the fixed direction u of the input's gradient is
 * (D(x + hu) - D(x - hu)) / 2h, whose gradient is that of two ordinary passes.
 */
final class Wasserstein {
  private static final float PENALTY = 10;
  private static final float H = .5f;

  private final Net critic;

  Wasserstein(Net critic) {
    this.critic = critic;
  }

  /**
   * One step of the critic.
   *
   * @param real {@code n} samples
   * @param made as many
   * @param label what both are said to be; empty if the critic reads no label
   * @return how far apart it holds them
   */
  double learn(
      float[] real, float[] made, int n, float[] label, double rate, RandomGenerator random) {
    double far = mean(critic.forward(inputs(real, label))[0]);
    critic.backward(all(n, -1f / n));
    far -= mean(critic.forward(inputs(made, label))[0]);
    critic.backward(all(n, 1f / n));
    penalise(real, made, n, label, random);
    critic.step(rate);
    return far;
  }

  private void penalise(float[] real, float[] made, int n, float[] label, RandomGenerator random) {
    int size = real.length / n;
    float[] mixed = new float[real.length];
    for (int i = 0; i < n; i++) {
      float share = random.nextFloat();
      for (int k = i * size; k < (i + 1) * size; k++) {
        mixed[k] = share * real[k] + (1 - share) * made[k];
      }
    }
    critic.forward(inputs(mixed, label));
    float[] u = critic.opinion(all(n, 1))[0];
    float[] slope = new float[n];
    for (int i = 0; i < n; i++) {
      double squares = 1e-12;
      for (int k = i * size; k < (i + 1) * size; k++) {
        squares += (double) u[k] * u[k];
      }
      float length = (float) Math.sqrt(squares);
      for (int k = i * size; k < (i + 1) * size; k++) {
        u[k] /= length;
      }
      // of PENALTY * (length - 1)^2, by the length
      slope[i] = 2 * PENALTY * (length - 1) / (2 * H * n);
    }
    critic.forward(inputs(along(mixed, u, H), label));
    critic.backward(slope);
    for (int i = 0; i < n; i++) {
      slope[i] = -slope[i];
    }
    critic.forward(inputs(along(mixed, u, -H), label));
    critic.backward(slope);
  }

  /**
   * What the critic would have changed in what was made.
   *
   * @param weight how much it counts
   * @return the loss gradient of {@code made}
   */
  float[] opinion(float[] made, int n, float[] label, float weight) {
    critic.forward(inputs(made, label));
    return critic.opinion(all(n, -weight / n))[0];
  }

  private static float[][] inputs(float[] samples, float[] label) {
    return label.length == 0 ? new float[][] {samples} : new float[][] {samples, label};
  }

  private static float[] all(int n, float value) {
    float[] same = new float[n];
    Arrays.fill(same, value);
    return same;
  }

  private static float[] along(float[] from, float[] way, float share) {
    float[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += share * way[i];
    }
    return to;
  }

  private static double mean(float[] answers) {
    double sum = 0;
    for (float a : answers) {
      sum += a;
    }
    return sum / answers.length;
  }
}
