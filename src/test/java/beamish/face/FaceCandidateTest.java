package beamish.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceCandidateTest {

  @Test
  void unrollsItsSquare() {
    FaceCandidate c = new FaceCandidate(new Point(200, 100), 80, 30, 1);
    double roll = Math.toRadians(30);
    Point right = new Point(200 + 40 * Math.cos(roll), 100 + 40 * Math.sin(roll));
    Point p = c.photoToSquare().apply(right);
    assertThat(p.x()).isCloseTo(1, within(1e-9));
    assertThat(p.y()).isCloseTo(.5, within(1e-9));
  }

  @Test
  void mergingKeepsOnePerPlaceAndTheSurestOfIt() {
    List<FaceCandidate> merged =
        CandidateSearch.merged(
            List.of(
                new FaceCandidate(new Point(100, 100), 60, 0, 70),
                new FaceCandidate(new Point(104, 98), 64, 15, 90),
                new FaceCandidate(new Point(200, 100), 60, 0, 80)));
    assertThat(merged).hasSize(2);
    assertThat(merged.get(0).rollDegrees()).isEqualTo(15);
    assertThat(merged.get(1).centre().x()).isEqualTo(200);
  }
}
