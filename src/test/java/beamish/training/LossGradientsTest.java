package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.EditFields;
import beamish.expression.EditFields.FieldGradients;
import beamish.expression.EditGeometry;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class LossGradientsTest {
  private final Random random = new Random(11);

  private float[] noise(int n) {
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = (float) random.nextGaussian();
    }
    return a;
  }

  private static double difference(float[] values, int i, float h, DoubleSupplier f) {
    float keep = values[i];
    values[i] = keep + h;
    double up = f.getAsDouble();
    values[i] = keep - h;
    double down = f.getAsDouble();
    values[i] = keep;
    return (up - down) / (2 * h);
  }

  @Test
  void pyramidGradientAgreesWithDifferences() {
    int w = 32;
    int h = 24;
    LaplacianPyramid pyramid = new LaplacianPyramid(w, h, 3);
    float[] finest = new float[w * h];
    for (int i = 0; i < finest.length; i++) {
      finest[i] = .1f + random.nextFloat();
    }
    float[][] weights = pyramid.weights(finest);
    float[] a = noise(3 * w * h);
    float[] b = noise(3 * w * h);
    float[] gradient = new float[a.length];
    pyramid.loss(a, b, weights, 10_000, gradient);
    for (int i : new int[] {0, 5, w * h + 7 * w + 9, 2 * w * h + 300, 3 * w * h - 1}) {
      double expected =
          difference(a, i, 2e-3f, () -> pyramid.loss(a, b, weights, 10_000, new float[0]));
      // a kink of the absolute value may lie within the step
      assertThat((double) gradient[i]).isCloseTo(expected, within(.02 * Math.abs(expected) + .02));
      assertThat(Math.abs(expected)).isGreaterThan(.01);
    }
  }

  @Test
  void pyramidOfEqualPicturesIsZero() {
    LaplacianPyramid pyramid = new LaplacianPyramid(32, 24, 3);
    float[] a = noise(3 * 32 * 24);
    float[] ones = new float[32 * 24];
    java.util.Arrays.fill(ones, 1);
    assertThat(pyramid.loss(a, a.clone(), pyramid.weights(ones), 1, new float[0])).isZero();
  }

  @Test
  void penaltyGradientsAgreeWithDifferences() {
    int n = EditGeometry.FIELD * EditGeometry.FIELD;
    EditFields fields = new EditFields();
    System.arraycopy(noise(2 * n), 0, fields.flow, 0, 2 * n);
    System.arraycopy(noise(3 * n), 0, fields.shading, 0, 3 * n);
    FieldGradients g = new FieldGradients();
    FieldPenalties.add(fields, 1000, g);
    DoubleSupplier penalty = () -> FieldPenalties.add(fields, 1000, new FieldGradients());
    for (int i : new int[] {0, 70, n - 1, n + 777}) {
      double expected = difference(fields.flow, i, 1e-2f, penalty);
      assertThat((double) g.flow[i]).isCloseTo(expected, within(1e-3 * Math.abs(expected) + 1e-2));
      assertThat((double) g.shading[n + i])
          .isCloseTo(difference(fields.shading, n + i, 1e-3f, penalty), within(1e-4));
    }
    assertThat((double) g.alpha[5]).isCloseTo(1000 * .01 / n, within(1e-6));
  }
}
