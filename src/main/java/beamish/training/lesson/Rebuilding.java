package beamish.training.lesson;

import beamish.expression.ExpressionModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import beamish.training.TrainingSet.Rebuilt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Photos without a counterpart: the model that a training starts from takes the smile away, or
 * gives one, and the training learns to get the photo back. That shows it how these people really
 * smile and rest, if not what lies between (Sennrich et al., "Improving Neural Machine Translation
 * Models with Monolingual Data", 2016, do so with sentences).
 */
final class Rebuilding {
  /** More would take minutes to read. */
  private static final int MOST = 60;

  private Rebuilding() {}

  /**
   * Edits the photos.
   *
   * @param teacher on the caller's thread
   * @param leftOut receives what shows no face
   */
  static List<Rebuilt> of(
      ExpressionModel teacher,
      FaceFinder finder,
      List<LonePhoto> photos,
      Function<Path, PixelImage> reader,
      List<String> leftOut,
      Cancellation cancellation) {
    List<Rebuilt> all = new ArrayList<>();
    int count = Math.min(MOST, photos.size());
    for (int i = 0; i < count; i++) {
      cancellation.check();
      LonePhoto lone = photos.get(i * photos.size() / count);
      PixelImage photo = reader.apply(lone.file());
      String name = String.valueOf(lone.file().getFileName());
      PairSet.largest(finder.find(photo, cancellation))
          .ifPresentOrElse(
              face -> all.add(rebuilt(teacher, photo, face, lone.smiling(), name)),
              () -> leftOut.add(name + ": no face found"));
    }
    return all;
  }

  private static Rebuilt rebuilt(
      ExpressionModel teacher, PixelImage photo, DetectedFace face, boolean smiling, String name) {
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    AlignedCrop crop = AlignedCrop.cut(photo, face.landmarks(), teacher.cropSize());
    float back = smiling ? 1 : -1;
    PixelImage edited =
        PasteBack.edited(photo, toCrop, teacher.decode(teacher.encode(crop), -back));
    byte[] real = TrainingPair.cut(photo, toCrop);
    byte[] made = TrainingPair.cut(edited, toCrop);
    return new Rebuilt(
        smiling
            ? new TrainingPair(name, made, real, List.of(), List.of())
            : new TrainingPair(name, real, made, List.of(), List.of()),
        back);
  }
}
