package beamish.expression.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelperCheckTest {

  @Test
  void convolutionsRunOnOneDnn() {
    HelperCheck check = HelperCheck.run();

    assertThat(check.backend()).isEqualTo("CPU");
    assertThat(check.kernel())
        .as(
            "DL4J convolves without oneDNN, ten times slower: look at the property"
                + " org.eclipse.deeplearning4j.helpers.disable, the classifier of nd4j-native and"
                + " org.nd4j.nativeblas.Nd4jCpu")
        .isEqualTo("MKLDNNConvHelper");
  }
}
