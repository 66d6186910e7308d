package beamish.face;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.opencv.CascadeDetector;
import beamish.opencv.GreyOps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces by OpenCV's cascades alone: eyes to about .03 of their distance, mouth corners only
 * where an average face has them.
 */
public final class CascadeFaceFinder implements FaceFinder {
  private static final int SQUARE = 200;

  /** Without eyes seen, only a face this sure is believed. */
  private static final double SURE = 80;

  /** With eyes seen. */
  private static final double LIKELY = 60;

  private final CandidateSearch search = new CandidateSearch();
  private final List<CascadeDetector> eyes =
      List.of(
          new CascadeDetector("haarcascade_eye_tree_eyeglasses"),
          new CascadeDetector("haarcascade_eye"));

  @Override
  public List<DetectedFace> find(PixelImage upright, Cancellation cancellation) {
    List<DetectedFace> found = new ArrayList<>();
    for (FaceCandidate c : search.search(upright, cancellation)) {
      cancellation.check();
      if (c.score() < LIKELY) {
        continue;
      }
      Similarity toSquare = c.photoToSquare();
      Optional<Point[]> pair = eyes(upright, toSquare);
      if (pair.isEmpty() && c.score() < SURE) {
        continue;
      }
      Point[] p = pair.orElse(new Point[] {FaceCandidate.LEFT_EYE, FaceCandidate.RIGHT_EYE});
      Landmarks face =
          MeanFace.fromEyes(toSquare.inverse().apply(p[0]), toSquare.inverse().apply(p[1]));
      if (face.eyeDistance() >= 18) {
        found.add(new DetectedFace(MeanFace.box(face), face, c.score()));
      }
    }
    found.sort(
        Comparator.comparingDouble(
            f -> f.landmarks().leftEye().middle(f.landmarks().rightEye()).x()));
    return found;
  }

  /** The largest face that it sees in the box alone. */
  @Override
  public Optional<DetectedFace> findIn(PixelImage upright, Box box, Cancellation cancellation) {
    int left = (int) Math.max(0, box.x());
    int top = (int) Math.max(0, box.y());
    int right = (int) Math.min(upright.width(), box.x() + box.width());
    int bottom = (int) Math.min(upright.height(), box.y() + box.height());
    if (right <= left || bottom <= top) {
      return Optional.empty();
    }
    Similarity back = new Similarity(1, 0, left, top);
    return find(upright.part(left, top, right - left, bottom - top), cancellation).stream()
        .max(Comparator.comparingDouble(f -> f.landmarks().eyeDistance()))
        .map(f -> f.movedTo(f.landmarks().map(back)));
  }

  /** Both eyes in the square's coordinates. */
  private Optional<Point[]> eyes(PixelImage photo, Similarity toSquare) {
    PixelImage square = GreyOps.equalised(GreyView.of(AlignedCrop.square(photo, toSquare, SQUARE)));
    for (CascadeDetector detector : eyes) {
      Optional<Point> left = Optional.empty();
      Optional<Point> right = Optional.empty();
      double leftWeight = Double.NEGATIVE_INFINITY;
      double rightWeight = Double.NEGATIVE_INFINITY;
      for (CascadeDetector.Hit hit : detector.detect(square, 1.05, 3, SQUARE / 8, SQUARE / 2)) {
        Box b = hit.box();
        Point p = new Point(b.centre().x() / SQUARE, b.centre().y() / SQUARE);
        if (p.y() < .25 || p.y() > .53) {
          continue;
        }
        if (p.x() > .18 && p.x() < .45 && hit.weight() > leftWeight) {
          left = Optional.of(p);
          leftWeight = hit.weight();
        } else if (p.x() > .55 && p.x() < .82 && hit.weight() > rightWeight) {
          right = Optional.of(p);
          rightWeight = hit.weight();
        }
      }
      if (left.isPresent()
          && right.isPresent()
          && Math.abs(left.get().y() - right.get().y()) < .12) {
        return Optional.of(new Point[] {left.get(), right.get()});
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    search.close();
    eyes.forEach(CascadeDetector::close);
  }
}
