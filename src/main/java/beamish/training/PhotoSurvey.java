package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;

/**
 * Measures a model on photos of which there is no other: whether it finds a face, moves its mouth
 * one way only, and keeps it sharp. The largest face of each photo counts.
 */
public final class PhotoSurvey {
  /** The strengths looked at, besides the photo itself. */
  public static final List<Double> STRENGTHS = List.of(-1., -.5, 0., .7, 1.3, 1.5);

  /** How far the part of the photo reaches in which the face is looked for again, crop widths. */
  private static final double REACH = .5;

  private final EditSource source;
  private final FaceFinder finder;

  /** Both are used on the caller's thread, and stay the caller's. */
  public PhotoSurvey(EditSource source, FaceFinder finder) {
    this.source = source;
    this.finder = finder;
  }

  /**
   * Measures every photo.
   *
   * @param reader gives a photo's upright pixels
   * @param pictures is shown every edited face with its strength, in order; nothing of photos
   *     without one
   */
  public PhotoFigures run(
      List<Path> photos,
      Function<Path, PixelImage> reader,
      ObjDoubleConsumer<Evaluation.Picture> pictures,
      Cancellation cancellation,
      Progress progress) {
    List<PhotoFigures.OnePhoto> all = new ArrayList<>();
    for (Path file : photos) {
      cancellation.check();
      String name = String.valueOf(file.getFileName());
      progress.report((double) all.size() / photos.size(), name);
      PixelImage photo = reader.apply(file);
      Optional<DetectedFace> face = PairSet.largest(finder.find(photo, cancellation));
      all.add(
          face.map(f -> photo(name, photo, f, pictures, cancellation))
              .orElse(new PhotoFigures.OnePhoto(name, false, List.of())));
    }
    return PhotoFigures.of(all);
  }

  private PhotoFigures.OnePhoto photo(
      String name,
      PixelImage photo,
      DetectedFace face,
      ObjDoubleConsumer<Evaluation.Picture> pictures,
      Cancellation cancellation) {
    Similarity toCrop = CropTemplate.photoToCrop(face.landmarks());
    double sharp = FaceSharpness.ofFace(photo, toCrop);
    DoubleFunction<ExpressionEdit> edit = source.read(photo, face);
    List<PixelImage> edits = new ArrayList<>();
    for (double strength : STRENGTHS) {
      cancellation.check();
      PixelImage edited = PasteBack.edited(photo, toCrop, edit.apply(strength));
      pictures.accept(new Evaluation.Picture(name, edited, toCrop), strength);
      edits.add(edited);
    }
    double[] apart = apart(photo, face.landmarks(), edits);
    List<PhotoFigures.Look> looks = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      looks.add(
          new PhotoFigures.Look(
              STRENGTHS.get(i),
              mouthWidth(edits.get(i), face.landmarks(), cancellation),
              apart[i],
              FaceSharpness.ofFace(edits.get(i), toCrop) / sharp));
    }
    return new PhotoFigures.OnePhoto(name, true, looks);
  }

  /** Followed from the untouched photo towards either end. */
  private static double[] apart(PixelImage photo, Landmarks face, List<PixelImage> edits) {
    int zero = STRENGTHS.indexOf(0.);
    double[] apart = new double[edits.size()];
    CornerTrack calmer = new CornerTrack(photo, face);
    for (int i = zero; i >= 0; i--) {
      apart[i] = calmer.next(edits.get(i));
    }
    CornerTrack wider = new CornerTrack(photo, face);
    for (int i = zero + 1; i < apart.length; i++) {
      apart[i] = wider.next(edits.get(i));
    }
    return apart;
  }

  /** Over the untouched photo's eye distance; NaN where the face is not found again. */
  private double mouthWidth(PixelImage edited, Landmarks own, Cancellation cancellation) {
    Similarity toPhoto = CropTemplate.photoToCrop(own).inverse();
    Point middle = toPhoto.apply(new Point(.5, .5));
    double half = (.5 + REACH) * toPhoto.scale();
    int left = (int) Math.max(0, middle.x() - half);
    int top = (int) Math.max(0, middle.y() - half);
    int right = (int) Math.min(edited.width(), middle.x() + half);
    int bottom = (int) Math.min(edited.height(), middle.y() + half);
    PixelImage part = edited.part(left, top, right - left, bottom - top);
    return SameFace.find(finder, part, own.map(new Similarity(1, 0, -left, -top)), cancellation)
        .map(f -> f.landmarks().mouthWidth() / own.eyeDistance())
        .orElse(Double.NaN);
  }
}
