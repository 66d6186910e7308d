package beamish.training.lesson;

import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import beamish.training.TrainingPair;
import beamish.training.TrainingSet.Rehearsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Other people for a training on few: faces as the model that it starts from makes them smile, so
 * that what it learns anew does not drive out what it could (Li and Hoiem, "Learning without
 * Forgetting", 2016). The photos that the model itself was trained on are not on a user's machine;
 * averages of people serve.
 */
final class Rehearsal {
  /** Strengths at which each face smiles. */
  private static final double[] STRENGTHS = {.5, 1, 1.5};

  private Rehearsal() {}

  /**
   * Lets the model edit every face of these photos. On the model's lane.
   *
   * @param teacher with its own strength scale, so that its strength 1 is learned as strength 1
   */
  static List<Rehearsed> of(
      ExpressionModel teacher,
      FaceFinder finder,
      List<Path> photos,
      Function<Path, PixelImage> reader,
      Cancellation cancellation) {
    List<Rehearsed> all = new ArrayList<>();
    for (Path file : photos) {
      PixelImage photo = reader.apply(file);
      for (DetectedFace face : finder.find(photo, cancellation)) {
        cancellation.check();
        all.addAll(smiles(teacher, photo, face, String.valueOf(file.getFileName())));
      }
    }
    return all;
  }

  private static List<Rehearsed> smiles(
      ExpressionModel teacher, PixelImage photo, DetectedFace face, String name) {
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    LatentCode code = teacher.encode(AlignedCrop.cut(photo, face.landmarks(), teacher.cropSize()));
    byte[] neutral = TrainingPair.cut(photo, toCrop);
    List<Rehearsed> all = new ArrayList<>();
    for (double strength : STRENGTHS) {
      PixelImage smile = PasteBack.edited(photo, toCrop, teacher.decode(code, strength));
      all.add(
          new Rehearsed(
              new TrainingPair(
                  name, neutral, TrainingPair.cut(smile, toCrop), List.of(), List.of()),
              (float) strength));
    }
    return all;
  }
}
