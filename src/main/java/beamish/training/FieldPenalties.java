package beamish.training;

import beamish.expression.EditFields;
import beamish.expression.EditFields.FieldGradients;
import beamish.expression.EditGeometry;

/** What an edit has to pay for itself: rough motion, strong or rough shading, painted pixels. */
public final class FieldPenalties {
  private static final float FLOW_ROUGHNESS = .03f;
  private static final float SHADING = .01f;
  private static final float SHADING_ROUGHNESS = .03f;
  private static final float ALPHA = .01f;
  private static final int N = EditGeometry.FIELD;

  private FieldPenalties() {}

  /**
   * The penalty times {@code share}; its gradients are added to {@code into}.
   *
   * <p>Flow roughness is the mean square of the flow's Jacobian (dimensionless); shading costs its
   * mean absolute value and the mean absolute difference of neighbours; alpha its mean.
   */
  public static double add(EditFields fields, float share, FieldGradients into) {
    double penalty = 0;
    float k = share * FLOW_ROUGHNESS / (N * N);
    for (int plane = 0; plane < 2 * N * N; plane += N * N) {
      penalty += k * roughness(fields.flow, plane, 1, into.flow, k);
      penalty += k * roughness(fields.flow, plane, N, into.flow, k);
    }
    float s = share * SHADING / (3 * N * N);
    for (int i = 0; i < fields.shading.length; i++) {
      penalty += s * Math.abs(fields.shading[i]);
      into.shading[i] += s * Math.signum(fields.shading[i]);
    }
    float r = share * SHADING_ROUGHNESS / (3 * N * N);
    for (int plane = 0; plane < 3 * N * N; plane += N * N) {
      penalty += r * variation(fields.shading, plane, 1, into.shading, r);
      penalty += r * variation(fields.shading, plane, N, into.shading, r);
    }
    float a = share * ALPHA / fields.alpha.length;
    for (int i = 0; i < fields.alpha.length; i++) {
      penalty += a * fields.alpha[i];
      into.alpha[i] += a;
    }
    return penalty;
  }

  private static double roughness(float[] f, int plane, int step, float[] gradient, float k) {
    double sum = 0;
    for (int y = 0; y < N - (step == N ? 1 : 0); y++) {
      for (int x = 0; x < N - (step == 1 ? 1 : 0); x++) {
        int i = plane + y * N + x;
        float d = (f[i + step] - f[i]) * N;
        sum += d * d;
        gradient[i + step] += 2 * k * d * N;
        gradient[i] -= 2 * k * d * N;
      }
    }
    return sum;
  }

  private static double variation(float[] f, int plane, int step, float[] gradient, float k) {
    double sum = 0;
    for (int y = 0; y < N - (step == N ? 1 : 0); y++) {
      for (int x = 0; x < N - (step == 1 ? 1 : 0); x++) {
        int i = plane + y * N + x;
        float d = f[i + step] - f[i];
        sum += Math.abs(d);
        gradient[i + step] += k * Math.signum(d);
        gradient[i] -= k * Math.signum(d);
      }
    }
    return sum;
  }
}
