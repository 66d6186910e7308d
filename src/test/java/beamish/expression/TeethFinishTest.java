package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.FloatImage;
import beamish.image.Point;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TeethFinishTest {
  private static final int FINER = 3;

  private TeethFinish finish = new TeethFinish(striped());
  private final MouthPaint paint = new MouthPaint();
  private final FloatImage flow = FloatImage.zeros(2, EditGeometry.FIELD, EditGeometry.FIELD);
  private float firstAlpha = .5f;
  private float whites;
  private Focus focus = new Focus(0, 0);
  private final float[] shading = new float[3 * EditGeometry.FIELD * EditGeometry.FIELD];
  private float opening;
  private double height;
  private double told;
  private LipSeam seam =
      seam(DrawnMouth.parted(0, 0, DrawnMouth.SKIN, DrawnMouth.SKIN, DrawnMouth.SKIN));

  private static LipSeam seam(float[] mouth) {
    return LipSeam.of(DrawnMouth.crop(mouth), DrawnMouth.FACE);
  }

  /** Light teeth with a dark line between two of them in the middle. */
  private static TeethPicture striped() {
    FloatImage colour = FloatImage.zeros(3, TeethPicture.ROWS, TeethPicture.COLUMNS);
    Arrays.fill(colour.data(), .85f);
    for (int row = 0; row < 3 * TeethPicture.ROWS; row++) {
      int middle = row * TeethPicture.COLUMNS + TeethPicture.COLUMNS / 2;
      Arrays.fill(colour.data(), middle - 3, middle + 3, .4f);
    }
    return new TeethPicture(colour);
  }

  private static Point inCrop(Point window) {
    double pixel = EditGeometry.MOUTH.width() / DrawnMouth.W;
    return new Point(
        EditGeometry.MOUTH.x() + (window.x() + .5) * pixel,
        EditGeometry.MOUTH.y() + (window.y() + .5) * pixel);
  }

  private void finish(float[] painted, float share) {
    finish(painted, share, 0);
  }

  /** Of a smile so strong, or as high as the branch has it. */
  private void finish(float[] painted, float share, double smile) {
    System.arraycopy(painted, 0, paint.colour, 0, painted.length);
    float[] painted1 = new float[DrawnMouth.W * DrawnMouth.H];
    Arrays.fill(painted1, firstAlpha);
    Point left = inCrop(DrawnMouth.LEFT);
    Point right = inCrop(DrawnMouth.RIGHT);
    opening = finish.part(paint, painted1, left, right);
    if (told > 0) {
      finish.open(told);
    }
    if (smile > 0) {
      finish.heighten(smile, 1);
    }
    height = finish.height();
    finish.finish(
        paint, flow, shading, new TeethFinish.Mouth(left, right, seam, whites, focus, share, 0));
  }

  private float alpha(int x, int y) {
    return finish.alpha.at(0, FINER * x + 1, FINER * y + 1);
  }

  @Test
  void coversTheGapAndNothingElse() {
    Arrays.fill(paint.alpha, .5f);
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(alpha(64, 51)).isEqualTo(1);
    assertThat(alpha(50, 50)).isEqualTo(1);
    assertThat(alpha(64, 40)).isZero();
    assertThat(alpha(64, 62)).isZero();
    assertThat(alpha(10, 51)).isZero();
  }

  @Test
  void aSlitBecomesAsHighAsAClearSmileNearly() {
    finish(DrawnMouth.parted(0, 4), 1);
    double slit = height;
    assertThat(alpha(64, 52)).isZero();
    finish(DrawnMouth.parted(0, 4), 1, 1);
    assertThat(height).isBetween(slit + .01, .0384);
    assertThat(alpha(64, 52)).isEqualTo(1);
    assertThat(alpha(64, 56)).isZero();
    double clear = height;
    finish(DrawnMouth.parted(0, 4), 1, .75);
    assertThat(height).isBetween(slit + .003, clear - .005);
    finish(DrawnMouth.parted(0, 4), 1, .01);
    assertThat(height).as("gradually").isCloseTo(slit, within(1e-4));
  }

  @Test
  void aGapOpensAsFarAsItIsTold() {
    told = .02;
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(height).isCloseTo(.02, within(1e-6));
    double first = rowsAt64();
    told = .03;
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(rowsAt64() / first).isCloseTo(1.5, within(.1));
    finish(DrawnMouth.parted(0, 12), .5f);
    assertThat(rowsAt64() / first).isCloseTo(.75, within(.1));
  }

  private double rowsAt64() {
    double rows = 0;
    for (int y = 0; y < finish.alpha.height(); y++) {
      rows += finish.alpha.at(0, FINER * 64 + 1, y);
    }
    return rows;
  }

  @Test
  void aHairOfASlitDoesNotOpenWideAtOnce() {
    finish(DrawnMouth.parted(0, 2), 1);
    double slit = height;
    assertThat(opening).isGreaterThan(.5f);
    finish(DrawnMouth.parted(0, 2), 1, 1);
    double narrow = height - slit;
    finish(DrawnMouth.parted(0, 4), 1);
    double wider = height;
    finish(DrawnMouth.parted(0, 4), 1, 1);
    assertThat(narrow).isLessThan(height - wider);
  }

  @Test
  void aGapThatIsHigherStaysAsItIs() {
    finish(DrawnMouth.parted(0, 12), 1);
    double before = height;
    finish(DrawnMouth.parted(0, 12), 1, 1);
    assertThat(height).isEqualTo(before);
  }

  @Test
  void showsTeethInTheToneThatWasPainted() {
    finish(DrawnMouth.parted(0, 12), 1);
    float tooth = finish.colour.at(0, FINER * 56, FINER * 53);
    float between = finish.colour.at(0, FINER * 64 + 1, FINER * 53);
    assertThat(tooth).isCloseTo(DrawnMouth.TEETH[0], within(.1f));
    assertThat(between).isLessThan(.7f * tooth);
    float[] dim = {.43f, .42f, .4f};
    finish(DrawnMouth.parted(0, 12, DrawnMouth.SKIN, new float[] {.5f, .25f, .25f}, dim), 1);
    assertThat(finish.colour.at(0, FINER * 56, FINER * 53)).isBetween(.4f, .55f);
  }

  /** By a line between two of them, which is as wide in all. */
  @Test
  void aMeansTeethAreCrispInACrispPhotoAndOnesOwnAsTheyAre() {
    double plain = line();
    focus = new Focus(0, .5f);
    double half = line();
    focus = new Focus(0, 1);
    double crisp = line();
    assertThat(crisp).isLessThan(.95 * half);
    assertThat(half).isLessThan(.95 * plain);
    finish = TeethFinish.own(striped());
    double own = line();
    assertThat(own).isBetween(crisp, plain);
    focus = new Focus(0, 0);
    assertThat(line()).isEqualTo(own);
  }

  @Test
  void teethEndInFewerRowsInACrispPhoto() {
    finish(DrawnMouth.parted(0, 12), 1);
    int plain = halfCovered();
    focus = new Focus(0, 1);
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(halfCovered()).isBetween(1, plain - 1);
  }

  /** Rows in which a column's teeth begin and end. */
  private int halfCovered() {
    int rows = 0;
    for (int y = 0; y < finish.alpha.height(); y++) {
      float covered = finish.alpha.at(0, FINER * 64 + 1, y);
      rows += covered > 0 && covered < 1 ? 1 : 0;
    }
    return rows;
  }

  /** Below the edge that bites it is dark, and lips begin farther down. */
  @Test
  void theEdgeThatBitesIsSeen() {
    FloatImage colour = FloatImage.zeros(3, TeethPicture.ROWS, TeethPicture.COLUMNS);
    int bites = (int) (TeethPicture.EDGE_ROW * TeethPicture.COLUMNS);
    for (int c = 0; c < 3; c++) {
      int plane = c * TeethPicture.ROWS * TeethPicture.COLUMNS;
      Arrays.fill(colour.data(), plane, plane + bites, .85f);
    }
    finish = new TeethFinish(new TeethPicture(colour));
    finish(DrawnMouth.parted(0, 12), 1);
    int last = FINER * EditGeometry.MOUTH_ROWS - 1;
    while (finish.alpha.at(0, FINER * 56, last) < .9f) {
      last--;
    }
    assertThat(finish.colour.at(0, FINER * 56, last))
        .isLessThan(.5f * finish.colour.at(0, FINER * 56, last - 2 * FINER));
  }

  private double line() {
    finish(DrawnMouth.parted(0, 12), 1);
    return finish.colour.at(0, FINER * 64 + 1, FINER * 53)
        / finish.colour.at(0, FINER * 56, FINER * 53);
  }

  @Test
  void teethAreHardlyYellowerThanInTheirPicture() {
    float[] yellow = {.7f, .68f, .55f};
    finish(DrawnMouth.parted(0, 12, DrawnMouth.SKIN, DrawnMouth.LIPS, yellow), 1);
    float green = finish.colour.at(1, FINER * 56, FINER * 53);
    assertThat(finish.colour.at(2, FINER * 56, FINER * 53) / green).isBetween(.92f, .96f);
  }

  @Test
  void dimTeethBecomeAsLightAsTheWhitesOfTheEyesLetThem() {
    float[] dim = {.43f, .42f, .4f};
    whites = .6f;
    finish(DrawnMouth.parted(0, 12, DrawnMouth.SKIN, new float[] {.5f, .25f, .25f}, dim), 1);
    assertThat(finish.colour.at(1, FINER * 56, FINER * 53)).isBetween(.58f, .72f);
    whites = .3f;
    finish(DrawnMouth.parted(0, 12, DrawnMouth.SKIN, new float[] {.5f, .25f, .25f}, dim), 1);
    assertThat(finish.colour.at(1, FINER * 56, FINER * 53)).isBetween(.38f, .5f);
  }

  @Test
  void teethHangFromWhereThePhotosLipsMeet() {
    seam = seam(DrawnMouth.lined(DrawnMouth.parted(0, 0), -5));
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(opening).isEqualTo(1);
    assertThat(alpha(64, 42)).isEqualTo(1);
    assertThat(alpha(64, 37)).isZero();
    assertThat(alpha(64, 57)).isZero();
  }

  @Test
  void teethOfASoftPhotoAreSoft() {
    finish(DrawnMouth.parted(0, 12), 1);
    float sharp = finish.colour.at(0, FINER * 64 + 1, FINER * 53);
    focus = new Focus(2f / EditGeometry.CROP, 0);
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(finish.colour.at(0, FINER * 64 + 1, FINER * 53)).isGreaterThan(1.1f * sharp);
    assertThat(alpha(64, 44)).isGreaterThan(.02f);
    assertThat(alpha(64, 51)).isBetween(.9f, 1f);
  }

  @Test
  void closedLipsStayClosed() {
    finish(DrawnMouth.parted(0, 0), 1);
    assertThat(opening).isZero();
    assertThat(finish.alpha.data()).containsOnly(0f);
  }

  @Test
  void aShareOpensThemLess() {
    finish(DrawnMouth.parted(0, 12), .4f);
    assertThat(alpha(64, 51)).isGreaterThan(.9f);
    assertThat(alpha(64, 47)).isZero();
    finish(DrawnMouth.parted(0, 12), 0);
    assertThat(finish.alpha.data()).containsOnly(0f);
  }

  @Test
  void whatTheNetworkItselfDoesNotPaintIsNoGap() {
    firstAlpha = 0;
    finish(DrawnMouth.parted(0, 12), 1);
    assertThat(finish.alpha.data()).containsOnly(0f);
  }

  /** The gap of one half only. */
  private static float[] oneSided() {
    float[] painted = DrawnMouth.parted(0, 12);
    float[] closed = DrawnMouth.parted(0, 0);
    for (int i = 0; i < painted.length; i++) {
      if (i % DrawnMouth.W < 68) {
        painted[i] = closed[i];
      }
    }
    return painted;
  }

  @Test
  void aGapOnOneSideOnlyIsAnIllusion() {
    finish(oneSided(), 1);
    assertThat(finish.alpha.data()).containsOnly(0f);
  }

  @Test
  void plainKeepsThePaint() {
    System.arraycopy(DrawnMouth.parted(0, 12), 0, paint.colour, 0, 3 * DrawnMouth.W * DrawnMouth.H);
    Arrays.fill(paint.alpha, .5f);
    finish.plain(paint);
    for (float a : finish.alpha.data()) {
      assertThat(a).isCloseTo(.5f, within(1e-6f));
    }
    assertThat(finish.colour.at(1, FINER * 64 + 1, FINER * 51 + 1))
        .isCloseTo(DrawnMouth.TEETH[1], within(1e-5f));
  }
}
