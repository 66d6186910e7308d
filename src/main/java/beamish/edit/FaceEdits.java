package beamish.edit;

import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.paste.PasteBack;
import org.jspecify.annotations.Nullable;

/**
 * A face's code, its latest edit, which the other faces' slider ticks use again, and what pasting
 * it into the preview needs, which all ticks use again. On the model lane.
 */
final class FaceEdits {
  private final DetectedFace face;
  private final Similarity photoToCrop;
  private final ExpressionModel model;
  private final LatentCode code;
  private final EditTrack track;
  private double strength;
  private @Nullable ExpressionEdit edit;
  private @Nullable PasteBack previewPaste;

  /** Encodes a face of a photo. */
  FaceEdits(PixelImage photo, DetectedFace face, ExpressionModel model) {
    this.face = face;
    this.photoToCrop = CropTemplate.photoToCrop(face.landmarks());
    this.model = model;
    this.code = model.encode(AlignedCrop.cut(photo, face.landmarks(), model.cropSize()));
    this.track = new EditTrack(s -> model.decode(code, s));
  }

  /** The face; any thread, like the areas. */
  DetectedFace face() {
    return face;
  }

  Similarity photoToCrop() {
    return photoToCrop;
  }

  /** The whole pixels of a picture that an edit may change. */
  Box area(PixelImage picture, double scale) {
    PasteBack.Region r = PasteBack.region(picture, previewToCrop(scale));
    return new Box(r.x(), r.y(), r.width(), r.height());
  }

  /** Pixels of the photo in another size to the crop. */
  Similarity previewToCrop(double scale) {
    return Similarity.scaling(1 / scale).then(photoToCrop);
  }

  /** How to paste into the preview, whose scale never changes. */
  PasteBack onPreview(PixelImage preview, double scale) {
    PasteBack known = previewPaste;
    if (known == null) {
      known = PasteBack.prepare(preview, previewToCrop(scale));
      previewPaste = known;
    }
    return known;
  }

  /** Works one step ahead; see {@link EditTrack#fill}. */
  boolean readAhead() {
    return track.fill();
  }

  /** The edit, blended where both of its neighbours are there. */
  ExpressionEdit nearly(double wanted) {
    ExpressionEdit blended = track.at(wanted);
    return blended == null ? at(wanted) : blended;
  }

  /** The exact edit. */
  ExpressionEdit at(double wanted) {
    ExpressionEdit known = edit;
    if (known == null || strength != wanted) {
      known = model.decode(code, wanted);
      edit = known;
      strength = wanted;
    }
    return known;
  }
}
