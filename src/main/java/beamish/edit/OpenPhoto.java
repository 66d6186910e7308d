package beamish.edit;

import beamish.codec.Photo;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.image.AreaAverage;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo being edited: its faces, each encoded once, and the renders that {@link SmileSettings}
 * give. A photo without faces is allowed; all its renders are the photo.
 *
 * <p>{@link #open} and the renders run on the model lane only, because networks are not
 * thread-safe; the getters may be called anywhere. The pictures handed out are values: nobody
 * writes to them.
 */
public final class OpenPhoto {
  private final Photo photo;
  private final PixelImage preview;
  private final double previewScale;
  private final List<DetectedFace> faces;
  private final List<FaceEdits> edits;

  private OpenPhoto(Photo photo, PixelImage preview, double previewScale, List<FaceEdits> edits) {
    this.photo = photo;
    this.preview = preview;
    this.previewScale = previewScale;
    this.edits = edits;
    this.faces = edits.stream().map(e -> e.face).toList();
  }

  /**
   * Finds the faces of a photo and encodes each. On the model lane.
   *
   * @param finder used during this call only
   * @param model used by the renders too; stays the caller's to close
   * @param previewEdge longest edge of the preview, pixels
   * @param cancellation asked between faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static OpenPhoto open(
      Photo photo,
      FaceFinder finder,
      ExpressionModel model,
      int previewEdge,
      Cancellation cancellation,
      Progress progress) {
    PixelImage pixels = photo.pixels();
    progress.report(0, "Finding faces");
    List<DetectedFace> found = finder.find(pixels, cancellation);
    List<FaceEdits> edits = new ArrayList<>();
    for (DetectedFace face : found) {
      cancellation.check();
      progress.report(
          .5 + .3 * edits.size() / found.size(),
          "Reading face " + (edits.size() + 1) + " of " + found.size());
      Similarity photoToCrop = CropTemplate.photoToCrop(face.landmarks());
      AlignedCrop crop = AlignedCrop.cut(pixels, face.landmarks(), model.cropSize());
      edits.add(new FaceEdits(face, photoToCrop, model, model.encode(crop)));
    }
    cancellation.check();
    progress.report(.8, "Preparing the preview");
    double scale = Math.min(1, (double) previewEdge / Math.max(pixels.width(), pixels.height()));
    PixelImage preview = AreaAverage.shrinkBy(pixels, scale);
    progress.report(1, "Ready");
    return new OpenPhoto(photo, preview, scale, List.copyOf(edits));
  }

  /** The photo as it was read. */
  public Photo photo() {
    return photo;
  }

  /**
   * Its faces, from left to right, in pixels of {@link #photo()}; {@link SmileSettings} index them.
   */
  public List<DetectedFace> faces() {
    return faces;
  }

  /**
   * The unedited photo at preview size (area averaged); the photo's own pixels if it is no larger.
   */
  public PixelImage preview() {
    return preview;
  }

  /** Preview pixels per photo pixel, at most 1. */
  public double previewScale() {
    return previewScale;
  }

  /** The whole pixels of the photo that a face's strength may change; possibly none. */
  public Box editedArea(int face) {
    return area(photo.pixels(), edits.get(face).photoToCrop);
  }

  /** The same in pixels of {@link #preview()}. */
  public Box editedPreviewArea(int face) {
    return area(preview, edits.get(face).previewToCrop(previewScale));
  }

  private static Box area(PixelImage picture, Similarity toCrop) {
    PasteBack.Region r = PasteBack.region(picture, toCrop);
    return new Box(r.x(), r.y(), r.width(), r.height());
  }

  /**
   * Works ahead for one face's preview, a step of a network pass or two; once all steps are done
   * its previews need none. On the model lane.
   *
   * @return whether there is more to do
   */
  public boolean readAhead(int face) {
    return edits.get(face).track.fill();
  }

  /**
   * The edit at preview size, blended between strengths worked out by {@link #readAhead} where they
   * are there; its difference from the exact edit is below what a screen shows. On the model lane.
   */
  public PixelImage renderPreview(SmileSettings settings) {
    return render(
        preview,
        (face, strength, target) ->
            face.onPreview(preview, previewScale).apply(face.nearly(strength), target),
        settings,
        new Cancellation(),
        Progress.NONE);
  }

  /**
   * The edit at the photo's own size and depth; the photo's very pixels where nothing is changed.
   * On the model lane.
   *
   * @param cancellation asked between faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public PixelImage render(SmileSettings settings, Cancellation cancellation, Progress progress) {
    return render(
        photo.pixels(),
        (face, strength, target) ->
            PasteBack.apply(photo.pixels(), face.photoToCrop, face.at(strength), target),
        settings,
        cancellation,
        progress);
  }

  /**
   * The edit on a part of the photo, or on the photo in another size. On the model lane.
   *
   * @param view what of the unedited photo is to be edited
   * @param viewToPhoto pixels of {@code view} to pixels of {@link #photo()}
   */
  PixelImage renderOn(PixelImage view, Similarity viewToPhoto, SmileSettings settings) {
    return render(
        view,
        (face, strength, target) ->
            PasteBack.apply(view, viewToPhoto.then(face.photoToCrop), face.at(strength), target),
        settings,
        new Cancellation(),
        Progress.NONE);
  }

  /** Writes one face's edit into a picture. */
  private interface Paste {
    void into(FaceEdits face, double strength, PixelImage target);
  }

  private PixelImage render(
      PixelImage source,
      Paste paste,
      SmileSettings settings,
      Cancellation cancellation,
      Progress progress) {
    PixelImage target = source;
    for (int i = 0; i < edits.size(); i++) {
      cancellation.check();
      double strength = settings.strength(i);
      if (strength == 0) {
        continue;
      }
      progress.report((double) i / edits.size(), "Editing face " + (i + 1));
      if (target == source) {
        target = source.copy();
      }
      paste.into(edits.get(i), strength, target);
    }
    cancellation.check();
    progress.report(1, "Edited");
    return target;
  }

  /**
   * A face's code, its latest edit, which the other faces' slider ticks use again, and what pasting
   * it into the preview needs, which all ticks use again.
   */
  private static final class FaceEdits {
    private final DetectedFace face;
    private final Similarity photoToCrop;
    private final ExpressionModel model;
    private final LatentCode code;
    private final EditTrack track;
    private double strength;
    private @Nullable ExpressionEdit edit;
    private @Nullable PasteBack previewPaste;

    FaceEdits(DetectedFace face, Similarity photoToCrop, ExpressionModel model, LatentCode code) {
      this.face = face;
      this.photoToCrop = photoToCrop;
      this.model = model;
      this.code = code;
      this.track = new EditTrack(s -> model.decode(code, s));
    }

    Similarity previewToCrop(double scale) {
      return Similarity.scaling(1 / scale).then(photoToCrop);
    }

    PasteBack onPreview(PixelImage preview, double scale) {
      PasteBack known = previewPaste;
      if (known == null) {
        known = PasteBack.prepare(preview, previewToCrop(scale));
        previewPaste = known;
      }
      return known;
    }

    ExpressionEdit nearly(double wanted) {
      ExpressionEdit blended = track.at(wanted);
      return blended == null ? at(wanted) : blended;
    }

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
}
