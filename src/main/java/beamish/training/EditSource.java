package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.DetectedFace;
import beamish.image.PixelImage;
import java.util.function.DoubleFunction;

/**
 * Whatever turns a face and a strength into an edit: a model, or a simple rule to hold a model
 * against. Used on the caller's thread.
 */
public interface EditSource {

  /** What tables call it. */
  String name();

  /**
   * Reads a face, once.
   *
   * @param photo the upright photo
   * @param face found in it
   * @return the edit of a strength, −1 … 1.5; 0 is no edit
   */
  DoubleFunction<ExpressionEdit> read(PixelImage photo, DetectedFace face);

  /** A model, which stays the caller's. */
  static EditSource of(String name, ExpressionModel model) {
    return new EditSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public DoubleFunction<ExpressionEdit> read(PixelImage photo, DetectedFace face) {
        LatentCode code = model.encode(AlignedCrop.cut(photo, face.landmarks(), model.cropSize()));
        return strength -> model.decode(code, strength);
      }
    };
  }
}
