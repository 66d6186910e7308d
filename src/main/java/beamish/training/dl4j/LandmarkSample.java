package beamish.training.dl4j;

import beamish.face.AlignedCrop;
import beamish.face.dl4j.LandmarkLayout;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.Arrays;
import java.util.List;

/**
 * One photo of a face with known points, cut with a wide margin.
 *
 * @param name the photo's name
 * @param pixels {@code [4][EDGE][EDGE]}: red, green, blue and their mean in [0, 1]; the network's
 *     square lies in its middle, a {@link #SPAN}th as wide
 * @param points in the square's coordinates, {@link LandmarkLayout}'s order
 * @param known which of them are trusted
 * @param backdrop {@code [EDGE²]} 0 … 1: how surely a pixel is the studio's plain backdrop
 */
record LandmarkSample(
    String name, FloatImage pixels, List<Point> points, boolean[] known, float[] backdrop) {
  static final int EDGE = 320;
  static final double SPAN = 2.4;

  /** Cuts a sample from a photo whose points are known in photo pixels. */
  static LandmarkSample cut(String name, PixelImage photo, List<Point> points, boolean[] known) {
    Similarity toSquare = LandmarkLayout.photoToSquare(points);
    Similarity toCache = toSquare.then(new Similarity(1 / SPAN, 0, .5 - .5 / SPAN, .5 - .5 / SPAN));
    FloatImage pixels = AlignedCrop.square(photo, toCache, EDGE);
    return new LandmarkSample(
        name,
        withMean(pixels),
        points.stream().map(toSquare::apply).toList(),
        known,
        backdrop(pixels));
  }

  static FloatImage withMean(FloatImage rgb) {
    int n = EDGE * EDGE;
    float[] d = Arrays.copyOf(rgb.data(), 4 * n);
    for (int i = 0; i < n; i++) {
      d[3 * n + i] = (d[i] + d[n + i] + d[2 * n + i]) / 3;
    }
    return new FloatImage(4, EDGE, EDGE, d);
  }

  /** Pixels near the colour that most of the upper corners have, but none of the face itself. */
  private static float[] backdrop(FloatImage pixels) {
    float[] reference = new float[3];
    int k = EDGE / 8;
    for (int c = 0; c < 3; c++) {
      float[] corner = new float[2 * k * k];
      int n = 0;
      for (int y = 0; y < k; y++) {
        for (int x = 0; x < k; x++) {
          corner[n++] = pixels.at(c, x, y);
          corner[n++] = pixels.at(c, EDGE - 1 - x, y);
        }
      }
      Arrays.sort(corner);
      reference[c] = corner[n / 2];
    }
    float[] mask = new float[EDGE * EDGE];
    for (int i = 0; i < mask.length; i++) {
      double off = 0;
      for (int c = 0; c < 3; c++) {
        off = Math.max(off, Math.abs(pixels.data()[c * mask.length + i] - reference[c]));
      }
      int column = i % EDGE;
      int row = i / EDGE;
      double u = (column + .5 - EDGE / 2.) / EDGE * SPAN / .37;
      double v = (row + .5 - EDGE / 2.) / EDGE * SPAN / .5;
      double beyondFace = Math.min(1, Math.max(0, (u * u + v * v - 1) / .2));
      mask[i] = (float) (beyondFace * Math.min(1, Math.max(0, (.12 - off) / .05)));
    }
    return mask;
  }
}
