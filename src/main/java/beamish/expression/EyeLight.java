package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Optional;

/**
 * What the whites of the eyes tell of the light on a face.
 *
 * @param red logarithm of their red by their green
 * @param blue of their blue by their green
 * @param green how light they are, in [0, 1]
 * @param paler how much less red by green they are than the whole face, in logarithms
 * @param beside how light they are beside the whole face
 */
record EyeLight(double red, double blue, double green, double paler, double beside) {
  /** Of the pixels of an eye, the lightest are glints, and those after them the white. */
  private static final double GLINT = .02;

  private static final double WHITE = .1;

  /** Whites darker than the first or lighter than the second are not shown as they are. */
  private static final double DARK = .4;

  private static final double LIGHT = .78;

  /** How light they are beside the whole face: behind dark glasses less than half, else .76 on. */
  private static final double HIDDEN = .55;

  private static final double SEEN = .75;

  /** Most that a photo is multiplied by to be shown, or divided. */
  static final double MOST = 4;

  /**
   * Looks at both eyes; empty where they are as dark as in a picture of nothing.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  static Optional<EyeLight> of(FloatImage crop, Landmarks face) {
    double[] white = new double[3];
    add(crop, face.leftEye(), face.eyeDistance(), white);
    add(crop, face.rightEye(), face.eyeDistance(), white);
    if (!(white[0] > 0 && white[1] > 0 && white[2] > 0)) {
      return Optional.empty();
    }
    int n = crop.width();
    double[] sum = new double[2];
    int pixels = 0;
    for (int y = n / 4; y < n; y++) {
      for (int x = n / 4; x < n - n / 4; x++) {
        sum[0] += crop.at(0, x, y);
        sum[1] += crop.at(1, x, y);
        pixels++;
      }
    }
    double green = white[1] / 2;
    double red = Math.log(white[0] / white[1]);
    return Optional.of(
        new EyeLight(
            red,
            Math.log(white[2] / white[1]),
            green,
            Math.log(Math.max(1e-9, sum[0]) / Math.max(1e-9, sum[1])) - red,
            green * pixels / Math.max(1e-9, sum[1])));
  }

  /** Adds the mean colour of an eye's white. */
  private static void add(FloatImage crop, Point pupil, double eyes, double[] white) {
    float[] data = crop.data();
    int plane = data.length / 3;
    int[] lightest = EyeWhites.lightest(data, pupil, eyes);
    int from = (int) (GLINT * lightest.length);
    int to = (int) (WHITE * lightest.length);
    for (int k = from; k < to; k++) {
      for (int c = 0; c < 3; c++) {
        white[c] += data[c * plane + lightest[k]] / (to - from);
      }
    }
  }

  /** How surely what was looked at are eyes that can be seen, by their lightness: 0 … 1. */
  double seen() {
    return MouthWindow.smooth((beside - HIDDEN) / (SEEN - HIDDEN));
  }

  /**
   * Logarithm of what the photo is multiplied by to be as light as training's: more than 0 for a
   * dark photo, less for one that was exposed too long.
   */
  double lift() {
    double usual = Math.min(LIGHT, Math.max(DARK, green));
    return Math.log(Math.min(MOST, usual / green));
  }
}
