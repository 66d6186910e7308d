package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import org.junit.jupiter.api.Test;

class DrawnLipTest {
  private static final int F = EditGeometry.FIELD;
  private static final int MIDDLE = 64;
  private static final double PIXEL = EditGeometry.MOUTH.height() / EditGeometry.MOUTH_ROWS;

  private static final LipSeam CLOSED = seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), 0));

  private final MouthGap gap = new MouthGap();

  private static LipSeam seam(float[] mouth) {
    return LipSeam.of(DrawnMouth.crop(mouth), DrawnMouth.FACE);
  }

  private void find() {
    assertThat(gap.find(DrawnMouth.parted(0, 12), DrawnMouth.LEFT, DrawnMouth.RIGHT)).isEqualTo(1);
  }

  /** Everything below the row comes from {@code rows} rows higher, which draws that many out. */
  private static FloatImage torn(double row, double rows) {
    FloatImage flow = FloatImage.zeros(2, F, F);
    for (int y = 0; y < F; y++) {
      double below = ((y + .5) / F - EditGeometry.MOUTH.y()) / PIXEL - row;
      double down = Math.min(rows, Math.max(0, below));
      for (int x = 0; x < F; x++) {
        flow.data()[(F + y) * F + x] = (float) (0 - down * PIXEL);
      }
    }
    return flow;
  }

  /** Most rows of the edit in a row of the photo, from the gap to the end of the lip. */
  private double drawnOut(FloatImage flow) {
    double least = Double.MAX_VALUE;
    for (double y = gap.bottom[MIDDLE] + 2; y < gap.bottom[MIDDLE] + 20; y += 4) {
      least = Math.min(least, (photoRow(flow, y + 2) - photoRow(flow, y - 2)) / 4);
    }
    return 1 / Math.max(1e-3, least);
  }

  /** The photo's row in a row of the edit, in the middle. */
  private static double photoRow(FloatImage flow, double row) {
    return MouthWindow.photoRow(flow, MIDDLE, row);
  }

  @Test
  void spreadsALipThatIsDrawnOut() {
    find();
    float bottom = gap.bottom[MIDDLE];
    FloatImage flow = torn(bottom, 9);
    assertThat(drawnOut(flow)).isGreaterThan(5);
    new DrawnLip(gap, CLOSED, flow).open(0);
    assertThat(gap.bottom[MIDDLE]).isBetween(bottom + 1, bottom + 3);
    assertThat(drawnOut(flow)).isLessThan(3);
  }

  @Test
  void bringsTheLipBelowTheTeethThatHideIt() {
    find();
    float[] bottom = gap.bottom.clone();
    double seam = gap.top[MIDDLE];
    FloatImage flow = FloatImage.zeros(2, F, F);
    new DrawnLip(gap, CLOSED, flow).open(0);
    assertThat(gap.bottom).containsExactly(bottom);
    double row = bottom[MIDDLE] + 1;
    assertThat(photoRow(flow, row)).as("the lip's first rows").isBetween(seam - 1, seam + 4);
    assertThat(drawnOut(flow)).isLessThan(3);
  }

  @Test
  void leavesALipThatParts() {
    find();
    float[] bottom = gap.bottom.clone();
    float height = bottom[MIDDLE] - gap.top[MIDDLE];
    FloatImage flow = torn(gap.top[MIDDLE] - 1, height + 1);
    float[] before = flow.data().clone();
    new DrawnLip(gap, CLOSED, flow).open(0);
    int below =
        (F + (int) ((EditGeometry.MOUTH.y() + (bottom[MIDDLE] + 6) * PIXEL) * F)) * F + F / 2;
    assertThat(flow.data()[below] / PIXEL).isCloseTo(before[below] / PIXEL, within(1.5));
  }

  @Test
  void aGapThatHardlyOpensChangesNothing() {
    find();
    gap.narrow(.05f);
    FloatImage flow = torn(gap.bottom[MIDDLE], 9);
    float[] before = flow.data().clone();
    float[] bottom = gap.bottom.clone();
    new DrawnLip(gap, CLOSED, flow).open(4);
    assertThat(gap.bottom).containsExactly(bottom);
    assertThat(flow.data()).containsExactly(before);
  }

  /** However low it was: what counts is how high it becomes. */
  @Test
  void aLowGapThatIsLoweredDoesNotHideTheLip() {
    find();
    gap.narrow(.2f);
    double seam = gap.top[MIDDLE];
    FloatImage flow = FloatImage.zeros(2, F, F);
    new DrawnLip(gap, CLOSED, flow).open(4);
    double bottom = gap.lowered(4)[MIDDLE];
    assertThat(bottom).isGreaterThan(seam + 5);
    assertThat(photoRow(flow, bottom)).isCloseTo(seam, within(1.5));
  }

  /** Where it is lower than a row at its sides and a little higher in the middle. */
  @Test
  void noLipIsTakenFromAboveTheSeamAtTheSidesOfALowGap() {
    find();
    gap.arch();
    gap.narrow((float) (1.02 / gap.height()));
    float[] top = gap.top.clone();
    FloatImage flow = FloatImage.zeros(2, F, F);
    new DrawnLip(gap, CLOSED, flow).open(4);
    float[] bottom = gap.lowered(4);
    for (int x = 0; x < DrawnMouth.W; x++) {
      if (bottom[x] > top[x]) {
        assertThat(MouthWindow.photoRow(flow, x, bottom[x]))
            .as("in column %s", x)
            .isGreaterThan(top[x] - 1.5);
      }
    }
  }

  @Test
  void changesNothingAboveTheGapNorBeyondTheLip() {
    find();
    float top = gap.top[MIDDLE];
    FloatImage flow = torn(gap.bottom[MIDDLE], 9);
    float[] before = flow.data().clone();
    new DrawnLip(gap, CLOSED, flow).open(0);
    for (int y = 0; y < F; y++) {
      double row = ((y + .5) / F - EditGeometry.MOUTH.y()) / PIXEL - .5;
      if (row < top || row > gap.bottom[MIDDLE] + 20) {
        int middle = (F + y) * F + F / 2;
        assertThat(flow.data()[middle]).isEqualTo(before[middle]);
      }
    }
  }

  @Test
  void aLoweredGapsLipBeginsBelowItAndIsNotSqueezedToNothing() {
    find();
    double seam = gap.top[MIDDLE];
    FloatImage flow = FloatImage.zeros(2, F, F);
    new DrawnLip(gap, CLOSED, flow).open(6);
    double bottom = gap.lowered(6)[MIDDLE];
    assertThat(bottom).isCloseTo(gap.bottom[MIDDLE] + 6, within(.5));
    assertThat(photoRow(flow, bottom + 1)).as("its first row").isBetween(seam - 1, seam + 5);
    for (double y = bottom + 1; y < bottom + 25; y += 4) {
      double rows = photoRow(flow, y + 4) - photoRow(flow, y);
      assertThat(rows / 4).as("photo rows in one from %s on", y).isBetween(.4, 2.2);
    }
  }

  @Test
  void aToothOfTheirOwnIsNotShownBelowTheTeeth() {
    find();
    double seam = gap.top[MIDDLE];
    FloatImage without = FloatImage.zeros(2, F, F);
    new DrawnLip(gap, CLOSED, without).open(0);
    FloatImage flow = FloatImage.zeros(2, F, F);
    LipSeam tooth = seam(DrawnMouth.toothed(DrawnMouth.lined(DrawnMouth.parted(0, 0), 0), 1, 4));
    new DrawnLip(gap, tooth, flow).open(0);
    double row = gap.bottom[MIDDLE] + 1;
    assertThat(photoRow(without, row)).isLessThan(seam + 4);
    assertThat(photoRow(flow, row)).isGreaterThan(seam + 4);
  }
}
