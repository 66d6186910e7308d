package beamish.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightBlendTest {
  private static Tensor tensor(String name, float... data) {
    return new Tensor(name, new int[] {data.length}, data);
  }

  @Test
  void goesALittleBackAndLeavesWhatIsNewAlone() {
    List<Tensor> learned = List.of(tensor("a.W", 2, -1), tensor("b.W", 5));
    List<Tensor> blended = WeightBlend.of(learned, Map.of("a.W", tensor("a.W", 0, -1)));
    assertThat(blended.get(0).data()[0]).isCloseTo(1.4f, within(1e-6f));
    assertThat(blended.get(0).data()[1]).isEqualTo(-1);
    assertThat(blended.get(1).data()).containsExactly(5);
    assertThat(learned.get(0).data()[0]).isEqualTo(2);
    assertThat(WeightBlend.of(learned, Map.of())).isEqualTo(learned);
  }
}
