package beamish.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import beamish.image.PixelImage;
import beamish.image.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AverageFaceTest {

  @Test
  void theSplineMeetsItsPointsAndKeepsAffineMaps() {
    SplittableRandom random = new SplittableRandom(1);
    List<Point> from = new ArrayList<>();
    List<Point> affine = new ArrayList<>();
    List<Point> any = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Point p = new Point(random.nextDouble(500), random.nextDouble(500));
      from.add(p);
      affine.add(new Point(2 * p.x() + p.y() + 3, p.y() - .5 * p.x()));
      any.add(new Point(random.nextDouble(500), random.nextDouble(500)));
    }
    ThinPlateWarp exact = new ThinPlateWarp(from, any, 0);
    for (int i = 0; i < 20; i++) {
      Point q = exact.apply(from.get(i).x(), from.get(i).y());
      assertThat(q.distanceTo(any.get(i))).isCloseTo(0, within(1e-6));
    }
    Point q = new ThinPlateWarp(from, affine, 0).apply(250, 100);
    assertThat(q.distanceTo(new Point(603, -25))).isCloseTo(0, within(1e-6));
  }

  /** A dark disc at each given point on a light ground. */
  private static AverageFace.Person person(double shift, double mouth) {
    int n = 200;
    byte[] rgb = new byte[n * n * 3];
    java.util.Arrays.fill(rgb, (byte) 220);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 189; i++) {
      points.add(new Point(100 + shift + 60 * Math.cos(i), 110 + 60 * Math.sin(i)));
    }
    points.set(0, new Point(75 + shift, 90));
    points.set(1, new Point(125 + shift, 90));
    points.set(87, new Point(100 + shift, mouth));
    for (int index : new int[] {0, 1, 87}) {
      Point p = points.get(index);
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          if (Math.hypot(x + .5 - p.x(), y + .5 - p.y()) < 6) {
            for (int c = 0; c < 3; c++) {
              rgb[(y * n + x) * 3 + c] = 20;
            }
          }
        }
      }
    }
    return new AverageFace.Person(PixelImage.of8(n, n, 3, rgb), points);
  }

  @Test
  void featuresMeetAtTheMeanShape() {
    AverageFace.Average average =
        AverageFace.of(
            List.of(person(0, 130), person(8, 140)),
            new Point(75, 90),
            new Point(125, 90),
            200,
            200);
    assertThat(average.points().get(87).y()).isCloseTo(135, within(1e-9));
    assertThat(average.colour().at(0, 75, 90)).isLessThan(.15f);
    assertThat(average.colour().at(0, 100, 135)).isLessThan(.2f);
    assertThat(average.cover().at(0, 100, 135)).isGreaterThan(.9f);
    assertThat(average.cover().at(0, 30, 20)).isLessThan(.1f);
  }
}
