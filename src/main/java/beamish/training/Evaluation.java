package beamish.training;

import beamish.expression.ExpressionModel;
import beamish.expression.LatentCode;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.paste.PasteBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;

/**
 * Judges a model on pairs, as a stranger would: it edits every neutral photo at full size, lets the
 * face finder look at the result, and compares with the untouched photo and the real smile.
 */
public final class Evaluation {
  /** The strengths looked at; 0 is the untouched photo, the baseline. */
  public static final List<Double> STRENGTHS = List.of(-1., -.5, 0., .25, .5, .75, 1., 1.25, 1.5);

  private final ExpressionModel model;
  private final FaceFinder finder;

  /** Both are used on the caller's thread, and stay the caller's. */
  public Evaluation(ExpressionModel model, FaceFinder finder) {
    this.model = model;
    this.finder = finder;
  }

  /**
   * What one edit came to.
   *
   * @param strength what was asked for
   * @param mouthWidth distance of the mouth corners over the eye distance
   * @param cornerRise how far the corners lie above where they were in the untouched photo, over
   *     the eye distance, square to the line of the eyes
   * @param sharpness over the face, as a ratio to the untouched photo's
   * @param distance to the real smile in the mouth window
   */
  public record Measured(
      double strength, double mouthWidth, double cornerRise, double sharpness, double distance) {}

  /**
   * One person.
   *
   * @param name of the pair
   * @param edits in order of strength
   * @param realMouthWidth of the real smile, over its eye distance
   * @param realSharpness of the real smile, as a ratio to the neutral photo's
   */
  public record Person(
      String name, List<Measured> edits, double realMouthWidth, double realSharpness) {

    /** The edit of exactly this strength. */
    public Measured at(double strength) {
      return edits.stream()
          .filter(e -> Math.abs(e.strength() - strength) < 1e-9)
          .findFirst()
          .orElseThrow();
    }

    /** The least distance to the real smile over all strengths. */
    public double bestDistance() {
      return edits.stream().mapToDouble(Measured::distance).min().orElse(Double.NaN);
    }

    /** Whether the mouth widens at every step from 0 to 1.5. */
    public boolean monotone() {
      double last = -1;
      for (Measured e : edits) {
        if (e.strength() >= 0) {
          if (e.mouthWidth() <= last) {
            return false;
          }
          last = e.mouthWidth();
        }
      }
      return true;
    }
  }

  /**
   * Measures every pair.
   *
   * @param pairs as found by {@link PairSet}
   * @param set reads and aligns them
   * @param leftOut receives the names of those that could not be measured, with the reason
   * @param pictures is shown every edited photo with its strength, in order; NaN announces a new
   *     person's untouched photo, infinity the real smile
   */
  public List<Person> run(
      List<PairSet.PhotoPair> pairs,
      PairSet set,
      List<String> leftOut,
      ObjDoubleConsumer<Picture> pictures,
      Cancellation cancellation,
      Progress progress) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      cancellation.check();
      PairSet.PhotoPair files = pairs.get(i);
      progress.report((double) i / pairs.size(), files.name());
      Optional<PairSet.Aligned> aligned = set.align(files, cancellation);
      if (aligned.isEmpty()) {
        leftOut.add(files.name() + ": no face found in both photos");
        continue;
      }
      people.add(person(files.name(), aligned.get(), pictures, cancellation));
    }
    return people;
  }

  /** A photo and how it lies on the template. */
  public record Picture(String name, PixelImage photo, Similarity photoToCrop) {}

  private Person person(
      String name,
      PairSet.Aligned pair,
      ObjDoubleConsumer<Picture> pictures,
      Cancellation cancellation) {
    PixelImage photo = pair.neutral();
    Similarity toCrop = pair.neutralToCrop();
    Landmarks own = pair.face().landmarks();
    MouthDistance toSmile = new MouthDistance(pair.smiling(), pair.smilingToCrop());
    double sharp = FaceSharpness.ofFace(photo, toCrop);
    LatentCode code = model.encode(AlignedCrop.cut(photo, own, model.cropSize()));
    PasteBack paste = PasteBack.prepare(photo, toCrop);
    List<Measured> edits = new ArrayList<>();
    for (double strength : STRENGTHS) {
      cancellation.check();
      PixelImage edited = photo.copy();
      paste.apply(model.decode(code, strength), edited);
      pictures.accept(new Picture(name, edited, toCrop), strength);
      Optional<Landmarks> found = face(edited, own, cancellation);
      edits.add(
          new Measured(
              strength,
              found.map(l -> l.mouthWidth() / own.eyeDistance()).orElse(Double.NaN),
              found.map(l -> rise(own, l)).orElse(Double.NaN),
              FaceSharpness.ofFace(edited, toCrop) / sharp,
              toSmile.of(edited, toCrop)));
    }
    pictures.accept(
        new Picture(name, pair.smiling(), pair.smilingToCrop()), Double.POSITIVE_INFINITY);
    return new Person(
        name,
        edits,
        pair.smilingFace().landmarks().relativeMouthWidth(),
        FaceSharpness.ofFace(pair.smiling(), pair.smilingToCrop()) / sharp);
  }

  /** The face that lies where it lay in the untouched photo. */
  private Optional<Landmarks> face(PixelImage photo, Landmarks own, Cancellation cancellation) {
    return finder.find(photo, cancellation).stream()
        .map(DetectedFace::landmarks)
        .filter(
            l ->
                l.leftEye().middle(l.rightEye()).distanceTo(own.leftEye().middle(own.rightEye()))
                    < .3 * own.eyeDistance())
        .findFirst();
  }

  private static double rise(Landmarks before, Landmarks after) {
    Similarity upright = CropTemplate.photoToCrop(before);
    double scale = CropTemplate.RIGHT_EYE.x() - CropTemplate.LEFT_EYE.x();
    Landmarks a = before.map(upright);
    Landmarks b = after.map(upright);
    double drop =
        (b.leftMouth().y() + b.rightMouth().y() - a.leftMouth().y() - a.rightMouth().y()) / 2;
    return -drop / scale;
  }
}
