package beamish.expression.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void keepsItsPartAndTheMean() {
    float[] out =
        new Dropout(.8).forward(new float[][] {ones(100_000)}, new long[][] {{1, 100_000}});
    int kept = 0;
    for (float f : out) {
      assertThat(f == 0 || f == 1.25f).isTrue();
      kept += f > 0 ? 1 : 0;
    }
    assertThat(kept / 100_000.).isEqualTo(.8, within(.01));
  }

  @Test
  void gradientsGoWhereTheNumbersWent() {
    Dropout dropout = new Dropout(.5);
    float[] out = dropout.forward(new float[][] {ones(1000)}, new long[][] {{10, 100}}).clone();
    assertThat(dropout.backward(ones(1000))[0]).containsExactly(out);
  }

  @Test
  void theSameSeedLeavesOutTheSame() {
    Dropout dropout = new Dropout(.5);
    dropout.reseed(7);
    float[] first = dropout.forward(new float[][] {ones(1000)}, new long[][] {{10, 100}});
    float[] next = dropout.forward(new float[][] {ones(1000)}, new long[][] {{10, 100}});
    dropout.reseed(7);
    float[] again = dropout.forward(new float[][] {ones(1000)}, new long[][] {{10, 100}});
    assertThat(again).containsExactly(first);
    assertThat(next).isNotEqualTo(first);
  }
}
