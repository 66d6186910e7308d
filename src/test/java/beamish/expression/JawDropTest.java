package beamish.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.Point;
import org.junit.jupiter.api.Test;

class JawDropTest {
  private static final int F = EditGeometry.FIELD;
  private static final Landmarks FACE =
      new Landmarks(
          CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, new Point(.36, .74), new Point(.64, .74));

  private static FloatImage flow(double gap) {
    FloatImage flow = FloatImage.zeros(2, F, F);
    JawDrop.lower(flow.data(), FACE, gap);
    return flow;
  }

  private static float at(FloatImage flow, double x, double y) {
    return flow.at(1, (int) (x * F), (int) (y * F));
  }

  @Test
  void chinAndJawShowWhatLayAQuarterOfTheGapHigher() {
    FloatImage flow = flow(.04);
    assertThat(at(flow, .5, .93)).isCloseTo(-.01f, within(1e-6f));
    assertThat(at(flow, .32, .92)).isCloseTo(-.01f, within(1e-6f));
    assertThat(at(flow(.02), .5, .93)).isCloseTo(-.005f, within(1e-6f));
  }

  @Test
  void lipsNoseAndEarsStayAndNothingMovesSideways() {
    FloatImage flow = flow(.04);
    assertThat(at(flow, .5, .76)).isZero();
    assertThat(at(flow, .38, .76)).isZero();
    assertThat(at(flow, .5, .6)).isZero();
    assertThat(at(flow, .1, .8)).isZero();
    for (int i = 0; i < F * F; i++) {
      assertThat(flow.data()[i]).isZero();
    }
  }

  @Test
  void lipsThatStayClosedLeaveTheJaw() {
    assertThat(flow(0).data()).containsOnly(0f);
  }

  @Test
  void skinBelowTheLipIsDrawnOutTwiceAtMost() {
    FloatImage flow = flow(.08); // a gap as high as in a laugh
    for (int y = 1; y < F; y++) {
      for (int x = 0; x < F; x++) {
        assertThat(flow.at(1, x, y) - flow.at(1, x, y - 1)).isGreaterThan(-.5f / F);
      }
    }
  }
}
