package beamish.expression;

import static beamish.expression.MouthWindow.photoRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import beamish.image.Point;
import org.junit.jupiter.api.Test;

class RelaxedLipsTest {
  private static final int F = EditGeometry.FIELD;
  private static final int N = F * F;
  private static final double PIXEL = MouthWindow.PIXEL;
  private static final int MIDDLE = 64;

  /** Teeth from the corners' line to 12 rows below it in the middle. */
  private static final PartedLips LIPS = lips(DrawnMouth.lined(DrawnMouth.parted(0, 12), 0));

  private static PartedLips lips(float[] mouth) {
    float[] crop = DrawnMouth.crop(mouth);
    return PartedLips.of(
        crop, OwnTeeth.of(crop, DrawnMouth.FACE), LipSeam.of(crop, DrawnMouth.FACE));
  }

  private static FloatImage relaxed(FloatImage flow, float share) {
    return RelaxedLips.flow(
        flow, LIPS, DrawnMouth.FACE.leftMouth(), DrawnMouth.FACE.rightMouth(), share);
  }

  /** Draws the twelve rows above the given one out, so many times. */
  private static FloatImage drawnOut(double above, double times) {
    FloatImage flow = FloatImage.zeros(2, F, F);
    for (int i = 0; i < N; i++) {
      int row = i / F;
      double y = MouthWindow.in(new Point(0, (row + .5) / F)).y();
      flow.data()[N + i] = (float) (Math.min(12, Math.max(0, above - y)) * (1 - 1 / times) * PIXEL);
    }
    return flow;
  }

  /** Rows of the photo that are shown in so many rows beyond a lip's edge. */
  private static double rows(FloatImage flow, int column, double edge, double beyond) {
    return Math.abs(photoRow(flow, column, edge + beyond) - photoRow(flow, column, edge));
  }

  @Test
  void anUpperLipIsAsHighAsNeutralOnesWhateverTheNetworkSays() {
    double edge = LIPS.upperShown(FloatImage.zeros(2, F, F))[MIDDLE];
    for (double times : new double[] {.8, 1, 3}) {
      FloatImage flow = drawnOut(edge, times);
      assertThat(rows(relaxed(flow, 1), MIDDLE, edge, -9))
          .as("drawn out %s times", times)
          .isCloseTo(9 / 1.93, within(.7));
    }
  }

  @Test
  void andLessSoTowardsTheCorners() {
    FloatImage flow = relaxed(FloatImage.zeros(2, F, F), 1);
    float[] edge = LIPS.upperShown(flow);
    double middle = rows(flow, MIDDLE, edge[MIDDLE], -9);
    double beside = rows(flow, 44, edge[44], -9);
    assertThat(beside).isGreaterThan(middle + .5).isLessThan(8);
  }

  @Test
  void aLowerLipIsThinner() {
    FloatImage flow = relaxed(FloatImage.zeros(2, F, F), 1);
    float edge = LIPS.lowerShown(flow)[MIDDLE];
    assertThat(rows(flow, MIDDLE, edge, 12)).isCloseTo(12 / .85, within(.7));
  }

  @Test
  void lipsEndsNoseAndChinStay() {
    FloatImage flow = relaxed(FloatImage.zeros(2, F, F), 1);
    float top = LIPS.upperShown(FloatImage.zeros(2, F, F))[MIDDLE];
    float bottom = LIPS.lowerShown(FloatImage.zeros(2, F, F))[MIDDLE];
    assertThat(photoRow(flow, MIDDLE, top)).isCloseTo(top, within(.7));
    assertThat(photoRow(flow, MIDDLE, bottom)).isCloseTo(bottom, within(.7));
    assertThat(photoRow(flow, MIDDLE, top - 38)).isCloseTo(top - 38, within(.01));
    assertThat(photoRow(flow, MIDDLE, bottom + 52)).isCloseTo(bottom + 52, within(.01));
    assertThat(photoRow(flow, 10, top - 5)).as("beside the mouth").isCloseTo(top - 5, within(.01));
  }

  @Test
  void noneOfItIsNothing() {
    FloatImage flow = drawnOut(45, 2);
    assertThat(relaxed(flow, 0).data()).isEqualTo(flow.data());
  }

  @Test
  void noRowIsShownTwice() {
    FloatImage flow = relaxed(drawnOut(45, 3), 1);
    for (int x = 30; x < 98; x++) {
      for (int y = 4; y < 92; y++) {
        double step = photoRow(flow, x, y + 1) - photoRow(flow, x, y);
        assertThat(step).as("column %d, row %d", x, y).isBetween(.3, 2.5);
      }
    }
  }
}
