package beamish.training.lesson;

import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.Likeness;
import beamish.image.FloatImage;
import beamish.image.Luma;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.List;

/** Takes in a face of an open photo. On the model lane. */
final class FaceSight {
  /** Cells of the light's grid, each way. */
  static final int GRID = 8;

  /** Pixels of the crop that sharpness is measured in; the eyes are 40 px apart there. */
  private static final int SIZE = 112;

  private FaceSight() {}

  static SeenFace of(PixelImage photo, DetectedFace face, Likeness likeness) {
    Similarity photoToCrop = CropTemplate.photoToCrop(face.landmarks());
    float[] grey = grey(AlignedCrop.square(photo, photoToCrop, SIZE));
    return new SeenFace(
        face.landmarks(),
        face.yawDegrees(),
        sharpness(grey),
        list(likeness.of(photo, photoToCrop)),
        light(grey));
  }

  /** Brightness by Rec. 601. */
  private static float[] grey(FloatImage crop) {
    float[] rgb = crop.data();
    int n = rgb.length / 3;
    float[] grey = new float[n];
    for (int i = 0; i < n; i++) {
      grey[i] = Luma.of(rgb, i, n);
    }
    return grey;
  }

  /**
   * Deviation of the Laplacian over that of the brightness, within the face: what share of the
   * contrast is fine detail, whatever the face's size and light. Sharp photos have .43 and more
   * (London set and press portraits), the same blurred by a Gaussian of a fiftieth of the eye
   * distance .39 and less. {@link beamish.training.FaceSharpness} compares two photos of one size
   * instead.
   */
  private static double sharpness(float[] grey) {
    double[] detail = new double[2];
    double[] contrast = new double[2];
    int count = 0;
    for (int y = 1; y < SIZE - 1; y++) {
      for (int x = 1; x < SIZE - 1; x++) {
        double u = (x + .5) / SIZE;
        double v = (y + .5) / SIZE;
        if (Math.hypot((u - .5) / .36, (v - .55) / .44) < 1) {
          int i = y * SIZE + x;
          add(detail, 4 * grey[i] - grey[i - 1] - grey[i + 1] - grey[i - SIZE] - grey[i + SIZE]);
          add(contrast, grey[i]);
          count++;
        }
      }
    }
    return Math.sqrt(variance(detail, count) / Math.max(1e-9, variance(contrast, count)));
  }

  private static void add(double[] sums, double value) {
    sums[0] += value;
    sums[1] += value * value;
  }

  private static double variance(double[] sums, int count) {
    double mean = sums[0] / count;
    return sums[1] / count - mean * mean;
  }

  private static List<Float> light(float[] grey) {
    float[] cells = new float[GRID * GRID];
    int edge = SIZE / GRID;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        cells[y / edge * GRID + x / edge] += grey[y * SIZE + x] / (edge * edge);
      }
    }
    return list(cells);
  }

  static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>(values.length);
    for (float v : values) {
      list.add(v);
    }
    return list;
  }
}
