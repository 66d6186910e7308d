package beamish.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.Figure;
import beamish.job.Problem;
import beamish.training.recipe.dl4j.GraphNet;
import beamish.training.recipe.dl4j.LikenessFeatures;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients against finite differences, and figures against their shapes. */
class RecipeGradientsTest {
  private static float[] random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = (float) random.nextDouble(.1, .9);
    }
    return numbers;
  }

  @ParameterizedTest
  @EnumSource
  void lossesHaveTheirGradients(PixelLoss loss) {
    float[] answer = random(12, 1);
    float[] wanted = random(12, 2);
    float[] weights = random(6, 3);
    float[] gradient = new float[12];
    loss.of(answer, wanted, 2, weights, gradient);
    for (int i = 0; i < 12; i++) {
      float[] more = answer.clone();
      more[i] += 1e-3f;
      float[] less = answer.clone();
      less[i] -= 1e-3f;
      double slope =
          (loss.of(more, wanted, 1, weights, new float[0])
                  - loss.of(less, wanted, 1, weights, new float[0]))
              / 2e-3;
      assertThat(gradient[i] / 2).isCloseTo((float) slope, within(2e-3f));
    }
  }

  /** A skip that is also answered: its gradient comes from outside and from later layers. */
  @Test
  void aNetworkTellsTheGradientOfItsInputs() {
    Figure figure =
        Figure.parse(
            """
            in photo 3x8x8
            in label 2
            planes 8
            merge photo
            skip: conv 4 3x3 tanh
            conv 4 3x3 /2 tanh
            residual tanh
            up
            add skip tanh
            scale 2 -1
            code: dense 5 tanh
            out code skip
            """);
    GraphNet net = new GraphNet("net", figure, RecipeSettings.PLAIN, 7);
    float[] photo = random(2 * 3 * 64, 1);
    float[] label = random(2 * 2, 2);
    float[][] slopes = {random(2 * 5, 3), random(2 * 4 * 64, 4)};
    net.forward(photo, label);
    float[][] gradients = net.opinion(slopes);
    assertThat(gradients[0]).hasSameSizeAs(photo);
    assertThat(gradients[1]).hasSameSizeAs(label);
    for (int i : new int[] {0, 70, 200, 383}) {
      float[] more = photo.clone();
      more[i] += 1e-2f;
      float[] less = photo.clone();
      less[i] -= 1e-2f;
      double slope =
          (dot(net.answer(more, label), slopes) - dot(net.answer(less, label), slopes)) / 2e-2;
      assertThat(gradients[0][i]).isCloseTo((float) slope, within(2e-2f));
    }
  }

  private static double dot(float[][] a, float[][] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; i < a[k].length; i++) {
        sum += (double) a[k][i] * b[k][i];
      }
    }
    return sum;
  }

  @Test
  void featuresHaveTheirGradient() {
    LikenessFeatures features = new LikenessFeatures(Path.of("models/likeness-1"));
    float[] picture = random(3 * 32 * 32, 1);
    float[] wanted = random(3 * 32 * 32, 2);
    float[] gradient = new float[picture.length];
    double far = features.distance(picture, wanted, 32, 1, gradient);
    assertThat(features.distance(wanted, wanted, 32, 1, new float[0])).isZero();
    float[] nearer = picture.clone();
    double steepness = 0;
    for (int i = 0; i < nearer.length; i++) {
      steepness += (double) gradient[i] * gradient[i];
    }
    float step = (float) (.01 * far / steepness);
    for (int i = 0; i < nearer.length; i++) {
      nearer[i] -= step * gradient[i];
    }
    double gained = far - features.distance(nearer, wanted, 32, 1, new float[0]);
    assertThat(gained / far).isCloseTo(.01, within(.003));
  }

  /** Statistics follow the batches, and a finished network answers one photo as it does many. */
  @Test
  void batchNormIsTheSameForOneAndForMany() {
    Figure figure =
        Figure.parse(
            """
            in photo 1x8x8
            conv 4 3x3 norm relu
            picture: conv 1 3x3
            out picture
            """);
    GraphNet net = new GraphNet("net", figure, RecipeSettings.PLAIN, 7);
    float[] photos = random(4 * 64, 1);
    for (int i = 0; i < 200; i++) {
      net.backward(minus(net.forward(photos)[0], photos));
      net.step(1e-3);
    }
    float[] trained = net.forward(photos)[0];
    float[] many = net.answer(photos)[0];
    float[] one = net.answer(java.util.Arrays.copyOf(photos, 64))[0];
    for (int i = 0; i < 64; i++) {
      assertThat(one[i]).isCloseTo(many[i], within(1e-5f));
      assertThat(many[i]).isCloseTo(trained[i], within(.15f));
    }
  }

  private static float[] minus(float[] a, float[] b) {
    float[] d = new float[a.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = (a[i] - b[i]) / d.length;
    }
    return d;
  }

  @Test
  void figuresThatMakeNoSenseAreRefusedByLine() {
    assertThatThrownBy(() -> Figure.parse("in photo 3x8x8\nconv 4 3x3\nadd photo\nout photo"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 3 (add photo)");
    assertThatThrownBy(() -> Figure.parse("in photo 3x8x8\nblur 4")).hasMessageContaining("line 2");
    assertThatThrownBy(() -> Figure.parse("in photo 3x8x8")).hasMessageContaining("out NAME");
  }

  @Test
  void settingsAreReadByName() {
    RecipeSettings own =
        RecipeSettings.PLAIN.with(Map.of("loss", "smooth-l1", "rate", ".01", "difference", "true"));
    assertThat(own.loss()).isEqualTo(PixelLoss.SMOOTH_L1);
    assertThat(own.rate()).isEqualTo(.01);
    assertThat(own.difference()).isTrue();
    assertThatThrownBy(() -> RecipeSettings.PLAIN.with(Map.of("colour", "red")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no setting colour");
    assertThatThrownBy(() -> RecipeSettings.PLAIN.with(Map.of("rate", "fast")))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> RecipeSettings.PLAIN.with(Map.of("size", "100")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("out of range");
  }
}
