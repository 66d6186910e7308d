package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Optional;

/**
 * The light on a face, told by the whites of its eyes, which are hardly of any colour whatever the
 * skin. Under lamps or in the shade, white teeth would shine out of an orange or a blue face. So
 * each channel is multiplied (von Kries) by what brings the whites back to where the photos of the
 * training have them, and no farther: a face in such light is shown as it is.
 */
public final class Illuminant implements Rendition {
  /** Of the pixels of an eye, the lightest are glints, and those after them the white. */
  private static final double GLINT = .02;

  private static final double WHITE = .1;

  /** Of the whites, the logarithm of red by green in the 82 neutral photos of the London set; */
  private static final double[] RED = {-.015, .14};

  /** that of blue by green; */
  private static final double[] BLUE = {-.105, .04};

  /** and the least green. */
  private static final double DARK = .4;

  /**
   * How much less red by green whites are than the whole face, in logarithms: not at all where lids
   * are closed over them; in the London set .095 and more, in portraits outside the studio .04.
   */
  private static final double LID = .02;

  private static final double PALE = .06;

  /** How light they are beside the whole face: behind dark glasses less than half, else .76 on. */
  private static final double HIDDEN = .55;

  private static final double SEEN = .75;

  /** Most that a channel is multiplied by, or divided. */
  private static final double MOST = 2.5;

  private final float[] gain;

  private Illuminant(float[] gain) {
    this.gain = gain;
  }

  /**
   * A face in unusual light; empty for one in light that the training knows.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   * @param face in crop coordinates
   */
  public static Optional<Illuminant> of(FloatImage crop, Landmarks face) {
    double[] white = new double[3];
    add(crop, face.leftEye(), face.eyeDistance(), white);
    add(crop, face.rightEye(), face.eyeDistance(), white);
    double green = white[1] / 2;
    if (!(white[0] > 0 && green > 0 && white[2] > 0)) {
      return Optional.empty();
    }
    double red = Math.log(white[0] / white[1]);
    double blue = Math.log(white[2] / white[1]);
    double lift = Math.log(Math.max(1, DARK / green));
    double trust = trust(crop, red, green);
    float[] gain = {
      limited(trust * (lift + within(red, RED) - red)),
      limited(trust * lift),
      limited(trust * (lift + within(blue, BLUE) - blue))
    };
    return gain[0] == 1 && gain[1] == 1 && gain[2] == 1
        ? Optional.empty()
        : Optional.of(new Illuminant(gain));
  }

  private static double within(double value, double[] range) {
    return Math.min(range[1], Math.max(range[0], value));
  }

  /** A channel's gain of this logarithm. */
  private static float limited(double log) {
    return (float) Math.min(MOST, Math.max(1 / MOST, Math.exp(log)));
  }

  /** How surely what was looked at are the whites of eyes: 0 … 1. */
  private static double trust(FloatImage crop, double red, double green) {
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
    double paler = Math.log(Math.max(1e-9, sum[0]) / Math.max(1e-9, sum[1])) - red;
    double light = green * pixels / Math.max(1e-9, sum[1]);
    return MouthWindow.smooth((paler - LID) / (PALE - LID))
        * MouthWindow.smooth((light - HIDDEN) / (SEEN - HIDDEN));
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

  @Override
  public void show(double u, double v, float[] rgb) {
    for (int c = 0; c < 3; c++) {
      rgb[c] = Math.min(1, rgb[c] * gain[c]);
    }
  }

  @Override
  public ExpressionEdit back(ExpressionEdit edit) {
    return new ExpressionEdit(
        edit.flow(),
        divided(edit.shading(), -1),
        edit.alpha(),
        divided(edit.colour(), 0),
        edit.mouthWindow(),
        edit.mouthAlpha(),
        divided(edit.mouthColour(), 0));
  }

  /** Each channel by its gain, no less than {@code least} and no more than 1. */
  private FloatImage divided(FloatImage image, float least) {
    float[] out = new float[image.data().length];
    int plane = out.length / 3;
    for (int c = 0; c < 3; c++) {
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        out[i] = Math.min(1, Math.max(least, image.data()[i] / gain[c]));
      }
    }
    return new FloatImage(3, image.height(), image.width(), out);
  }
}
