package beamish.training.lesson;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.paste.PasteBack;
import beamish.training.Augmentation;
import beamish.training.MouthDistance;
import beamish.training.TrainingPair;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A few crops that are never trained on, by which a training is judged on its way: of pairs kept
 * out, as they are and in other light; or, where none are kept out, of the pairs trained on in
 * light and position that no step draws. Small enough to be looked at every minute.
 */
final class ValidationViews {
  private static final int N = EditGeometry.CROP;
  private static final int MOST = 12;
  private static final Similarity TO_CROP = Similarity.scaling(1. / N);

  /** Only a glance at whether a mouth is open asks where its corners are, and views are bent. */
  private static final Landmarks USUAL =
      new Landmarks(
          CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE, new Point(.38, .78), new Point(.62, .78));

  /**
   * Where strength 1 is to be a clear smile whatever a person's own one is, a slight smile is met
   * at less than 1 and a broad one at more: judged at 1 alone, who learns to smile gets farther
   * from the slight ones, and a training would keep what had learned next to nothing.
   */
  private static final List<Double> ANY_SMILE = List.of(.5, 1., 1.5);

  private static final List<Double> OWN_SMILE = List.of(1.);

  private final List<View> views = new ArrayList<>();
  private final List<Double> strengths;

  private record View(
      AlignedCrop crop,
      PixelImage neutral,
      PixelImage smiling,
      MouthDistance toSmile,
      double untouched) {}

  /**
   * What a look came to.
   *
   * @param distance mean over the views, as a ratio to the untouched crop's; each at strength 1
   *     where that is its own smile, else at the strength it is met at best
   * @param faces at strength 1
   */
  record Look(double distance, List<TrainingEvent.Face> faces) {}

  /**
   * Draws the views.
   *
   * @param seen whether these pairs are trained on too, so that only new views of them tell
   * @param own whether strength 1 is to be these people's own smile
   */
  ValidationViews(List<TrainingPair> pairs, boolean seen, boolean own, long seed) {
    this.strengths = own ? OWN_SMILE : ANY_SMILE;
    SplittableRandom random = new SplittableRandom(~seed);
    int each = Math.max(1, Math.min(4, MOST / pairs.size()));
    int shown = Math.min(MOST, pairs.size());
    for (int i = 0; i < shown; i++) {
      TrainingPair pair = pairs.get(i * pairs.size() / shown);
      for (int k = 0; k < each; k++) {
        boolean plain = k == 0 && !seen;
        views.add(view(pair, plain ? Augmentation.none() : Augmentation.draw(random)));
      }
    }
  }

  private static View view(TrainingPair pair, Augmentation how) {
    FloatImage crop = how.of(pair.neutral());
    PixelImage photo = Crops.pixels(crop);
    PixelImage smile = Crops.pixels(how.of(pair.smiling()));
    MouthDistance toSmile = new MouthDistance(smile, TO_CROP);
    return new View(
        new AlignedCrop(crop, USUAL),
        photo,
        smile,
        toSmile,
        Math.max(1e-6, toSmile.of(photo, TO_CROP)));
  }

  /** Edits every view. On the model's lane. */
  Look look(ExpressionModel model) {
    double sum = 0;
    List<TrainingEvent.Face> faces = new ArrayList<>();
    for (View view : views) {
      LatentCode code = model.encode(view.crop);
      double least = Double.MAX_VALUE;
      for (double strength : strengths) {
        PixelImage edited = PasteBack.edited(view.neutral, TO_CROP, model.decode(code, strength));
        least = Math.min(least, view.toSmile.of(edited, TO_CROP));
        if (strength == 1) {
          faces.add(new TrainingEvent.Face(view.neutral, view.smiling, edited));
        }
      }
      sum += least / view.untouched;
    }
    return new Look(sum / views.size(), faces);
  }
}
