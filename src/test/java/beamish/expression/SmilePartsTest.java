package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.fake.FakeModel;
import beamish.image.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What each part of a smile changes, and what it leaves. */
class SmilePartsTest {
  private static final int F = EditGeometry.FIELD;
  private static final int N = F * F;

  /** Turned a little: the mouth is not below the middle of the eyes. */
  private static final Landmarks FACE =
      new Landmarks(
          CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, new Point(.39, .75), new Point(.67, .75));

  /** Crop width of the middle of a row or column. */
  private static double middle(int at) {
    return (at + .5) / F;
  }

  private static EditFields random() {
    EditFields fields = new EditFields();
    Random random = new Random(3);
    for (float[] field : new float[][] {fields.flow, fields.shading}) {
      for (int i = 0; i < field.length; i++) {
        field[i] = (float) random.nextGaussian() * .05f;
      }
    }
    for (int i = 0; i < N; i++) {
      fields.alpha[i] = random.nextFloat();
    }
    return fields;
  }

  @Test
  void neutralPartsTouchNothing() {
    EditFields fields = random();
    PartedEdit.change(fields, FACE, SmileParts.NEUTRAL);
    assertThat(fields.flow).isEqualTo(random().flow);
    assertThat(fields.shading).isEqualTo(random().shading);
    assertThat(fields.alpha).isEqualTo(random().alpha);
    FakeModel model = new FakeModel();
    ExpressionEdit edit = model.decode(new LatentCode() {}, 1);
    assertThat(PartedEdit.of(edit, SmileParts.NEUTRAL)).isSameAs(edit);
  }

  @Test
  void eyesAreScaledAndTheMouthIsLeft() {
    EditFields fields = random();
    PartedEdit.change(fields, FACE, SmileParts.NEUTRAL.withEyes(0));
    EditFields before = random();
    for (int i = 0; i < N; i++) {
      double v = middle(i / F);
      if (v < .45) {
        assertThat(fields.flow[i]).isZero();
        assertThat(fields.shading[2 * N + i]).isZero();
        assertThat(fields.alpha[i]).isZero();
      } else if (v > .68) {
        assertThat(fields.flow[N + i]).isEqualTo(before.flow[N + i]);
        assertThat(fields.shading[i]).isEqualTo(before.shading[i]);
        assertThat(fields.alpha[i]).isEqualTo(before.alpha[i]);
      }
    }
  }

  @Test
  void moreEyesThanMadeStayWithinTheirRange() {
    EditFields fields = random();
    PartedEdit.change(fields, FACE, SmileParts.NEUTRAL.withEyes(1.5));
    assertThat(fields.flow[5]).isCloseTo(1.5f * random().flow[5], within(1e-6f));
    for (float alpha : fields.alpha) {
      assertThat(alpha).isBetween(0f, 1f);
    }
  }

  /** Crop x of the line on which the face's halves meet. */
  private static double axis(double v) {
    return .53 + (v - .75) * .03 / .39;
  }

  @Test
  void anEvenEditIsItsOwnMirrorImage() {
    EditFields fields = smooth();
    PartedEdit.change(fields, FACE, SmileParts.NEUTRAL.withSymmetry(1));
    for (int row = 8; row < F - 8; row++) {
      for (int column = 12; column < F - 12; column++) {
        double mirrored = 2 * axis((row + .5) / F) * F - column - 1;
        float sideways = at(fields.flow, 0, mirrored, row);
        float down = at(fields.flow, 1, mirrored, row);
        int i = row * F + column;
        assertThat(fields.flow[N + i]).isCloseTo(down, within(2e-4f));
        // the axis leans, so that what goes down goes sideways too
        assertThat(fields.flow[i])
            .isCloseTo((float) (2 * .03 / .39) * down - sideways, within(2e-4f));
        assertThat(fields.shading[N + i])
            .isCloseTo(at(fields.shading, 1, mirrored, row), within(2e-4f));
      }
    }
    assertThat(fields.flow[20 * F + 20]).isNotEqualTo(smooth().flow[20 * F + 20]);
  }

  private static EditFields smooth() {
    EditFields fields = new EditFields();
    for (int i = 0; i < N; i++) {
      double u = middle(i % F);
      double v = middle(i / F);
      fields.flow[i] = (float) (.02 * Math.sin(3 * u + v));
      fields.flow[N + i] = (float) (.02 * Math.cos(2 * u - 3 * v));
      fields.shading[N + i] = (float) (.1 * Math.sin(4 * u * v));
    }
    return fields;
  }

  private static float at(float[] field, int channel, double column, int row) {
    int low = (int) column;
    int i = channel * N + row * F + low;
    return field[i] + (field[i + 1] - field[i]) * (float) (column - low);
  }

  @Test
  void closedLipsFollowTheUpperOneAndTheRestStays() {
    EditFields fields = new EditFields();
    for (int i = 0; i < N; i++) {
      // the lower lip goes down, the upper one stays
      fields.flow[N + i] = middle(i / F) > .76 ? -.04f : 0;
      fields.shading[i] = .1f;
      fields.alpha[i] = .5f;
    }
    Point left = new Point(.37, .75);
    Point right = new Point(.65, .75);
    ClosedLips.close(fields, left, right, 0);
    int lip = 51 * F + 32;
    assertThat(fields.flow[N + lip]).isCloseTo(0, within(.006f));
    assertThat(fields.shading[lip]).isCloseTo(0, within(.01f));
    assertThat(fields.alpha).containsOnly(0);
    int chin = 63 * F + 32;
    int besideTheMouth = 51 * F + 10;
    for (int i : new int[] {chin, besideTheMouth}) {
      assertThat(fields.flow[N + i]).isEqualTo(-.04f);
      assertThat(fields.shading[i]).isEqualTo(.1f);
    }
  }

  @Test
  void anUpperLipIsNotDrawnOutWhereAFlowTearsIt() {
    EditFields fields = new EditFields();
    for (int i = 0; i < N; i++) {
      // torn in the upper lip: what is above .7 comes from below, and ever less so further up
      double up = .7 - middle(i / F);
      fields.flow[N + i] = up > 0 ? (float) Math.max(0, .05 - .1 * up) : 0;
    }
    float[] before = fields.flow.clone();
    ClosedLips.close(fields, new Point(.37, .75), new Point(.65, .75), 0);
    assertThat(photoRows(before, 32)).isLessThan(-1);
    assertThat(photoRows(fields.flow, 32)).isBetween(.6, .7);
    int nose = 20 * F + 32;
    int besideTheMouth = 42 * F + 10;
    for (int i : new int[] {nose, besideTheMouth}) {
      assertThat(fields.flow[N + i]).isEqualTo(before[N + i]);
    }
  }

  @Test
  void aChinThatDropsIsNotDrawnOutBelowLipsThatStay() {
    EditFields fields = new EditFields();
    for (int i = 0; i < N; i++) {
      fields.flow[N + i] = middle(i / F) > .8 ? -.03f : .05f;
    }
    ClosedLips.close(fields, new Point(.37, .75), new Point(.65, .75), 0);
    assertThat(photoRows(fields.flow, 32)).isBetween(.6, .7);
    int besideTheMouth = 60 * F + 10;
    assertThat(fields.flow[N + besideTheMouth]).isEqualTo(-.03f);
  }

  /** Rows of the photo in a row of the edit, where they are fewest. */
  private static double photoRows(float[] flow, int column) {
    double least = Double.MAX_VALUE;
    for (int row = 0; row < F - 1; row++) {
      int i = N + row * F + column;
      least = Math.min(least, 1 + (flow[i + F] - flow[i]) * F);
    }
    return least;
  }

  @Test
  void anEvenGapOpensAlikeAtBothSides() {
    MouthGap gap = new MouthGap();
    Point left = new Point(20, 50);
    Point right = new Point(108, 54);
    gap.middle = 64;
    for (int x = 30; x < 98; x++) {
      gap.top[x] = 50;
      gap.bottom[x] = 50 + (x - 30) * .2f;
    }
    float[] before = gap.bottom.clone();
    EvenGap.of(gap, left, right, 1);
    for (int x = 33; x < 95; x++) {
      float here = gap.bottom[x] - gap.top[x];
      float there = gap.bottom[128 - x] - gap.top[128 - x];
      assertThat(here).as("column %d", x).isCloseTo(there, within(1e-3f));
    }
    assertThat(gap.bottom[10]).isEqualTo(before[10]);
  }

  @Test
  void anEvenGapStaysInItsPlaceWhereOneSideIsClosed() {
    MouthGap gap = new MouthGap();
    gap.middle = 64;
    for (int x = 0; x < 128; x++) {
      boolean open = x >= 40 && x < 98;
      gap.top[x] = open ? 30 : 48;
      gap.bottom[x] = open ? 34 : 48;
    }
    EvenGap.of(gap, new Point(20, 30), new Point(108, 30), 1);
    for (int x : new int[] {32, 36, 50, 64, 92, 96}) {
      assertThat(gap.top[x]).as("column %d", x).isBetween(29.9f, 31.1f);
      assertThat(gap.bottom[x]).as("column %d", x).isBetween(32.9f, 34.1f);
    }
    assertThat(gap.bottom[96] - gap.top[96]).isCloseTo(2, within(1e-3f));
  }

  @Test
  void whatLiesOffTheScalesIsRefused() {
    for (double[] p :
        new double[][] {{-.1, 1, 0}, {1.6, 1, 0}, {1, 1.1, 0}, {1, 1, Double.NaN}, {1, 1, 2}}) {
      assertThatThrownBy(() -> new SmileParts(p[0], p[1], p[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
