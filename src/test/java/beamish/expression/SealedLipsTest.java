package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedLipsTest {
  private static final int W = DrawnMouth.W;
  private static final int H = DrawnMouth.H;
  private static final int F = EditGeometry.FIELD;
  private static final Point LEFT = DrawnMouth.FACE.leftMouth();
  private static final Point RIGHT = DrawnMouth.FACE.rightMouth();
  private static final int MIDDLE = 64;
  private static final float[] OPEN = DrawnMouth.lined(DrawnMouth.parted(0, 12), 0);

  /** A mouth window {@code [3][96][128]} after its lips were closed so far. */
  private static float[] closed(float[] mouth, float share) {
    float[] crop = DrawnMouth.crop(mouth);
    PartedLips lips =
        PartedLips.of(crop, OwnTeeth.of(crop, DrawnMouth.FACE), LipSeam.of(crop, DrawnMouth.FACE));
    SealedLips sealed = new SealedLips(lips, FloatImage.zeros(2, F, F), LEFT, RIGHT, share);
    FloatImage alpha = FloatImage.zeros(1, H, W);
    FloatImage colour = FloatImage.zeros(3, H, W);
    sealed.paint(crop, FloatImage.zeros(3, F, F), alpha, colour);
    FloatImage photo = new FloatImage(3, EditGeometry.CROP, EditGeometry.CROP, crop);
    FloatImage flow = sealed.flow();
    float[] out = new float[3 * W * H];
    for (int i = 0; i < out.length; i++) {
      int c = i / (W * H);
      int at = i % (W * H);
      int row = at / W;
      Point p = MouthWindow.inCrop(at % W, row);
      Point from =
          new Point(p.x() + MouthWidening.at(flow, 0, p), p.y() + MouthWidening.at(flow, 1, p));
      double moved = MouthWidening.at(photo, c, from);
      out[i] = (float) (moved + (colour.data()[i] - moved) * alpha.data()[at]);
    }
    return out;
  }

  /** Rows of a column that are paler than halfway from skin to teeth. */
  private static long pale(float[] mouth, int column) {
    float limit = (DrawnMouth.SKIN[1] + DrawnMouth.TEETH[1]) / 2;
    long rows = 0;
    for (int y = (int) DrawnMouth.LEFT.y() - 6; y < DrawnMouth.LEFT.y() + 18; y++) {
      rows += mouth[(H + y) * W + column] > limit ? 1 : 0;
    }
    return rows;
  }

  @Test
  void nothingIsLeftOfTheTeeth() {
    float[] mouth = OPEN;
    assertThat(pale(mouth, MIDDLE)).isEqualTo(11);
    float[] closed = closed(mouth, 1);
    for (int x = 44; x <= 84; x++) {
      assertThat(pale(closed, x)).as("column " + x).isZero();
    }
  }

  @Test
  void aDarkLineIsWhereLipsTouch() {
    float[] closed = closed(OPEN, 1);
    float darkest = 1;
    int row = 0;
    for (int y = 40; y < 66; y++) {
      if (closed[(H + y) * W + MIDDLE] < darkest) {
        darkest = closed[(H + y) * W + MIDDLE];
        row = y;
      }
    }
    assertThat(darkest).isBetween(.5f * DrawnMouth.LIPS[1], .75f * DrawnMouth.LIPS[1]);
    assertThat(row).as("three tenths down the gap").isBetween(47, 50);
    assertThat(closed[(H + row - 4) * W + MIDDLE]).isGreaterThan(.9f * DrawnMouth.LIPS[1]);
    assertThat(closed[(H + row + 4) * W + MIDDLE]).isGreaterThan(.9f * DrawnMouth.LIPS[1]);
  }

  @Test
  void noPixelStandsOut() {
    float[] crop = DrawnMouth.crop(OPEN);
    PartedLips lips =
        PartedLips.of(crop, OwnTeeth.of(crop, DrawnMouth.FACE), LipSeam.of(crop, DrawnMouth.FACE));
    Random random = new Random(3);
    for (float share = .02f; share <= 1; share += .02f) {
      FloatImage uneven = FloatImage.zeros(2, F, F);
      for (int i = 0; i < uneven.data().length; i++) {
        uneven.data()[i] = random.nextFloat() / EditGeometry.CROP;
      }
      FloatImage colour = FloatImage.zeros(3, 3 * H, 3 * W);
      new SealedLips(lips, uneven, LEFT, RIGHT, share)
          .paint(crop, FloatImage.zeros(3, F, F), FloatImage.zeros(1, 3 * H, 3 * W), colour);
      for (float value : colour.data()) {
        if (value != 0) {
          // painted, and no darker than the shadow on the drawn line
          assertThat(value).isBetween(.12f, .9f);
        }
      }
    }
  }

  @Test
  void theyCloseByAndBy() {
    float[] mouth = OPEN;
    long before = pale(mouth, MIDDLE);
    for (float share : new float[] {.25f, .5f, .75f, 1}) {
      long rows = pale(closed(mouth, share), MIDDLE);
      assertThat(rows).as("closed by " + share).isLessThan(before);
      before = rows;
    }
  }

  @Test
  void whatIsFarFromTheMouthStays() {
    float[] mouth = OPEN;
    float[] closed = closed(mouth, 1);
    for (int c = 0; c < 3; c++) {
      for (int x = 0; x < W; x++) {
        int top = (c * H + 3) * W + x;
        assertThat(closed[top]).isEqualTo(mouth[top], within(.02f));
      }
    }
  }
}
