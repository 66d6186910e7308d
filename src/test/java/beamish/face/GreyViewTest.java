package beamish.face;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.image.PixelImage;
import org.junit.jupiter.api.Test;

class GreyViewTest {

  @Test
  void averagesSquaresOfLuma() {
    // 5x4 RGB: left 2x2 white, the next 2x2 half red; the fifth column is left over
    byte[] rgb = new byte[5 * 4 * 3];
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 2; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[(y * 5 + x) * 3 + c] = (byte) 255;
        }
      }
      rgb[(y * 5 + 2) * 3] = (byte) 255;
    }
    PixelImage grey = GreyView.reduced(PixelImage.of8(5, 4, 3, rgb), 2);
    assertThat(grey.width()).isEqualTo(2);
    assertThat(grey.sample(0, 0, 0)).isEqualTo(255);
    assertThat(grey.sample(1, 0, 0)).isEqualTo(38); // 77/256 of 255, halved
    assertThat(grey.sample(0, 1, 0)).isZero();
  }

  @Test
  void sixteenBitsGiveTheSameGrey() {
    short[] deep = new short[4 * 4];
    java.util.Arrays.fill(deep, (short) (100 * 257));
    PixelImage grey = GreyView.reduced(PixelImage.of16(4, 4, 1, deep), 2);
    assertThat(grey.sample(1, 1, 0)).isEqualTo(100);
  }

  @Test
  void aPartStartsWhereItIsTold() {
    byte[] ramp = new byte[10 * 10];
    for (int i = 0; i < 100; i++) {
      ramp[i] = (byte) (i % 10 * 10);
    }
    PixelImage part = GreyView.reduced(PixelImage.of8(10, 10, 1, ramp), 4, 2, 2, 3, 2);
    assertThat(part.width()).isEqualTo(2);
    assertThat(part.height()).isEqualTo(3);
    assertThat(part.sample(0, 0, 0)).isEqualTo(45);
    assertThat(part.sample(1, 2, 0)).isEqualTo(65);
  }
}
