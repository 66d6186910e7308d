package beamish.face;

import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.opencv.GreyOps;
import beamish.opencv.SiftRegistration;
import java.util.Optional;

/**
 * Lays a second photo of a person on the first one's crop, so that what a smile does not move lies
 * still: brows, eyes and the bridge of the nose decide, the mouth does not.
 */
public final class PairRegistration {
  private static final int WORK_SIZE = 512;

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
   * @param inliers feature matches that agree
   * @param residual their median distance as a part of the eye distance; 0 without features
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
   * @param firstFace its landmarks; its crop is {@link CropTemplate#photoToCrop}
   * @param otherFace the same person's landmarks in the other photo, as exact as a detector is
   */
  public static Registered register(
      PixelImage first, Landmarks firstFace, PixelImage other, Landmarks otherFace) {
    PixelImage fixed = work(first, CropTemplate.photoToCrop(firstFace));
    Similarity fromEyes = CropTemplate.photoToCrop(otherFace);
    // twice: the first answer brings the features nearer, the second believes only short moves
    Optional<Similarity> rough = nudge(other, fromEyes, fixed, .35).map(Nudge::map);
    if (rough.isPresent()) {
      Similarity better = fromEyes.then(rough.get());
      Optional<Nudge> fine = nudge(other, better, fixed, .08);
      if (fine.isPresent() && fine.get().inliers() >= MIN_INLIERS) {
        Similarity whole = better.then(fine.get().map());
        double off = disagreement(fromEyes.inverse().then(whole));
        if (off < .3) {
          return new Registered(whole, true, fine.get().inliers(), fine.get().residual(), off);
        }
      }
    }
    return new Registered(fromEyes, false, 0, 0, 0);
  }

  /** A move within crop space; the residual is a part of the eye distance. */
  private record Nudge(Similarity map, int inliers, double residual) {}

  private static Optional<Nudge> nudge(
      PixelImage other, Similarity otherToCrop, PixelImage fixed, double maxShift) {
    Box region =
        new Box(
            UPPER_FACE.x() * WORK_SIZE,
            UPPER_FACE.y() * WORK_SIZE,
            UPPER_FACE.width() * WORK_SIZE,
            UPPER_FACE.height() * WORK_SIZE);
    double eyes = CropTemplate.LEFT_EYE.distanceTo(CropTemplate.RIGHT_EYE) * WORK_SIZE;
    return SiftRegistration.register(
            work(other, otherToCrop), fixed, region, maxShift * eyes, .015 * eyes)
        .map(
            f ->
                new Nudge(
                    Similarity.scaling(WORK_SIZE)
                        .then(f.map())
                        .then(Similarity.scaling(1. / WORK_SIZE)),
                    f.inliers(),
                    f.residualPx() / eyes))
        .filter(n -> Math.abs(n.map().scale() - 1) < .25);
  }

  private static PixelImage work(PixelImage photo, Similarity toCrop) {
    return GreyOps.equalised(GreyView.of(AlignedCrop.square(photo, toCrop, WORK_SIZE)));
  }

  private static double disagreement(Similarity nudge) {
    Point l = CropTemplate.LEFT_EYE;
    Point r = CropTemplate.RIGHT_EYE;
    return Math.max(nudge.apply(l).distanceTo(l), nudge.apply(r).distanceTo(r)) / l.distanceTo(r);
  }
}
