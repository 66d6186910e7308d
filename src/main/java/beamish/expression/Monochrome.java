package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.Cholesky;
import beamish.image.FloatImage;
import beamish.image.Luma;
import beamish.image.Point;
import java.util.Optional;

/**
 * A face in black and white, or in the tones of one colour, as old photos are. Networks that know
 * colour photos see no lips in it, and what they change has a colour. So they are shown the face in
 * the colours that faces have, as light as it is, and what they answer is brought back to the
 * photo's own tones, by its lightness alone.
 */
public final class Monochrome implements Rendition {
  /**
   * What the colours of the face differ at most from a curve of their lightness, root mean square:
   * photos in colour come to .011 and more, sepia ones to .004 to .008, the more the coarser the
   * JPEG, black and white ones to nothing. Between them lie faded ones. In a face darker than
   * {@link #LIT} colours differ by less, as much as it is darker.
   */
  private static final double ONE_TONE = .007;

  /** Mean lightness of a face from which on that bound holds. */
  private static final double LIT = .35;

  /** Terms of that curve: up to the third power. */
  private static final int TERMS = 4;

  /** The part of the crop whose colours are looked at: an ellipse, brows to chin. */
  private static final double MIDDLE = .58;

  private static final double WIDE = .3;
  private static final double HIGH = .4;

  /**
   * Skin in red, green and blue, where its lightness is 1; likewise lips half as light as the face,
   * and from 1.2 times as light on what is no lip but teeth: means of the 72 people trained on.
   */
  private static final float[] SKIN = {1.172f, .942f, .855f};

  private static final float[] LIPS = {1.36f, .843f, .863f};
  private static final float[] TEETH = {1.11f, .956f, .937f};
  private static final double DARK = .5;
  private static final double LIGHT = 1.2;

  /** Half the mouth's width and height that have lips, in mouth widths, and how far it fades. */
  private static final double MOUTH_WIDE = .52;

  private static final double MOUTH_HIGH = .24;
  private static final double FADE = .25;

  /** How far below the line of the corners its middle lies, in mouth widths. */
  private static final double LOWER = .03;

  private final double[][] tones;

  /** The mean lightness of the face. */
  private final float usual;

  /**
   * What the lightness is multiplied by, where the photo is too dark for the networks, or too pale.
   */
  private final float lift;

  private final Point mouth;
  private final double mouthWidth;

  private Monochrome(FloatImage crop, Landmarks face, double[][] tones, float usual) {
    this.tones = tones;
    this.usual = usual;
    this.lift = EyeLight.of(crop, face).map(l -> (float) Math.exp(l.seen() * l.lift())).orElse(1f);
    this.mouth = face.leftMouth().middle(face.rightMouth());
    this.mouthWidth = face.mouthWidth();
  }

  /**
   * A face in tones of one colour; empty for one in colour.
   *
   * @param crop RGB in [0, 1]
   * @param face in crop coordinates
   */
  public static Optional<Monochrome> of(FloatImage crop, Landmarks face) {
    double[][] tones = tones(crop);
    float usual = usual(crop);
    return residual(crop, tones) < ONE_TONE * Math.min(1, usual / LIT)
        ? Optional.of(new Monochrome(crop, face, tones, usual))
        : Optional.empty();
  }

  /** Each channel as a curve of lightness, through the colours of the face. */
  private static double[][] tones(FloatImage crop) {
    double[][] normal = new double[TERMS][TERMS];
    double[][] right = new double[3][TERMS];
    int plane = crop.width() * crop.height();
    for (int i = 0; i < plane; i++) {
      if (inFace(crop, i)) {
        double[] term = terms(Luma.of(crop.data(), i, plane));
        for (int k = 0; k < TERMS; k++) {
          for (int c = 0; c < 3; c++) {
            right[c][k] += term[k] * crop.data()[c * plane + i];
          }
          for (int j = 0; j < TERMS; j++) {
            normal[k][j] += term[k] * term[j];
          }
        }
      }
    }
    for (int k = 0; k < TERMS; k++) {
      normal[k][k] += 1e-6;
    }
    Cholesky solver = new Cholesky(normal);
    double[][] tones = new double[3][];
    for (int c = 0; c < 3; c++) {
      tones[c] = solver.solve(right[c]);
    }
    return tones;
  }

  /** How far the colours of the face lie from their curve. */
  private static double residual(FloatImage crop, double[][] tones) {
    int plane = crop.width() * crop.height();
    double sum = 0;
    int n = 0;
    for (int i = 0; i < plane; i++) {
      if (inFace(crop, i)) {
        float light = Luma.of(crop.data(), i, plane);
        for (int c = 0; c < 3; c++) {
          double off = crop.data()[c * plane + i] - tone(tones[c], light);
          sum += off * off;
          n++;
        }
      }
    }
    return Math.sqrt(sum / n);
  }

  private static boolean inFace(FloatImage crop, int at) {
    int row = at / crop.width();
    double u = (at % crop.width() + .5) / crop.width();
    double v = (row + .5) / crop.height();
    return Math.hypot((u - .5) / WIDE, (v - MIDDLE) / HIGH) < 1;
  }

  /** In the colours of skin and lips, as light as it is or as a face in good light. */
  @Override
  public void show(double u, double v, float[] rgb) {
    double x = (u - mouth.x()) / (MOUTH_WIDE * mouthWidth);
    double y = (v - mouth.y() - LOWER * mouthWidth) / (MOUTH_HIGH * mouthWidth);
    float lip = MouthWindow.smooth((1 + FADE - Math.hypot(x, y)) / FADE);
    float light = Luma.of(rgb, 0, 1);
    float pale = (float) Math.min(1, Math.max(0, (light / usual - DARK) / (LIGHT - DARK)));
    for (int c = 0; c < 3; c++) {
      float inMouth = LIPS[c] + (TEETH[c] - LIPS[c]) * pale;
      rgb[c] = Math.min(1, lift * light * (SKIN[c] + (inMouth - SKIN[c]) * lip));
    }
  }

  private static float usual(FloatImage crop) {
    int plane = crop.width() * crop.height();
    double sum = 0;
    int n = 0;
    for (int i = 0; i < plane; i++) {
      if (inFace(crop, i)) {
        sum += Luma.of(crop.data(), i, plane);
        n++;
      }
    }
    return (float) Math.max(1e-3, sum / n);
  }

  @Override
  public ExpressionEdit back(ExpressionEdit edit) {
    return new ExpressionEdit(
        edit.flow(),
        change(edit.shading()),
        edit.alpha(),
        toned(edit.colour()),
        edit.mouthWindow(),
        edit.mouthAlpha(),
        toned(edit.mouthColour()));
  }

  private FloatImage toned(FloatImage colour) {
    int plane = colour.width() * colour.height();
    float[] out = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      float light = Luma.of(colour.data(), i, plane) / lift;
      for (int c = 0; c < 3; c++) {
        out[c * plane + i] = (float) Math.min(1, Math.max(0, tone(tones[c], light)));
      }
    }
    return new FloatImage(3, colour.height(), colour.width(), out);
  }

  /** Changes of colour as changes of tone, by the curve's slope at the face's mean lightness. */
  private FloatImage change(FloatImage shading) {
    int plane = shading.width() * shading.height();
    float[] out = new float[3 * plane];
    for (int c = 0; c < 3; c++) {
      double[] k = tones[c];
      float slope = (float) (k[1] + usual * (2 * k[2] + 3 * usual * k[3])) / lift;
      for (int i = 0; i < plane; i++) {
        out[c * plane + i] = slope * Luma.of(shading.data(), i, plane);
      }
    }
    return new FloatImage(3, shading.height(), shading.width(), out);
  }

  private static double[] terms(double light) {
    return new double[] {1, light, light * light, light * light * light};
  }

  private static double tone(double[] curve, double light) {
    return curve[0] + light * (curve[1] + light * (curve[2] + light * curve[3]));
  }
}
