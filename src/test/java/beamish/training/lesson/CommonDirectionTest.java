package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.expression.dl4j.BeamishGraphs;
import beamish.image.FloatImage;
import beamish.job.Cancellation;
import beamish.tensor.Tensor;
import beamish.training.TrainingPair;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CommonDirectionTest {
  private static final int K = BeamishGraphs.LATENT;

  private static final List<Tensor> WEIGHTS =
      List.of(
          new Tensor("code.b", new int[] {2}, new float[] {3, 4}),
          new Tensor("direction.W", new int[] {1, 2}, new float[] {5, 6}),
          new Tensor("direction.b", new int[] {K}, new float[K]));

  private static TrainingPair pair(String name, int shade) {
    byte[] cut = new byte[3 * TrainingPair.SIZE * TrainingPair.SIZE];
    Arrays.fill(cut, (byte) shade);
    return new TrainingPair(name, cut, cut, List.of(), List.of());
  }

  private static List<Tensor> common(Function<FloatImage, float[]> direction) {
    return CommonDirection.of(
        WEIGHTS, direction, List.of(pair("ann", 0), pair("bob", 255)), new Cancellation());
  }

  /** Dark faces go along the first axis, light ones along the second; both go along the third. */
  private static float[] own(FloatImage view) {
    float[] d = new float[K];
    d[view.data()[0] > .1f ? 1 : 0] = 4;
    d[2] = 3;
    return d;
  }

  @Test
  void isTheMeanOfAllAsLongAsTheyAre() {
    float[] mean = common(CommonDirectionTest::own).get(2).data();
    double scale = 5 / Math.sqrt(2 * 2 + 2 * 2 + 3 * 3);
    assertThat(mean[0]).isCloseTo((float) (2 * scale), within(1e-4f));
    assertThat(mean[1]).isCloseTo((float) (2 * scale), within(1e-4f));
    assertThat(mean[2]).isCloseTo((float) (3 * scale), within(1e-4f));
    assertThat(Arrays.copyOfRange(mean, 3, K)).containsOnly(0);
  }

  @Test
  void noFaceHasADirectionOfItsOwn() {
    List<Tensor> all = common(CommonDirectionTest::own);
    assertThat(all)
        .extracting(Tensor::name)
        .containsExactly("code.b", "direction.W", "direction.b");
    assertThat(all.get(0)).isSameAs(WEIGHTS.get(0));
    assertThat(all.get(1).data()).containsOnly(0);
    assertThat(all.get(1).shape()).isEqualTo(WEIGHTS.get(1).shape());
    assertThat(WEIGHTS.get(1).data()).containsExactly(5, 6);
  }

  @Test
  void whoGoesNowhereStays() {
    assertThat(common(view -> new float[K]).get(2).data()).containsOnly(0);
  }
}
