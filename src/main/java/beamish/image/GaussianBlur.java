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

  /**
   * A picture of samples in [0, 1] with other fine contrast (unsharp masking).
   *
   * @param sigma of the blur that takes away what is fine, pixels
   * @param more by what part it is to be stronger: 0 as it is, 1 twice as strong, below 0 weaker
   */
  public static FloatImage unsharp(FloatImage image, double sigma, float more) {
    float[] soft = of(image, sigma).data();
    float[] sharp = new float[soft.length];
    for (int i = 0; i < sharp.length; i++) {
      float own = image.data()[i];
      sharp[i] = Math.min(1, Math.max(0, own + more * (own - soft[i])));
    }
    return new FloatImage(image.channels(), image.height(), image.width(), sharp);
  }
}
