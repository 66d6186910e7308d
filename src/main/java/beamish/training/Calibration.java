package beamish.training;

import beamish.expression.ExpressionModel;
import beamish.face.AlignedCrop;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What strength 1 should mean. A generator trained on absolute differences is shy where it is
 * unsure, so its own step 1 widens a mouth less than people do when they smile; the slider is
 * stretched until, on people it was trained with, strength 1 widens mouths as much as their real
 * smiles on average.
 */
public final class Calibration {
  private static final int PEOPLE = 20;
  private static final double LEAST = .8;
  private static final double MOST = 1.35;

  private Calibration() {}

  /**
   * How many of the model's own steps strength 1 should be.
   *
   * @param model with a step of 1
   * @param files pairs it was trained on; about twenty of them are looked at
   * @return .8 … 1.35; 1 where nothing can be measured
   */
  public static double step(
      ExpressionModel model,
      FaceFinder finder,
      PairSet set,
      List<PairSet.PhotoPair> files,
      Cancellation cancellation) {
    double edited = 0;
    double real = 0;
    int every = Math.max(1, files.size() / PEOPLE);
    for (int i = 0; i < files.size(); i += every) {
      cancellation.check();
      Optional<PairSet.Aligned> aligned = set.align(files.get(i), cancellation);
      if (aligned.isEmpty()) {
        continue;
      }
      PairSet.Aligned pair = aligned.get();
      PixelImage photo = pair.neutral();
      PixelImage smile = photo.copy();
      PasteBack.apply(
          photo,
          pair.neutralToCrop(),
          model.decode(
              model.encode(AlignedCrop.cut(photo, pair.neutralToCrop(), model.cropSize())), 1),
          smile);
      double own = pair.face().landmarks().mouthWidth() / pair.face().landmarks().eyeDistance();
      Optional<Double> atOne = mouthWidth(finder, smile, cancellation);
      Optional<Double> atReal = mouthWidth(finder, pair.smiling(), cancellation);
      if (atOne.isPresent() && atReal.isPresent()) {
        edited += atOne.get() / own - 1;
        real += atReal.get() / own - 1;
      }
    }
    return edited > 0 && real > 0 ? Math.min(MOST, Math.max(LEAST, real / edited)) : 1;
  }

  private static Optional<Double> mouthWidth(
      FaceFinder finder, PixelImage photo, Cancellation cancellation) {
    return finder.find(photo, cancellation).stream()
        .map(DetectedFace::landmarks)
        .max(Comparator.comparingDouble(Landmarks::eyeDistance))
        .map(l -> l.mouthWidth() / l.eyeDistance());
  }
}
