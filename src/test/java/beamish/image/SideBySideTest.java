package beamish.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void firstStandsLeft() {
    PixelImage a = PixelImage.of8(1, 2, 1, new byte[] {1, 2});
    PixelImage b = PixelImage.of8(1, 2, 1, new byte[] {3, 4});
    PixelImage joined = PixelImage.of8(2, 2, 1, new byte[] {1, 3, 2, 4});
    assertThat(SideBySide.of(a, b).hasSamePixels(joined)).isTrue();
  }

  @Test
  void deepPicturesStayDeep() {
    PixelImage a = PixelImage.of16(1, 1, 3, new short[] {1, 2, 3});
    PixelImage b = PixelImage.of16(1, 1, 3, new short[] {4, 5, 6});
    PixelImage joined = PixelImage.of16(2, 1, 3, new short[] {1, 2, 3, 4, 5, 6});
    assertThat(SideBySide.of(a, b).hasSamePixels(joined)).isTrue();
  }
}
