package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.face.Likeness;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a model's edits come to in the mean over some people, at any strength: each look edits every
 * photo. On the thread of the model and the measure.
 */
public final class MeanEdit {
  private final List<Sitter> sitters = new ArrayList<>();
  private final Likeness likeness;
  private final Cancellation cancellation;

  /** The model and the measure stay the caller's. */
  public MeanEdit(
      EditSource model,
      Likeness likeness,
      List<PairSet.Aligned> people,
      Cancellation cancellation) {
    this.likeness = likeness;
    this.cancellation = cancellation;
    for (PairSet.Aligned pair : people) {
      cancellation.check();
      MouthDistance toSmile = new MouthDistance(pair.smiling(), pair.smilingToCrop());
      sitters.add(
          new Sitter(
              pair,
              model.read(pair.neutral(), pair.face()),
              toSmile,
              toSmile.of(pair.neutral(), pair.neutralToCrop()),
              FaceSharpness.ofFace(pair.neutral(), pair.neutralToCrop()),
              likeness.of(pair.neutral(), pair.neutralToCrop())));
    }
  }

  /** A person, and what was measured on the untouched photo. */
  private record Sitter(
      PairSet.Aligned pair,
      DoubleFunction<ExpressionEdit> edit,
      MouthDistance toSmile,
      double distance,
      double sharpness,
      float[] self) {}

  /**
   * Means over the people.
   *
   * @param distance to the real smile, as a ratio to the untouched photo's
   * @param likeness to the untouched photo
   * @param sharpness of the face, as a ratio to the untouched photo's
   */
  public record Figures(double distance, double likeness, double sharpness) {}

  /** Edits all of them. */
  public Figures at(double strength) {
    double distance = 0;
    double alike = 0;
    double sharpness = 0;
    for (Sitter s : sitters) {
      cancellation.check();
      PixelImage photo = s.pair.neutral();
      PixelImage edited = PasteBack.edited(photo, s.pair.neutralToCrop(), s.edit.apply(strength));
      distance += s.toSmile.of(edited, s.pair.neutralToCrop()) / s.distance;
      alike += Likeness.between(s.self, likeness.of(edited, s.pair.neutralToCrop()));
      sharpness += FaceSharpness.ofFace(edited, s.pair.neutralToCrop()) / s.sharpness;
    }
    int n = sitters.size();
    return new Figures(distance / n, alike / n, sharpness / n);
  }
}
