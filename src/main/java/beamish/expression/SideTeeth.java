package beamish.expression;

import beamish.image.FloatImage;

/**
 * The teeth behind the canines. In a mean of many people's there are none, since people differ
 * there; without any, a row of six ends in front of a brown wall. Seen from the front they are
 * narrower and shorter the farther back they stand, and lie in the cheeks' shadow (the buccal
 * corridor), so what is shown is the canine again and again, until nothing can be seen.
 */
final class SideTeeth {
  private static final int W = TeethPicture.COLUMNS;
  private static final int H = TeethPicture.ROWS;

  /** How light the outermost tooth of a mean is at least, where the middle ones are 1. */
  private static final double LIGHT = .75;

  /** Rows above the edge that bites, in which every tooth is. */
  private static final int FROM = (int) TeethPicture.EDGE_ROW - 14;

  private static final int TO = (int) TeethPicture.EDGE_ROW - 4;

  /** Width of a canine, columns. */
  private static final double CANINE = .0265 / TeethPicture.STEP;

  /** Two premolars: width, height and light, where the canine's are 1. */
  private static final double[] WIDTH = {.68, .5};

  private static final double[] HEIGHT = {.9, .8};
  private static final double[] SHADE = {.74, .46};

  /** Beyond them. */
  private static final double DARK = .42;

  /** Shadow in a mouth is red: how much of a loss of light red and green are spared. */
  private static final double[] WARMTH = {.22, .06, 0};

  /** How much darker it is where two of them touch, and for how many columns. */
  private static final double TOUCH = .3;

  private static final double TOUCHING = 1.2;

  private final TeethPicture teeth;
  private final float[] rgb = new float[3];

  private SideTeeth(TeethPicture teeth) {
    this.teeth = teeth;
  }

  /** A mean's picture with teeth at its sides; the same where it has none in the middle. */
  static TeethPicture behind(TeethPicture teeth) {
    return new SideTeeth(teeth).drawn();
  }

  private TeethPicture drawn() {
    FloatImage colour = teeth.colour().copy();
    for (int side = -1; side <= 1; side += 2) {
      int last = last(side);
      for (int d = last + 1; last >= CANINE && d < W / 2; d++) {
        for (int y = 0; y < H; y++) {
          read(side, last, d - last - .5, y);
          int x = column(side, d);
          for (int c = 0; c < 3; c++) {
            colour.data()[(c * H + y) * W + x] = rgb[c];
          }
        }
      }
    }
    return new TeethPicture(colour);
  }

  private static int column(int side, int fromMiddle) {
    return side < 0 ? W / 2 - 1 - fromMiddle : W / 2 + fromMiddle;
  }

  /** The outermost column that shows a tooth, counted from the middle. */
  private int last(int side) {
    double middle = 0;
    for (int d = 0; d < CANINE; d++) {
      middle += light(side, d) / CANINE;
    }
    int d = W / 2 - 1;
    while (d > 0 && light(side, d) < LIGHT * middle) {
      d--;
    }
    return d;
  }

  private double light(int side, int d) {
    int x = column(side, d);
    double sum = 0;
    for (int y = FROM; y < TO; y++) {
      sum += teeth.colour().at(1, x, y);
    }
    return sum / (TO - FROM);
  }

  /** What is seen so many columns behind the last tooth. */
  private void read(int side, int last, double behind, int y) {
    double begin = 0;
    int tooth = 0;
    while (tooth < WIDTH.length && behind >= begin + WIDTH[tooth] * CANINE) {
      begin += WIDTH[tooth++] * CANINE;
    }
    if (tooth == WIDTH.length) {
      sample(side, last + .5, TeethPicture.EDGE_ROW + 12);
      scale(DARK);
      return;
    }
    double width = WIDTH[tooth] * CANINE;
    double along = behind - begin;
    double edge = TeethPicture.EDGE_ROW;
    sample(side, last + .5 - CANINE * (1 - along / width), edge + (y - edge) / HEIGHT[tooth]);
    double near = Math.min(along, width - along) / TOUCHING;
    scale(SHADE[tooth] * (1 - TOUCH * Math.exp(-near * near)));
  }

  private void sample(int side, double d, double y) {
    teeth.sample(
        side * d * TeethPicture.STEP, (y + .5 - TeethPicture.EDGE_ROW) * TeethPicture.STEP, rgb);
  }

  private void scale(double by) {
    for (int c = 0; c < 3; c++) {
      rgb[c] *= (float) (by + WARMTH[c] * by * (1 - by));
    }
  }
}
