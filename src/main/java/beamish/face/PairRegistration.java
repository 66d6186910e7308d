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
    Similarity firstToCrop = CropTemplate.photoToCrop(firstFace);
    Similarity otherToCrop = CropTemplate.photoToCrop(otherFace);
    PixelImage fixed = work(first, firstToCrop);
    PixelImage moving = work(other, otherToCrop);
    Box region =
        new Box(
            UPPER_FACE.x() * WORK_SIZE,
            UPPER_FACE.y() * WORK_SIZE,
            UPPER_FACE.width() * WORK_SIZE,
            UPPER_FACE.height() * WORK_SIZE);
    double eyes = (CropTemplate.RIGHT_EYE.x() - CropTemplate.LEFT_EYE.x()) * WORK_SIZE;
    Optional<SiftRegistration.Fit> fit =
        SiftRegistration.register(moving, fixed, region, .2 * eyes, .015 * eyes);
    if (fit.isPresent()) {
      SiftRegistration.Fit f = fit.get();
      Similarity nudge =
          Similarity.scaling(WORK_SIZE).then(f.map()).then(Similarity.scaling(1. / WORK_SIZE));
      double off = disagreement(nudge);
      if (f.inliers() >= 10 && off < .15 && Math.abs(nudge.scale() - 1) < .12) {
        return new Registered(
            otherToCrop.then(nudge), true, f.inliers(), f.residualPx() / eyes, off);
      }
    }
    return new Registered(otherToCrop, false, 0, 0, 0);
  }

  private static PixelImage work(PixelImage photo, Similarity toCrop) {
    return GreyOps.equalised(GreyView.of(AlignedCrop.cut(photo, toCrop, WORK_SIZE).pixels()));
  }

  private static double disagreement(Similarity nudge) {
    Point l = CropTemplate.LEFT_EYE;
    Point r = CropTemplate.RIGHT_EYE;
    return Math.max(nudge.apply(l).distanceTo(l), nudge.apply(r).distanceTo(r)) / l.distanceTo(r);
  }
}
