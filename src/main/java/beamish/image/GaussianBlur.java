package beamish.image;

/** A picture seen out of focus. */
public final class GaussianBlur {
  private GaussianBlur() {}

  /**
   * Every channel blurred; beyond the edge the outermost pixels repeat.
   *
   * @param sigma standard deviation, pixels
   */
  public static FloatImage of(FloatImage image, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      sum += Math.exp(-i * i / (2 * sigma * sigma));
    }
    for (int i = -reach; i <= reach; i++) {
      kernel[i + reach] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
    }
    int w = image.width();
    int h = image.height();
    float[] across = new float[image.data().length];
    float[] out = new float[image.data().length];
    for (int row = 0; row < image.channels() * h; row++) {
      for (int x = 0; x < w; x++) {
        float v = 0;
        for (int i = -reach; i <= reach; i++) {
          v += kernel[i + reach] * image.data()[row * w + Math.min(w - 1, Math.max(0, x + i))];
        }
        across[row * w + x] = v;
      }
    }
    for (int c = 0; c < image.channels(); c++) {
      for (int y = 0; y < h; y++) {
        for (int i = -reach; i <= reach; i++) {
          int from = (c * h + Math.min(h - 1, Math.max(0, y + i))) * w;
          for (int x = 0; x < w; x++) {
            out[(c * h + y) * w + x] += kernel[i + reach] * across[from + x];
          }
        }
      }
    }
    return new FloatImage(image.channels(), h, w, out);
  }
}
