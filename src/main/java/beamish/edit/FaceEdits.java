package beamish.edit;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.expression.SmileLevel;
import beamish.expression.SmileParts;
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
  private final double smileLevel;
  private EditTrack track;
  private SmileParts trackParts = SmileParts.NEUTRAL;
  private @Nullable PartTrack moving;
  private @Nullable FaceSmile shown;
  private @Nullable FaceSmile smile;
  private @Nullable ExpressionEdit edit;

  /** Encodes a face of a photo. */
  FaceEdits(PixelImage photo, DetectedFace face, ExpressionModel model) {
    this.face = face;
    this.photoToCrop = CropTemplate.photoToCrop(face.landmarks());
    this.model = model;
    AlignedCrop crop = AlignedCrop.cut(photo, face.landmarks(), model.cropSize());
    this.code = model.encode(crop);
    this.smileLevel =
        model.cropSize() == EditGeometry.CROP
            ? SmileLevel.of(crop)
            : SmileLevel.of(photo, face.landmarks());
    this.track = track(SmileParts.NEUTRAL);
  }

  private EditTrack track(SmileParts parts) {
    return new EditTrack(FaceSmile.LEAST, FaceSmile.MOST, s -> model.decode(code, s, parts));
  }

  /** The face; any thread, like the areas. */
  DetectedFace face() {
    return face;
  }

  /** See {@link SmileLevel}. */
  double smileLevel() {
    return smileLevel;
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

  /**
   * Works one step ahead for the strength's slider, with the parts shown last; see {@link
   * EditTrack#fill}. Other parts than before make the work done ahead worthless, and it begins
   * anew.
   */
  boolean readAhead() {
    if (shown != null && !shown.parts().equals(trackParts)) {
      trackParts = shown.parts();
      track = track(trackParts);
    }
    return track.fill();
  }

  /** What is worked ahead for a strength, whatever is shown of it. */
  ExpressionEdit ahead(FaceSmile wanted) {
    return track.worked(wanted.strength());
  }

  /** The edit, blended where that spares network passes. */
  ExpressionEdit nearly(FaceSmile wanted) {
    PartTrack line = moving;
    if (line == null || !line.has(wanted)) {
      line = shown == null ? null : PartTrack.between(shown, wanted, this::once);
      moving = line;
    }
    shown = wanted;
    if (line != null) {
      return line.at(wanted);
    }
    ExpressionEdit blended = wanted.parts().equals(trackParts) ? track.at(wanted.strength()) : null;
    return blended == null ? at(wanted) : blended;
  }

  /** The exact edit. */
  ExpressionEdit at(FaceSmile wanted) {
    ExpressionEdit known = edit;
    if (known == null || !wanted.equals(smile)) {
      known = once(wanted);
      edit = known;
      smile = wanted;
    }
    return known;
  }

  /** The same, for a look that nobody asks for again. */
  ExpressionEdit once(FaceSmile wanted) {
    return model.decode(code, wanted.strength(), wanted.parts());
  }
}
