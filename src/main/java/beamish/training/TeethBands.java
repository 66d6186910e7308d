package beamish.training;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import java.util.ArrayList;
import java.util.List;

/** The mean of pictures with the contrast, band by band, that a single one has. */
final class TeethBands {
  private static final double[] SIGMA = {.7, 1.4, 2.8, 5.6};

  /** More would show the noise that is left. */
  private static final double MOST = 2.2;

  private TeethBands() {}

  /**
   * The mean.
   *
   * @param pictures of one shape
   * @param weight {@code [1][h][w]}: where contrast is measured, and given back
   */
  static FloatImage mean(List<FloatImage> pictures, FloatImage weight) {
    FloatImage first = pictures.get(0);
    FloatImage mean = FloatImage.zeros(first.channels(), first.height(), first.width());
    double[][] single = new double[SIGMA.length][first.channels()];
    for (FloatImage p : pictures) {
      for (int i = 0; i < mean.data().length; i++) {
        mean.data()[i] += p.data()[i] / pictures.size();
      }
      List<FloatImage> bands = bands(p);
      for (int b = 0; b < SIGMA.length; b++) {
        for (int c = 0; c < p.channels(); c++) {
          single[b][c] += energy(bands.get(b), weight, c) / pictures.size();
        }
      }
    }
    List<FloatImage> bands = bands(mean);
    int n = first.height() * first.width();
    for (int b = 0; b < SIGMA.length; b++) {
      for (int c = 0; c < mean.channels(); c++) {
        double own = energy(bands.get(b), weight, c);
        float gain = (float) Math.min(MOST, Math.sqrt(single[b][c] / Math.max(1e-12, own)));
        for (int i = 0; i < n; i++) {
          float here = Math.min(1, 1.5f * weight.data()[i]);
          mean.data()[c * n + i] += (gain - 1) * here * bands.get(b).data()[c * n + i];
        }
      }
    }
    for (int i = 0; i < mean.data().length; i++) {
      mean.data()[i] = Math.min(1, Math.max(0, mean.data()[i]));
    }
    return mean;
  }

  /** Differences of ever more blurred pictures. */
  private static List<FloatImage> bands(FloatImage picture) {
    List<FloatImage> bands = new ArrayList<>();
    FloatImage finer = picture;
    for (double sigma : SIGMA) {
      FloatImage coarser = GaussianBlur.of(picture, sigma);
      float[] d = new float[finer.data().length];
      for (int i = 0; i < d.length; i++) {
        d[i] = finer.data()[i] - coarser.data()[i];
      }
      bands.add(new FloatImage(picture.channels(), picture.height(), picture.width(), d));
      finer = coarser;
    }
    return bands;
  }

  private static double energy(FloatImage band, FloatImage weight, int channel) {
    int n = band.height() * band.width();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float v = band.data()[channel * n + i];
      sum += weight.data()[i] * v * v;
    }
    return sum;
  }
}
