package beamish.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.face.dl4j.LandmarkLayout;
import beamish.image.Point;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawnBeardTest {
  private static final int N = LandmarkLayout.SIZE;
  private static final int DRAWN = 200;
  private static final float SKIN = 2;

  /** How many of many beards cover the pixel at each place; skin is lighter than any hair. */
  private static int[] covered(List<Point> points) {
    int[] covered = new int[N * N];
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < DRAWN; k++) {
      float[] image = new float[2 * N * N];
      Arrays.fill(image, SKIN);
      DrawnBeard.draw(random, image, N * N, points);
      for (int i = 0; i < N * N; i++) {
        assertThat(image[i]).isEqualTo(SKIN);
        covered[i] += image[N * N + i] < SKIN ? 1 : 0;
      }
    }
    return covered;
  }

  private static int at(int[] covered, Point p) {
    int row = (int) (p.y() * N);
    int column = (int) (p.x() * N);
    return covered[row * N + column];
  }

  @Test
  void growsAroundTheLipsAndNotOnThem() {
    List<Point> face = LandmarkLayout.meanFace();
    int[] covered = covered(face);
    Point mouth = face.get(2).middle(face.get(3));
    Point lowerLip = mouth.middle(face.get(12));
    assertThat(at(covered, lowerLip)).isLessThan(DRAWN / 20);
    for (int i : List.of(0, 1, 4, 5, 6, 7, 14, 15)) {
      assertThat(at(covered, face.get(i))).as("point %d", i).isZero();
    }
    assertThat(at(covered, face.get(8).middle(face.get(11)))).isGreaterThan(DRAWN / 2);
    assertThat(at(covered, face.get(12).middle(face.get(13)))).isBetween(DRAWN / 3, DRAWN - 1);
  }

  @Test
  void leansWithTheMouth() {
    List<Point> face =
        LandmarkLayout.meanFace().stream()
            .map(p -> new Point(.5 + (p.y() - .5) * .8, .5 - (p.x() - .5) * .8))
            .toList();
    int[] covered = covered(face);
    assertThat(at(covered, face.get(8).middle(face.get(11)))).isGreaterThan(DRAWN / 2);
    assertThat(at(covered, face.get(2).middle(face.get(3)).middle(face.get(12))))
        .isLessThan(DRAWN / 20);
  }
}
