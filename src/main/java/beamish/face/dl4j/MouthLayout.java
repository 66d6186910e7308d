package beamish.face.dl4j;

import beamish.image.Point;
import beamish.image.Similarity;
import java.util.List;

/**
 * Which points the mouth network answers, and the square it looks at: as large as {@link
 * LandmarkLayout#SIZE}, two eye distances across, from below the eyes to the chin, level with the
 * face, its middle half way between what are taken for the corners. It hardly sees where the eyes
 * are, to guess a mouth from them.
 */
public final class MouthLayout {
  /**
   * The corners, the upper lip's upper and the lower lip's lower edge, of {@link LandmarkLayout}.
   */
  public static final List<Integer> POINTS = List.of(2, 3, 11, 12);

  /** Which of these takes each one's place in a mirrored picture. */
  public static final List<Integer> MIRRORED = List.of(1, 0, 2, 3);

  /** Edge of the mouth's square, in edges of the face's: 2.1 eye distances. */
  public static final double SPAN = .65;

  private static final Point MIDDLE = middle(LandmarkLayout.meanFace());

  private static final List<Point> MEAN =
      POINTS.stream()
          .map(LandmarkLayout.meanFace()::get)
          .map(p -> new Point(.5 + (p.x() - MIDDLE.x()) / SPAN, .5 + (p.y() - MIDDLE.y()) / SPAN))
          .toList();

  private MouthLayout() {}

  /** Where an average face has these points in the mouth's square. */
  public static List<Point> meanMouth() {
    return MEAN;
  }

  /** Half way between the corners. */
  public static Point middle(List<Point> points) {
    return points.get(POINTS.get(0)).middle(points.get(POINTS.get(1)));
  }

  /** Photo pixels to the mouth's square, for a face with these points. */
  static Similarity photoToSquare(List<Point> points) {
    Similarity face = LandmarkLayout.photoToSquare(points);
    Point middle = face.apply(middle(points));
    return face.then(new Similarity(1 / SPAN, 0, .5 - middle.x() / SPAN, .5 - middle.y() / SPAN));
  }
}
