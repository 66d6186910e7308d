package beamish.face.dl4j;

import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places the mouths of faces that are found. The network for whole faces draws mouths towards where
 * most are; one that sees little else has to look. It looks twice: where the face has its mouth,
 * then, a few times with small shifts, where the first look has it.
 */
final class MouthPlacer implements AutoCloseable {
  private static final List<Nudge> LAST_LOOKS =
      List.of(Nudge.NONE, new Nudge(-5, .93), new Nudge(5, 1.07));

  /** What is farther from where the face has its mouth, in eye distances, is none. */
  private static final double FARTHEST = .4;

  private final MouthNet net;

  /** Uses {@code net}, and closes it. */
  MouthPlacer(MouthNet net) {
    this.net = net;
  }

  /**
   * The faces with their mouths in place, all looked at together, as {@link LandmarkNet#look}.
   *
   * @param faces each one's points, photo pixels, {@link LandmarkLayout}'s order; at least one
   */
  List<List<Point>> placed(PixelImage photo, List<List<Point>> faces) {
    List<Region> regions = faces.stream().map(face -> region(photo, face)).toList();
    List<List<Point>> first = look(regions, faces, List.of(Nudge.NONE));
    List<List<Point>> last = look(regions, first, LAST_LOOKS);
    return IntStream.range(0, faces.size())
        .mapToObj(i -> isNear(faces.get(i), last.get(i)) ? last.get(i) : faces.get(i))
        .toList();
  }

  private static Region region(PixelImage photo, List<Point> face) {
    double size = MouthLayout.photoToSquare(face).inverse().scale();
    return Region.around(photo, MouthLayout.middle(face), size);
  }

  private static boolean isNear(List<Point> face, List<Point> placed) {
    double eyes = LandmarkLayout.landmarks(face).eyeDistance();
    return MouthLayout.middle(placed).distanceTo(MouthLayout.middle(face)) < FARTHEST * eyes;
  }

  private List<List<Point>> look(
      List<Region> regions, List<List<Point>> faces, List<Nudge> nudges) {
    List<TwinViews.Square> squares = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      Region region = regions.get(i);
      Similarity square = region.toPhoto().then(MouthLayout.photoToSquare(faces.get(i)));
      nudges.forEach(
          nudge -> squares.add(new TwinViews.Square(region.grey(), square.then(nudge.about()))));
    }
    List<List<Point>> seen = net.look(squares);
    int each = nudges.size();
    return IntStream.range(0, faces.size())
        .mapToObj(
            i ->
                with(
                    faces.get(i),
                    TwinViews.mean(seen.subList(i * each, (i + 1) * each)),
                    regions.get(i).toPhoto()))
        .toList();
  }

  private static List<Point> with(List<Point> face, List<Point> mouth, Similarity toPhoto) {
    List<Point> all = new ArrayList<>(face);
    for (int i = 0; i < mouth.size(); i++) {
      all.set(MouthLayout.POINTS.get(i), toPhoto.apply(mouth.get(i)));
    }
    return List.copyOf(all);
  }

  @Override
  public void close() {
    net.close();
  }
}
