package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.image.FloatImage;
import beamish.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTeethTest {
  private static final KnownTeeth TWO =
      new KnownTeeth(
          List.of(grey(.7f), grey(.9f)),
          new float[][] {{0, 0, 0, 0}, {4, 0, 0, 20}},
          new float[] {1, 1, 1, 5});

  private static TeethPicture grey(float light) {
    FloatImage all = FloatImage.zeros(3, TeethPicture.ROWS, TeethPicture.COLUMNS);
    Arrays.fill(all.data(), light);
    return new TeethPicture(all);
  }

  private static Map<String, Tensor> named(List<Tensor> tensors) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    tensors.forEach(t -> all.put(t.name(), t));
    return all;
  }

  @Test
  void aFaceIsTheNearestKnownOneOrAStranger() {
    assertThat(TWO.faceOf(new float[] {1, -1, 1, 5})).isZero();
    assertThat(TWO.faceOf(new float[] {3, 1, 0, 16})).isEqualTo(1);
    // between both, and far from both
    assertThat(TWO.faceOf(new float[] {2, 2, 2, 10})).isEqualTo(-1);
    assertThat(TWO.faceOf(new float[] {-9, 0, 0, 0})).isEqualTo(-1);
  }

  @Test
  void comesBackFromAModelsWeights() {
    KnownTeeth back = KnownTeeth.of(named(TWO.tensors())).orElseThrow();
    assertThat(back.codes()).isDeepEqualTo(TWO.codes());
    assertThat(back.spread()).containsExactly(TWO.spread());
    assertThat(back.pictures().get(1).colour().data()[5]).isEqualTo(.9f);
    assertThat(KnownTeeth.of(Map.of())).isEmpty();
  }

  @Test
  void whatIsNotWholeIsRefused() {
    Map<String, Tensor> weights = named(TWO.tensors());
    weights.remove("teeth.2");
    assertThatThrownBy(() -> KnownTeeth.of(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("face 2");
    weights.put("teeth.2", new Tensor("teeth.2", new int[] {3, 1, 1}, new float[3]));
    assertThatThrownBy(() -> KnownTeeth.of(weights)).isInstanceOf(IllegalArgumentException.class);
    Tensor flat = new Tensor(KnownTeeth.CODES, new int[] {4}, new float[4]);
    assertThatThrownBy(() -> KnownTeeth.of(Map.of(KnownTeeth.CODES, flat)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
