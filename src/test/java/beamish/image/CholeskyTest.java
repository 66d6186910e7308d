package beamish.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void whatItSolvesGivesTheRightSideBack() {
    int n = 12;
    Random random = new Random(1);
    double[][] b = new double[n][n];
    for (double[] row : b) {
      for (int i = 0; i < n; i++) {
        row[i] = random.nextGaussian();
      }
    }
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          a[i][j] += b[i][k] * b[j][k];
        }
      }
    }
    double[] right = random.doubles(n).toArray();
    double[] x = new Cholesky(a).solve(right);
    double[][] inverse = new Cholesky(a).inverse();
    for (int i = 0; i < n; i++) {
      double back = 0;
      double unit = 0;
      for (int j = 0; j < n; j++) {
        back += a[i][j] * x[j];
        unit += a[i][j] * inverse[j][i];
      }
      assertThat(back).isCloseTo(right[i], within(1e-8));
      assertThat(unit).isCloseTo(1, within(1e-8));
    }
  }

  @Test
  void refusesWhatHasNoRoot() {
    assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1");
  }
}
