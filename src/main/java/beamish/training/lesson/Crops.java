package beamish.training.lesson;

import beamish.image.FloatImage;
import beamish.image.PixelImage;

/** Crops to look at. */
final class Crops {

  private Crops() {}

  /** Planar RGB in [0, 1] as 8-bit pixels. */
  static PixelImage pixels(FloatImage crop) {
    int n = crop.width() * crop.height();
    byte[] samples = new byte[3 * n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        float v = crop.data()[c * n + i];
        samples[3 * i + c] = (byte) Math.round(255 * Math.min(1, Math.max(0, v)));
      }
    }
    return PixelImage.of8(crop.width(), crop.height(), 3, samples);
  }
}
