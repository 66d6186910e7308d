package beamish.face.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import beamish.codec.PhotoReader;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.job.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

/** On our own averages; the bars on real photos are in {@link FaceBarsTest}. */
class MouthPlacerTest {
  private static final Path MODEL = Path.of("models/landmarks-1");

  private static PixelImage sample(String name) {
    return new PhotoReader().read(Path.of("assets/samples").resolve(name)).pixels();
  }

  /** The face with its mouth so many eye distances aside and below, and wider or narrower. */
  private static List<Point> moved(List<Point> face, double aside, double below, double wider) {
    double eyes = LandmarkLayout.landmarks(face).eyeDistance();
    Point middle = MouthLayout.middle(face);
    List<Point> moved = new ArrayList<>(face);
    for (int i : MouthLayout.POINTS) {
      Point p = face.get(i);
      moved.set(
          i,
          new Point(
              middle.x() + wider * (p.x() - middle.x()) + aside * eyes, p.y() + below * eyes));
    }
    return moved;
  }

  @Test
  void aMouthTakenToBeElsewhereIsFoundWhereItIs() {
    try (LandmarkFaceFinder finder = new LandmarkFaceFinder(MODEL);
        MouthPlacer placer = new MouthPlacer(new MouthNet(MODEL))) {
      for (String name : List.of("portrait-1.jpg", "portrait-2.jpg", "validation-average.jpg")) {
        PixelImage photo = sample(name);
        List<Point> face = finder.find(photo, new Cancellation()).get(0).points();
        double eyes = LandmarkLayout.landmarks(face).eyeDistance();
        List<List<Point>> wrong =
            List.of(
                moved(face, .15, 0, 1),
                moved(face, -.1, -.15, 1),
                moved(face, 0, .2, 1),
                moved(face, 0, 0, 1.3),
                moved(face, 0, 0, .7));
        for (List<Point> placed : placer.placed(photo, wrong)) {
          for (int i = 0; i < LandmarkLayout.POINTS; i++) {
            assertThat(placed.get(i).distanceTo(face.get(i)))
                .as(name + " " + i)
                .isLessThan(.03 * eyes);
          }
        }
      }
    }
  }

  /** A network that always sees the mouth a whole square below where it looks. */
  @Test
  void aMouthSeenFarFromTheFaceIsNone() {
    ComputationGraph astray = LandmarkGraph.mouth(1);
    astray.params().assign(0);
    astray.getParam("points_b").assign(LandmarkGraph.SCALE);
    List<Point> face =
        LandmarkLayout.meanFace().stream().map(p -> new Point(300 * p.x(), 300 * p.y())).toList();
    try (MouthPlacer placer = new MouthPlacer(new MouthNet(astray))) {
      assertThat(placer.placed(PixelImage.of8(300, 300, 1, new byte[300 * 300]), List.of(face)))
          .containsExactly(face);
    }
  }
}
