package beamish.training.lesson;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionModel;
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

  private final List<View> views = new ArrayList<>();

  private record View(
      AlignedCrop crop,
      PixelImage neutral,
      PixelImage smiling,
      MouthDistance toSmile,
      double untouched) {}

  /**
   * What a look came to.
   *
   * @param distance mean over the views at strength 1, as a ratio to the untouched crop's
   */
  record Look(double distance, List<TrainingEvent.Face> faces) {}

  /**
   * Draws the views.
   *
   * @param seen whether these pairs are trained on too, so that only new views of them tell
   */
  ValidationViews(List<TrainingPair> pairs, boolean seen, long seed) {
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
    float[] neutral = new float[3 * N * N];
    float[] smiling = new float[3 * N * N];
    how.sample(pair.neutral(), neutral, 0);
    how.sample(pair.smiling(), smiling, 0);
    FloatImage crop = new FloatImage(3, N, N, neutral);
    PixelImage photo = Crops.pixels(crop);
    PixelImage smile = Crops.pixels(new FloatImage(3, N, N, smiling));
    MouthDistance toSmile = new MouthDistance(smile, TO_CROP);
    return new View(
        new AlignedCrop(crop, USUAL),
        photo,
        smile,
        toSmile,
        Math.max(1e-6, toSmile.of(photo, TO_CROP)));
  }

  /** Edits every view at strength 1. On the model's lane. */
  Look look(ExpressionModel model) {
    double sum = 0;
    List<TrainingEvent.Face> faces = new ArrayList<>();
    for (View view : views) {
      PixelImage edited = view.neutral.copy();
      PasteBack.apply(view.neutral, TO_CROP, model.decode(model.encode(view.crop), 1), edited);
      sum += view.toSmile.of(edited, TO_CROP) / view.untouched;
      faces.add(new TrainingEvent.Face(view.neutral, view.smiling, edited));
    }
    return new Look(sum / views.size(), faces);
  }
}
