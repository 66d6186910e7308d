package beamish.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import beamish.image.PixelImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SrgbViewTest {

  private static PhotoMetadata profile(int colourSpace) {
    return new PhotoMetadata(null, null, ICC_Profile.getInstance(colourSpace).getData());
  }

  @Test
  void nothingIsConvertedWithoutAProfileOrWithSrgb() {
    PixelImage rgb = TestPictures.smooth(20, 20, 3);
    assertThat(SrgbView.toSrgb(rgb, PhotoMetadata.NONE)).isSameAs(rgb);
    assertThat(SrgbView.toSrgb(rgb, profile(ColorSpace.CS_sRGB))).isSameAs(rgb);
    PixelImage rgba = TestPictures.smooth(20, 20, 4);
    assertThat(SrgbView.of(new Photo(Path.of("a"), rgba, PhotoMetadata.NONE))).isSameAs(rgba);
  }

  @Test
  void aLinearProfileIsApplied() {
    // Linear 0.2140 is sRGB 0.5.
    PixelImage linear8 = PixelImage.of8(1, 1, 3, new byte[] {55, 55, 55});
    PixelImage seen = SrgbView.toSrgb(linear8, profile(ColorSpace.CS_LINEAR_RGB));
    assertThat(seen.sample(0, 0, 1)).isBetween(126, 130);
    short v = (short) (.2140 * 65535);
    PixelImage linear16 = PixelImage.of16(2, 1, 4, new short[] {v, v, v, 0, v, v, v, v});
    PixelImage seen16 = SrgbView.toSrgb(linear16, profile(ColorSpace.CS_LINEAR_RGB));
    assertEquals("2x1x4@8", TestPictures.describe(seen16));
    assertThat(seen16.sample(1, 0, 0)).isBetween(126, 130);
    assertEquals(0, seen16.sample(0, 0, 3));
    assertEquals(55, seen16.sample(1, 0, 3));
  }

  @Test
  void greyBecomesColourThroughItsOwnProfile() {
    PixelImage grey = PixelImage.of8(1, 1, 2, new byte[] {55, 77});
    PixelImage plain = SrgbView.toSrgb(grey, PhotoMetadata.NONE);
    assertThat(plain.samples8()).containsExactly(55, 55, 55, 77);
    PixelImage seen = SrgbView.toSrgb(grey, profile(ColorSpace.CS_GRAY));
    assertThat(seen.sample(0, 0, 0)).isBetween(126, 130);
    assertEquals(seen.sample(0, 0, 0), seen.sample(0, 0, 2));
    assertEquals(77, seen.sample(0, 0, 3));
  }

  @Test
  void aProfileForOtherDataOrWithoutSenseIsIgnored() {
    PixelImage rgb = TestPictures.smooth(20, 20, 3);
    for (String space : new String[] {"RGB ", "CMYK", "GRAY"}) {
      byte[] icc = TestPictures.profile(space, 500);
      assertThat(SrgbView.toSrgb(rgb, new PhotoMetadata(null, null, icc))).isSameAs(rgb);
    }
    PhotoMetadata stub = new PhotoMetadata(null, null, new byte[3]);
    assertThat(SrgbView.toSrgb(rgb, stub)).isSameAs(rgb);
  }

  @Test
  void sixteenBitsAreRounded() {
    short[] all = new short[65536];
    for (int i = 0; i < all.length; i++) {
      all[i] = (short) i;
    }
    PixelImage seen = SampleDepth.to8(PixelImage.of16(256, 256, 1, all));
    for (int i = 0; i < all.length; i++) {
      assertEquals(Math.round(i / 257.0), seen.samples8()[i] & 0xff);
    }
  }
}
