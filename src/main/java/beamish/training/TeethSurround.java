package beamish.training;

import beamish.image.FloatImage;
import beamish.image.GaussianBlur;
import beamish.image.Luma;

/**
 * What an edit shows around teeth where lips part wider than in the smiles the teeth come from. The
 * lips of those people would show as flaps there; so in the middle the teeth go on upwards, and
 * everywhere else is the dark of a mouth.
 */
final class TeethSurround {
  /** A mouth's inside beside teeth, RGB. */
  private static final float[] DARK = {.31f, .18f, .16f};

  /** The same behind the outermost teeth, in the cheeks' shadow. */
  private static final float[] BEHIND = {.15f, .08f, .07f};

  /** Columns over which that shadow falls. */
  private static final float FALLING = 6;

  /** Redness, (red − green) / red, of no lip and of one. */
  private static final float TOOTH = .15f;

  private static final float LIP = .23f;

  /** Brightness of what may be red because it is dark, and of what is lit as a lip is. */
  private static final float SHADED = .3f;

  private static final float LIT = .42f;

  /** How far from the middle teeth go on upwards, and where no longer, as parts of half a row. */
  private static final float FRONT = .4f;

  private static final float SIDE = .65f;

  /** Share of people with a tooth there below which a side's lit pixel is skin. */
  private static final float SHARED = .1f;

  /** The same in the middle, from which on it is one, and how far below none begins. */
  private static final float CERTAIN = .5f;

  private static final float UNSURE = .4f;

  private TeethSurround() {}

  /**
   * Replaces lips.
   *
   * @param colour {@code [3][h][w]}
   * @param teeth {@code [1][h][w]}: share of people with a tooth there
   */
  static FloatImage without(FloatImage colour, FloatImage teeth) {
    int w = colour.width();
    int h = colour.height();
    FloatImage soft = GaussianBlur.of(colour, 1);
    FloatImage out = FloatImage.zeros(3, h, w);
    int first = outermost(teeth, 0, 1);
    int last = outermost(teeth, w - 1, -1);
    for (int x = 0; x < w; x++) {
      float behind = first < last ? step(Math.max(first - x, x - last) / FALLING) : 0;
      int gum = gum(teeth, x);
      float aside = Math.abs(2f * x / w - 1);
      float onwards = 1 - step((aside - FRONT) / (SIDE - FRONT));
      for (int y = 0; y < h; y++) {
        float lip = lip(soft, x, y);
        if (aside > FRONT && teeth.at(0, x, y) < SHARED) {
          lip = Math.max(lip, lit(soft, x, y));
        } else if (aside <= FRONT && y > gum) {
          lip = Math.max(lip, step((CERTAIN - teeth.at(0, x, y)) / UNSURE));
        }
        float up = y <= gum ? onwards : 0;
        for (int c = 0; c < 3; c++) {
          float other = DARK[c] + (colour.at(c, x, gum) - DARK[c]) * up;
          float shown = colour.at(c, x, y) + (other - colour.at(c, x, y)) * Math.max(lip, up);
          out.data()[(c * h + y) * w + x] = shown + (BEHIND[c] - shown) * behind;
        }
      }
    }
    return out;
  }

  /** The first column, from a side on, in which people have a tooth. */
  private static int outermost(FloatImage teeth, int from, int towards) {
    int x = from;
    while (x >= 0 && x < teeth.width() && most(teeth, x) < SHARED) {
      x += towards;
    }
    return x;
  }

  /** The largest share of people with a tooth in a column. */
  private static float most(FloatImage teeth, int x) {
    float most = 0;
    for (int y = 0; y < teeth.height(); y++) {
      most = Math.max(most, teeth.at(0, x, y));
    }
    return most;
  }

  /** The row from which on upwards a column's tooth ends in gum. */
  private static int gum(FloatImage teeth, int x) {
    float most = most(teeth, x);
    int y = 0;
    while (y < teeth.height() - 1 && teeth.at(0, x, y) < .7f * most) {
      y++;
    }
    return Math.min(teeth.height() - 1, y + 2);
  }

  private static float lip(FloatImage colour, int x, int y) {
    float red = colour.at(0, x, y);
    float redness = (red - colour.at(1, x, y)) / Math.max(.05f, red);
    return step((redness - TOOTH) / (LIP - TOOTH)) * lit(colour, x, y);
  }

  private static float lit(FloatImage colour, int x, int y) {
    float light = Luma.of(colour.data(), y * colour.width() + x, colour.width() * colour.height());
    return step((light - SHADED) / (LIT - SHADED));
  }

  private static float step(float t) {
    float u = Math.min(1, Math.max(0, t));
    return u * u * (3 - 2 * u);
  }
}
