package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.EditFields.FieldGradients;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Every hand-written gradient of the edit against central differences. */
class EditGradientsTest {
  private static final int N = EditGeometry.FIELD * EditGeometry.FIELD;
  private static final int SIZE = 64;
  private final Random random = new Random(7);

  private float[] noise(int n, double amplitude) {
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = (float) (amplitude * random.nextGaussian());
    }
    return a;
  }

  /** A smooth picture, so that its bilinear gradient is nearly the same across a step. */
  private static float[] picture() {
    float[] p = new float[3 * SIZE * SIZE];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          p[(c * SIZE + y) * SIZE + x] =
              (float) (.5 + .3 * Math.sin(.11 * x + c) * Math.cos(.07 * y - c));
        }
      }
    }
    return p;
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

  private static double dot(float[] a, float[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return s;
  }

  @Test
  void rendererGradientsAgreeWithDifferences() {
    FieldRenderer render = new FieldRenderer(EditGeometry.MOUTH, 32, 24);
    EditFields fields = new EditFields();
    System.arraycopy(noise(2 * N, .02), 0, fields.flow, 0, 2 * N);
    System.arraycopy(noise(3 * N, .05), 0, fields.shading, 0, 3 * N);
    for (int i = 0; i < N; i++) {
      fields.alpha[i] = random.nextFloat();
    }
    System.arraycopy(noise(3 * N, .3), 0, fields.colour, 0, 3 * N);
    float[] picture = picture();
    float[] dFirst = noise(3 * 32 * 24, 1);
    float[] dWarped = noise(3 * 32 * 24, 1);
    float[] dAlpha = noise(32 * 24, 1);
    DoubleSupplier loss =
        () -> {
          render.forward(picture, 0, SIZE, fields);
          return dot(render.first, dFirst)
              + dot(render.warped, dWarped)
              + dot(render.alpha, dAlpha);
        };
    assertThat(loss.getAsDouble()).isFinite();
    FieldGradients g = new FieldGradients();
    render.backward(dFirst, dWarped, dAlpha, g);
    // a field sample in the middle of the window
    int middle = 47 * EditGeometry.FIELD + 33;
    check(fields.flow, middle, 1e-3f, loss, g.flow, .08);
    check(fields.flow, N + middle, 1e-3f, loss, g.flow, .08);
    check(fields.shading, N + middle, 1e-2f, loss, g.shading, .01);
    check(fields.alpha, middle, 1e-2f, loss, g.alpha, .01);
    check(fields.colour, 2 * N + middle, 1e-2f, loss, g.colour, .01);
  }

  private static void check(
      float[] values, int i, float h, DoubleSupplier loss, float[] gradient, double tolerance) {
    double expected = difference(values, i, h, loss);
    assertThat(Math.abs(expected)).isGreaterThan(1e-3);
    assertThat((double) gradient[i]).isCloseTo(expected, within(tolerance * Math.abs(expected)));
  }

  @Test
  void fieldGradientsAgreeWithDifferences() {
    float[] motion = noise(2 * EditFields.MOTION_CHANNELS * N, .1);
    float[] paint = noise(2 * EditFields.PAINT_CHANNELS * N, .1);
    int motionOwn = EditFields.MOTION_CHANNELS * N;
    int paintOwn = EditFields.PAINT_CHANNELS * N;
    EditFields fields = new EditFields();
    FieldGradients d = new FieldGradients();
    System.arraycopy(noise(2 * N, 1), 0, d.flow, 0, 2 * N);
    System.arraycopy(noise(3 * N, 1), 0, d.shading, 0, 3 * N);
    System.arraycopy(noise(N, 1), 0, d.alpha, 0, N);
    System.arraycopy(noise(3 * N, 1), 0, d.colour, 0, 3 * N);
    DoubleSupplier loss =
        () -> {
          fields.decode(motion, 0, motion, motionOwn, paint, 0, paint, paintOwn);
          return dot(fields.flow, d.flow)
              + dot(fields.shading, d.shading)
              + dot(fields.alpha, d.alpha)
              + dot(fields.colour, d.colour);
        };
    assertThat(loss.getAsDouble()).isFinite();
    float[] motionGradient = new float[motion.length];
    float[] paintGradient = new float[paint.length];
    fields.backward(
        d, motionGradient, 0, motionGradient, motionOwn, paintGradient, 0, paintGradient, paintOwn);
    for (int i : new int[] {5, N + 9, 3 * N + 77, motionOwn + 5, motionOwn + 4 * N}) {
      double expected = difference(motion, i, 1e-2f, loss);
      assertThat((double) motionGradient[i]).isCloseTo(expected, within(2e-3));
    }
    int alphaOn = 0;
    for (int i = 0; i < 40; i++) {
      // away from the kink of the rectifier
      if (Math.abs(paint[i] - paint[paintOwn + i]) > .01) {
        alphaOn += fields.alpha[i] > 0 ? 1 : 0;
        assertThat((double) paintGradient[i])
            .isCloseTo(difference(paint, i, 2e-3f, loss), within(2e-2));
        assertThat((double) paintGradient[paintOwn + i])
            .isCloseTo(difference(paint, paintOwn + i, 2e-3f, loss), within(2e-2));
      }
    }
    assertThat(alphaOn).isBetween(5, 35);
    assertThat((double) paintGradient[2 * N + 3])
        .isCloseTo(difference(paint, 2 * N + 3, 1e-2f, loss), within(5e-3));
  }

  @Test
  void mouthGradientsAgreeWithDifferences() {
    int p = EditGeometry.MOUTH_COLUMNS * EditGeometry.MOUTH_ROWS;
    MouthPaint paint = new MouthPaint();
    float[] raw = noise(4 * p, .5);
    float[] first = noise(3 * p, .3);
    float[] dOut = noise(3 * p, 1);
    float[] dAlpha = noise(p, .3);
    float[] target = new float[3 * p];
    for (int i = 0; i < target.length; i++) {
      target[i] = random.nextFloat();
    }
    float colourWeight = .2f;
    DoubleSupplier loss =
        () -> {
          paint.decode(raw, 0, .8f);
          paint.compose(first);
          double s = dot(paint.out, dOut);
          for (int i = 0; i < p; i++) {
            s += dAlpha[i] * paint.alpha[i];
          }
          for (int i = 0; i < target.length; i++) {
            s -=
                colourWeight
                    * (target[i] * Math.log(paint.colour[i])
                        + (1 - target[i]) * Math.log(1 - paint.colour[i]));
          }
          return s;
        };
    assertThat(loss.getAsDouble()).isFinite();
    float[] rawGradient = new float[4 * p];
    float[] dFirst = new float[3 * p];
    paint.backward(dOut, dAlpha, first, target, colourWeight, rawGradient, 0, dFirst);
    int middle = 50 * EditGeometry.MOUTH_COLUMNS + 60;
    for (int i : new int[] {middle, p + middle, 3 * p + middle}) {
      assertThat((double) rawGradient[i]).isCloseTo(difference(raw, i, 2e-2f, loss), within(5e-3));
    }
    assertThat((double) dFirst[p + middle])
        .isCloseTo(difference(first, p + middle, 2e-2f, loss), within(5e-3));
  }

  @Test
  void equalCodesAreNoEditAtAll() {
    float[] motion = noise(EditFields.MOTION_CHANNELS * N, 1);
    float[] paint = noise(EditFields.PAINT_CHANNELS * N, 1);
    EditFields fields = new EditFields();
    fields.decode(motion, 0, motion, 0, paint, 0, paint, 0);
    assertThat(fields.flow).containsOnly(0);
    assertThat(fields.shading).containsOnly(0);
    assertThat(fields.alpha).containsOnly(0);
  }

  @Test
  void noColourIsGreenerOrBluerThanItIsRed() {
    EditFields fields = new EditFields();
    float[] raw = noise(EditFields.PAINT_CHANNELS * N, 1);
    float[] motion = noise(EditFields.MOTION_CHANNELS * N, 1);
    fields.decode(motion, 0, motion, 0, raw, 0, raw, 0);
    int limited = 0;
    for (int i = 0; i < N; i++) {
      float red = fields.colour[i];
      assertThat(fields.colour[N + i]).isLessThanOrEqualTo(red);
      assertThat(fields.colour[2 * N + i]).isLessThanOrEqualTo(red);
      limited += raw[2 * N + i] > raw[N + i] ? 1 : 0;
    }
    assertThat(limited).as("how many would have been").isGreaterThan(N / 4);
  }
}
