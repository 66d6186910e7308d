package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import java.util.Optional;

/**
 * The light on a face, told by the whites of its eyes, which are hardly of any colour whatever the
 * skin. Under lamps or in the shade, white teeth would shine out of an orange or a blue face, and
 * in a dark photo or a pale one networks miss where lips part. So each channel is multiplied (von
 * Kries) by what brings the whites back to where the photos of the training have them, and no
 * farther, but for red where blue tells of a lamp: a face in such light is shown as it is.
 */
public final class Illuminant implements Rendition {
  /** Logarithm of the whites' red by green in the 82 neutral photos of the London set. */
  private static final double[] RED = {-.015, .14};

  /** Their mean; they differ so much in one and the same light. */
  private static final double USUAL_RED = .04;

  /** Likewise of blue by green. */
  private static final double[] BLUE = {-.105, .04};

  /**
   * How much redder by green a light is at least that is by one less blue. Lamps and shade lie on
   * one line from red to blue, of which blue tells more, as the whites' own red differs.
   */
  private static final double LAMP = .5;

  /**
   * How much less red by green whites are than the whole face, in logarithms: not at all where lids
   * are closed over them; in the London set .095 and more, in portraits outside the studio .04.
   */
  private static final double LID = .02;

  private static final double PALE = .06;

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
    return EyeLight.of(crop, face).flatMap(Illuminant::of);
  }

  private static Optional<Illuminant> of(EyeLight light) {
    double trust = light.seen() * MouthWindow.smooth((light.paler() - LID) / (PALE - LID));
    double lift = light.lift();
    double blue = within(light.blue(), BLUE) - light.blue();
    float[] gain = {
      limited(trust * (lift + redder(light.red(), blue))),
      limited(trust * lift),
      limited(trust * (lift + blue))
    };
    return gain[0] == 1 && gain[1] == 1 && gain[2] == 1
        ? Optional.empty()
        : Optional.of(new Illuminant(gain));
  }

  /** What the red of a light is brought back by whose blue is brought back by so much. */
  private static double redder(double red, double blue) {
    double needed = within(red, RED) - red;
    double usual = USUAL_RED - red;
    double likely = -LAMP * blue;
    double lamp = within(likely, new double[] {Math.min(0, usual), Math.max(0, usual)});
    return Math.abs(lamp) > Math.abs(needed) ? lamp : needed;
  }

  private static double within(double value, double[] range) {
    return Math.min(range[1], Math.max(range[0], value));
  }

  /** A channel's gain of this logarithm. */
  private static float limited(double log) {
    return (float) Math.min(EyeLight.MOST, Math.max(1 / EyeLight.MOST, Math.exp(log)));
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
