package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.MouthWidening;
import beamish.expression.StrengthScale;
import beamish.face.AlignedCrop;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What strength 1 should mean: a clear smile. On people the generator was trained with, it widens
 * mouths as much as the broader half of their real smiles does, on average; and on every other face
 * as much as on these.
 */
public final class Calibration {
  private static final int PEOPLE = 20;
  private static final double LEAST = .8;
  private static final double MOST = 1.35;

  private Calibration() {}

  /** By how much mouths widen, as parts of their own width: edited, in reality, by the flow. */
  private record Widening(double edited, double real, double flow) {}

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
    List<Widening> people = new ArrayList<>();
    int every = Math.max(1, files.size() / PEOPLE);
    for (int i = 0; i < files.size(); i += every) {
      cancellation.check();
      set.align(files.get(i), cancellation)
          .flatMap(pair -> measured(model, finder, pair, cancellation))
          .ifPresent(people::add);
    }
    double clear =
        people.stream()
            .mapToDouble(p -> p.real)
            .sorted()
            .skip(people.size() / 2)
            .average()
            .orElse(0);
    double edited = people.stream().mapToDouble(p -> p.edited).average().orElse(0);
    double flow = people.stream().mapToDouble(p -> p.flow).average().orElse(0);
    if (edited <= 0 || clear <= 0 || flow <= 0) {
      return StrengthScale.PLAIN;
    }
    double step = Math.min(MOST, Math.max(LEAST, clear / edited));
    return new StrengthScale(step, step * flow);
  }

  private static Optional<Widening> measured(
      ExpressionModel model, FaceFinder finder, PairSet.Aligned pair, Cancellation cancellation) {
    PixelImage photo = pair.neutral();
    Landmarks face = pair.face().landmarks();
    AlignedCrop crop = AlignedCrop.cut(photo, face, model.cropSize());
    ExpressionEdit edit = model.decode(model.encode(crop), 1);
    PixelImage smile = PasteBack.edited(photo, pair.neutralToCrop(), edit);
    return PairSet.largest(finder.find(smile, cancellation))
        .map(
            found ->
                new Widening(
                    found.landmarks().relativeMouthWidth() / face.relativeMouthWidth() - 1,
                    pair.realWidening() - 1,
                    MouthWidening.of(edit.flow(), crop.landmarks())));
  }
}
