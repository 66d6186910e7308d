package beamish.face;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.opencv.GreyOps;
import beamish.opencv.SiftRegistration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays a second photo of a person on the first one's crop, so that what a smile does not move lies
 * still: brows, eyes and the bridge of the nose decide, the mouth does not.
 */
public final class PairRegistration {
  private static final int WORK_SIZE = 512;

  /** Looked at once more, in other sizes and turned a little either way. */
  private static final List<View> VIEWS =
      IntStream.of(448, 544, 640)
          .boxed()
          .flatMap(n -> Stream.of(View.turned(-.03, n), View.turned(.03, n)))
          .toList();

  /** The upper face in crop coordinates, down to just above the nose tip. */
  private static final Box UPPER_FACE = new Box(.08, .12, .84, .42);

  private static final int MIN_INLIERS = 12;

  private PairRegistration() {}

  /**
   * How the second photo lies.
   *
   * @param photoToCrop pixels of the second photo to the first one's crop coordinates
   * @param fromFeatures false where the features were too few or implausible and the eyes alone
   *     decided
   * @param inliers feature matches that agree, in the mean of the views
   * @param residual their median distance as a part of the eye distance, likewise; 0 without
   *     features
   * @param eyeDisagreement how far the features' answer moves the second photo's own eyes from the
   *     template, as a part of the eye distance; large where either is wrong
   */
  public record Registered(
      Similarity photoToCrop,
      boolean fromFeatures,
      int inliers,
      double residual,
      double eyeDisagreement) {}

  /**
   * Registers {@code other} on {@code first}.
   *
   * <p>One set of features answers a little otherwise at every start, by some percent of the eye
   * distance where they are few; so a good start is looked at again in views of other size and
   * turn, and the mean of their answers, by number of features, is believed.
   *
   * @param firstFace its landmarks; its crop is {@link CropTemplate#photoToCrop}
   * @param otherFace the same person's landmarks in the other photo, as exact as a detector is
   */
  public static Registered register(
      PixelImage first, Landmarks firstFace, PixelImage other, Landmarks otherFace) {
    Similarity firstToCrop = CropTemplate.photoToCrop(firstFace);
    Similarity fromEyes = CropTemplate.photoToCrop(otherFace);
    // twice: the first answer brings the features nearer, the second believes only short moves
    View plain = new View(Similarity.IDENTITY, WORK_SIZE);
    Optional<Nudge> rough = plain.nudge(first, firstToCrop, other, fromEyes, .35);
    if (rough.isPresent()) {
      Similarity better = fromEyes.then(rough.get().map());
      List<Nudge> fine =
          VIEWS.parallelStream()
              .flatMap(v -> v.nudge(first, firstToCrop, other, better, .08).stream())
              .toList();
      if (fine.stream().mapToInt(Nudge::inliers).sum() >= MIN_INLIERS * VIEWS.size()) {
        Nudge mean = mean(fine);
        Similarity whole = better.then(mean.map());
        double off = disagreement(fromEyes.inverse().then(whole));
        if (off < .3) {
          return new Registered(whole, true, mean.inliers(), mean.residual(), off);
        }
      }
    }
    return new Registered(fromEyes, false, 0, 0, 0);
  }

  /** The mean by inliers; a view that found nothing has no say. */
  private static Nudge mean(List<Nudge> nudges) {
    double total = nudges.stream().mapToInt(Nudge::inliers).sum();
    double a = 0;
    double b = 0;
    double tx = 0;
    double ty = 0;
    double residual = 0;
    for (Nudge n : nudges) {
      double share = n.inliers() / total;
      a += share * n.map().a();
      b += share * n.map().b();
      tx += share * n.map().tx();
      ty += share * n.map().ty();
      residual += share * n.residual();
    }
    int inliers = (int) Math.round(total / VIEWS.size());
    return new Nudge(new Similarity(a, b, tx, ty), inliers, residual);
  }

  /** A move within crop space; the residual is a part of the eye distance. */
  private record Nudge(Similarity map, int inliers, double residual) {}

  /**
   * A way to look at both crops.
   *
   * @param turn crop coordinates to those looked at
   * @param size edge, pixels
   */
  private record View(Similarity turn, int size) {

    /** Turned about the bridge of the nose. */
    static View turned(double radians, int size) {
      double a = Math.cos(radians);
      double b = Math.sin(radians);
      Point p = CropTemplate.LEFT_EYE.middle(CropTemplate.RIGHT_EYE);
      return new View(
          new Similarity(a, b, p.x() - a * p.x() + b * p.y(), p.y() - b * p.x() - a * p.y()), size);
    }

    Optional<Nudge> nudge(
        PixelImage first,
        Similarity firstToCrop,
        PixelImage other,
        Similarity otherToCrop,
        double maxShift) {
      Box region =
          new Box(
              UPPER_FACE.x() * size,
              UPPER_FACE.y() * size,
              UPPER_FACE.width() * size,
              UPPER_FACE.height() * size);
      double eyes = CropTemplate.LEFT_EYE.distanceTo(CropTemplate.RIGHT_EYE) * size;
      Similarity toPixels = turn.then(Similarity.scaling(size));
      return SiftRegistration.register(
              of(other, otherToCrop), of(first, firstToCrop), region, maxShift * eyes, .015 * eyes)
          .map(
              f ->
                  new Nudge(
                      toPixels.then(f.map()).then(toPixels.inverse()),
                      f.inliers(),
                      f.residualPx() / eyes))
          .filter(n -> Math.abs(n.map().scale() - 1) < .25);
    }

    private PixelImage of(PixelImage photo, Similarity toCrop) {
      return GreyOps.equalised(GreyView.of(AlignedCrop.square(photo, toCrop.then(turn), size)));
    }
  }

  private static double disagreement(Similarity nudge) {
    Point l = CropTemplate.LEFT_EYE;
    Point r = CropTemplate.RIGHT_EYE;
    return Math.max(nudge.apply(l).distanceTo(l), nudge.apply(r).distanceTo(r)) / l.distanceTo(r);
  }
}
