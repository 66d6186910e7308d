package beamish.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelImageTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void aPartHoldsItsOwnPixels(int depth) {
    PixelImage whole =
        depth == 8
            ? PixelImage.of8(5, 4, 2, new byte[40])
            : PixelImage.of16(5, 4, 2, new short[40]);
    for (int i = 0; i < 40; i++) {
      whole.setSample(i / 2 % 5, i / 10, i % 2, i);
    }
    PixelImage part = whole.part(1, 2, 3, 2);
    assertThat(part.bitDepth()).isEqualTo(depth);
    assertThat(part.width()).isEqualTo(3);
    assertThat(part.height()).isEqualTo(2);
    assertThat(part.sample(0, 0, 0)).isEqualTo(22);
    assertThat(part.sample(2, 1, 1)).isEqualTo(37);
    part.setSample(0, 0, 0, 99);
    assertThat(whole.sample(1, 2, 0)).isEqualTo(22);
  }

  @Test
  void thePartThatIsAllIsTheSame() {
    PixelImage whole = PixelImage.of8(2, 2, 1, new byte[] {1, 2, 3, 4});
    assertThat(whole.part(0, 0, 2, 2).hasSamePixels(whole)).isTrue();
  }
}
