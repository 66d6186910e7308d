package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.MouthWidening;
import beamish.expression.StrengthScale;
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
 * What strength 1 should mean: on people the generator was trained with, it widens mouths as much
 * as their real smiles do, on average; and on every other face as much as on these.
 */
public final class Calibration {
  private static final int PEOPLE = 20;
  private static final double LEAST = .8;
  private static final double MOST = 1.35;

  private Calibration() {}

  /**
   * How many of the model's own steps strength 1 should be, .8 … 1.35 for a usual face.
   *
   * @param model with {@link StrengthScale#PLAIN}
   * @param files pairs it was trained on; about twenty of them are looked at
   * @return {@link StrengthScale#PLAIN} where nothing can be measured
   */
  public static StrengthScale of(
      ExpressionModel model,
      FaceFinder finder,
      PairSet set,
      List<PairSet.PhotoPair> files,
      Cancellation cancellation) {
    double edited = 0;
    double real = 0;
    double flow = 0;
    int measured = 0;
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
      AlignedCrop crop = AlignedCrop.cut(photo, pair.face().landmarks(), model.cropSize());
      ExpressionEdit edit = model.decode(model.encode(crop), 1);
      PasteBack.apply(photo, pair.neutralToCrop(), edit, smile);
      double own = pair.face().landmarks().mouthWidth() / pair.face().landmarks().eyeDistance();
      Optional<Double> atOne = mouthWidth(finder, smile, cancellation);
      Optional<Double> atReal = mouthWidth(finder, pair.smiling(), cancellation);
      if (atOne.isPresent() && atReal.isPresent()) {
        edited += atOne.get() / own - 1;
        real += atReal.get() / own - 1;
        flow += MouthWidening.of(edit.flow(), crop.landmarks());
        measured++;
      }
    }
    if (edited <= 0 || real <= 0 || flow <= 0) {
      return StrengthScale.PLAIN;
    }
    double step = Math.min(MOST, Math.max(LEAST, real / edited));
    return new StrengthScale(step, step * flow / measured);
  }

  private static Optional<Double> mouthWidth(
      FaceFinder finder, PixelImage photo, Cancellation cancellation) {
    return finder.find(photo, cancellation).stream()
        .map(DetectedFace::landmarks)
        .max(Comparator.comparingDouble(Landmarks::eyeDistance))
        .map(l -> l.mouthWidth() / l.eyeDistance());
  }
}
