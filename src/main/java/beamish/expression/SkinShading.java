package beamish.expression;

import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Luma;
import beamish.image.Point;

/**
 * Takes back half of how a network lights the skin of somebody it does not know. What lightens and
 * darkens in a pair of photos is the smile, and in part that these were two photos; a network
 * learns both, and guesses both for strangers, whose skin it then lights too boldly.
 */
public final class SkinShading {
  private static final int F = EditGeometry.FIELD;
  private static final int N = F * F;
  private static final int CROP = EditGeometry.CROP;

  /** Pixels of the crop in a field's sample, along a row. */
  private static final int CELL = CROP / F;

  /** How much of it is kept away from the mouth. */
  private static final float KEPT = .5f;

  /**
   * What is the mouth's, whose shading is all kept: lips, what parts them, and where folds begin.
   * Half its width and height, in mouth widths; a part of that again it fades over.
   */
  private static final double WIDTH = .75;

  private static final double HEIGHT = .52;
  private static final double FADING = .4;

  /** How far below the line of the corners its middle lies, crop widths. */
  private static final double BELOW = .01;

  /** Most that anything is lightened by, as a part of its own lightness. */
  private static final float LIGHTER = .25f;

  private SkinShading() {}

  /**
   * Changes the shading of an edit in place.
   *
   * @param shading {@code [3][64][64]} of the whole crop
   * @param face in crop coordinates, before the edit
   */
  public static void restrain(FloatImage shading, Landmarks face) {
    Point middle = face.leftMouth().middle(face.rightMouth());
    for (int i = 0; i < N; i++) {
      int row = i / F;
      double across = ((i % F + .5) / F - middle.x()) / WIDTH;
      double down = ((row + .5) / F - middle.y() - BELOW) / HEIGHT;
      double away = Math.hypot(across, down) / face.mouthWidth();
      float mouth = MouthWindow.smooth((1 + FADING - away) / FADING);
      for (int c = 0; c < 3; c++) {
        shading.data()[c * N + i] *= KEPT + (1 - KEPT) * mouth;
      }
    }
  }

  /**
   * Lightens dark skin and lips by less: light multiplies, while shading adds, and what is a faint
   * gleam on most people's lips is a veil on the darkest. Changes the shading in place.
   *
   * @param shading {@code [3][64][64]} of the whole crop
   * @param lightness before the edit, see {@link #lightness}
   */
  public static void dim(FloatImage shading, float[] lightness) {
    float[] s = shading.data();
    for (int i = 0; i < N; i++) {
      float most = LIGHTER * lightness[i];
      for (int o = i; o < 3 * N; o += N) {
        if (s[o] > 0) {
          s[o] = most > 0 ? most * (float) Math.tanh(s[o] / most) : 0;
        }
      }
    }
  }

  /**
   * How light a face is where each of a field's samples lies, {@code [64][64]}: for {@link #dim},
   * once a face.
   *
   * @param crop {@code [3][256][256]} RGB in [0, 1]
   */
  public static float[] lightness(float[] crop) {
    float[] lightness = new float[N];
    for (int i = 0; i < N; i++) {
      lightness[i] = lightness(crop, i % F, i / F);
    }
    return lightness;
  }

  /** The mean over the pixels of a field's sample. */
  private static float lightness(float[] crop, int column, int row) {
    float sum = 0;
    for (int y = row * CELL; y < (row + 1) * CELL; y++) {
      for (int x = column * CELL; x < (column + 1) * CELL; x++) {
        sum += Luma.of(crop, y * CROP + x, CROP * CROP);
      }
    }
    return sum / (CELL * CELL);
  }
}
