package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beamish.image.FloatImage;
import beamish.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownFacesTest {
  private static final KnownFaces TWO =
      new KnownFaces(
          List.of(Optional.of(grey(.7f)), Optional.of(grey(.9f))),
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
    KnownFaces back = KnownFaces.of(named(TWO.tensors())).orElseThrow();
    assertThat(back.codes()).isDeepEqualTo(TWO.codes());
    assertThat(back.spread()).containsExactly(TWO.spread());
    assertThat(back.pictures().get(1).orElseThrow().colour().data()[5]).isEqualTo(.9f);
    assertThat(KnownFaces.of(Map.of())).isEmpty();
  }

  @Test
  void aFaceThatNeverShowedTeethIsKnownToo() {
    KnownFaces faces =
        new KnownFaces(
            List.of(Optional.empty(), Optional.of(grey(.9f))), TWO.codes(), TWO.spread());
    KnownFaces back = KnownFaces.of(named(faces.tensors())).orElseThrow();
    assertThat(back.pictures().get(0)).isEmpty();
    assertThat(back.pictures().get(1)).isPresent();
    assertThat(back.faceOf(new float[] {1, -1, 1, 5})).isZero();
  }

  @Test
  void whatIsNotWholeIsRefused() {
    Map<String, Tensor> weights = named(TWO.tensors());
    weights.remove("teeth.2");
    assertThatThrownBy(() -> KnownFaces.of(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("face 2");
    weights.put("teeth.2", new Tensor("teeth.2", new int[] {3, 1, 1}, new float[3]));
    assertThatThrownBy(() -> KnownFaces.of(weights)).isInstanceOf(IllegalArgumentException.class);
    Tensor flat = new Tensor(KnownFaces.CODES, new int[] {4}, new float[4]);
    assertThatThrownBy(() -> KnownFaces.of(Map.of(KnownFaces.CODES, flat)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
