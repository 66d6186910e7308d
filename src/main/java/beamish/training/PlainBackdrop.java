package beamish.training;

import beamish.image.PixelImage;
import java.util.Arrays;

/** The plain, unevenly lit backdrop of a studio photo, read along the photo's two sides. */
final class PlainBackdrop {
  /** Rows below this part of the height may show shoulders at the sides. */
  private static final double CLEAR = .6;

  private static final int SMOOTH = 30;
  private final int width;

  /** {@code [row][left R, G, B, right R, G, B]} in 0 … 1. */
  private final float[][] sides;

  private PlainBackdrop(int width, float[][] sides) {
    this.width = width;
    this.sides = sides;
  }

  static PlainBackdrop of(PixelImage photo) {
    int band = Math.max(3, photo.width() / 25);
    int clear = (int) (photo.height() * CLEAR);
    float[][] raw = new float[clear][6];
    int[] values = new int[band];
    for (int y = 0; y < clear; y++) {
      for (int k = 0; k < 6; k++) {
        for (int i = 0; i < band; i++) {
          values[i] = photo.sample(k < 3 ? i : photo.width() - 1 - i, y, k % 3);
        }
        Arrays.sort(values);
        raw[y][k] = values[band / 2] / 255f;
      }
    }
    float[][] sides = new float[photo.height()][6];
    for (int y = 0; y < photo.height(); y++) {
      int centre = Math.min(y, clear - 1 - SMOOTH);
      int from = Math.max(0, centre - SMOOTH);
      int to = Math.min(clear - 1, centre + SMOOTH);
      for (int r = from; r <= to; r++) {
        for (int k = 0; k < 6; k++) {
          sides[y][k] += raw[r][k] / (to - from + 1);
        }
      }
    }
    return new PlainBackdrop(photo.width(), sides);
  }

  /** 0 for the backdrop's own colour at this place of the photo, 1 for a clearly other one. */
  float foreground(float[] rgb, double x, double y) {
    float[] row = sides[(int) Math.min(Math.max(y, 0), sides.length - 1.)];
    float t = (float) Math.min(1, Math.max(0, x / width));
    float off = 0;
    for (int c = 0; c < 3; c++) {
      off = Math.max(off, Math.abs(rgb[c] - (row[c] + t * (row[c + 3] - row[c]))));
    }
    float s = Math.min(1, Math.max(0, (off - .05f) / .10f));
    return s * s * (3 - 2 * s);
  }
}
