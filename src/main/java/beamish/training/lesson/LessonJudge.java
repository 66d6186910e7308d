package beamish.training.lesson;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionEdit.CropWindow;
import beamish.expression.ExpressionModel;
import beamish.expression.ModelStore;
import beamish.face.AlignedCrop;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import beamish.training.FaceSharpness;
import beamish.training.MouthDistance;
import beamish.training.PairSet;
import beamish.training.PairSet.Aligned;
import beamish.training.lesson.Comparison.Edit;
import beamish.training.lesson.Comparison.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a model just trained against the one it came from, on photos it was not trained on. On one
 * lane; finder and likeness stay the caller's.
 */
public final class LessonJudge {
  /** More take long and tell little more. */
  private static final int MOST = 12;

  private final Function<Path, PixelImage> reader;
  private final FaceFinder finder;
  private final @Nullable Likeness likeness;
  private final ModelStore models;

  /**
   * A judge.
   *
   * @param likeness null where nobody asks whether people are still themselves
   */
  public LessonJudge(
      Function<Path, PixelImage> reader,
      FaceFinder finder,
      @Nullable Likeness likeness,
      ModelStore models) {
    this.reader = reader;
    this.finder = finder;
    this.likeness = likeness;
    this.models = models;
  }

  /**
   * Compares on the pairs that a training's folder keeps out; on those trained on where it keeps
   * none.
   *
   * @param folder of the training, with its model
   * @param before the old model's id
   * @throws Problem if a model is missing or no pair has a face in both photos
   */
  public Comparison compare(
      LessonSplit whole, Path folder, String before, Cancellation cancellation, Progress progress) {
    LessonSplit split = whole.asIn(folder);
    boolean heldOut = !split.validation().isEmpty();
    List<LessonPair> all = heldOut ? split.validation() : split.training();
    int count = Math.min(MOST, all.size());
    List<Row> rows = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    PairSet set = new PairSet(reader, finder);
    try (ExpressionModel old = models.open(before);
        ExpressionModel fresh = models.open(folder.toString())) {
      for (int i = 0; i < count; i++) {
        cancellation.check();
        LessonPair pair = all.get(i * all.size() / count);
        PairSet.PhotoPair photos = LessonTraining.photo(pair);
        progress.report((double) i / count, photos.name());
        Optional<Aligned> aligned = set.align(photos, cancellation);
        if (aligned.isPresent()) {
          rows.add(row(photos.name(), pair.group(), aligned.get(), old, fresh));
        } else {
          leftOut.add(photos.name() + ": no face found in both photos");
        }
      }
    }
    if (rows.isEmpty()) {
      throw new Problem(folder + ": no pair to judge by has a face in both photos");
    }
    return new Comparison(rows, heldOut, leftOut);
  }

  private Row row(
      String name, String group, Aligned pair, ExpressionModel old, ExpressionModel fresh) {
    MouthDistance toSmile = new MouthDistance(pair.smiling(), pair.smilingToCrop());
    return new Row(
        name,
        group,
        face(pair.neutral(), pair.neutralToCrop()),
        face(pair.smiling(), pair.smilingToCrop()),
        mouth(pair.smiling(), pair.smilingToCrop()),
        edit(pair, old, toSmile),
        edit(pair, fresh, toSmile));
  }

  private Edit edit(Aligned pair, ExpressionModel model, MouthDistance toSmile) {
    PixelImage photo = pair.neutral();
    Similarity toCrop = pair.neutralToCrop();
    AlignedCrop crop = AlignedCrop.cut(photo, pair.face().landmarks(), model.cropSize());
    ExpressionEdit smile = model.decode(model.encode(crop), 1);
    PixelImage edited = PasteBack.edited(photo, toCrop, smile);
    return new Edit(
        toSmile.of(edited, toCrop) / Math.max(1e-9, toSmile.of(photo, toCrop)),
        likeness == null
            ? Double.NaN
            : Likeness.between(likeness.of(photo, toCrop), likeness.of(edited, toCrop)),
        FaceSharpness.ofFace(edited, toCrop) / Math.max(1e-9, FaceSharpness.ofFace(photo, toCrop)),
        face(edited, toCrop),
        mouth(edited, toCrop));
  }

  private static PixelImage face(PixelImage photo, Similarity toCrop) {
    return Crops.pixels(AlignedCrop.square(photo, toCrop, Comparison.FACE_PX));
  }

  private static PixelImage mouth(PixelImage photo, Similarity toCrop) {
    CropWindow m = EditGeometry.MOUTH;
    FloatImage window =
        AlignedCrop.cutRegion(
            photo,
            toCrop,
            m.x(),
            m.y(),
            m.width(),
            Comparison.MOUTH_COLUMNS,
            Comparison.MOUTH_ROWS);
    return Crops.pixels(window);
  }
}
