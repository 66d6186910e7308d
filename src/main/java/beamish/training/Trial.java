package beamish.training;

import beamish.expression.ExpressionEdit;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import beamish.training.Evaluation.Calmed;
import beamish.training.Evaluation.Measured;
import beamish.training.Evaluation.Onlooker;
import beamish.training.Evaluation.Person;
import beamish.training.Evaluation.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** One person's pair of photos, on which any number of sources are measured alike. */
final class Trial {
  private final String name;
  private final PairSet.Aligned pair;
  private final FaceFinder finder;
  private final Cancellation cancellation;
  private final MouthDistance toSmile;
  private final MouthDistance toNeutral;
  private final Optional<LaidDistance> laid;
  private final Evaluation.Scope scope;
  private final double sharp;
  private final double softened;
  private final Optional<ToothColour> tooth;

  Trial(
      String name,
      PairSet.Aligned pair,
      FaceFinder finder,
      Evaluation.Scope scope,
      Cancellation cancellation) {
    this.scope = scope;
    this.name = name;
    this.pair = pair;
    this.finder = finder;
    this.cancellation = cancellation;
    this.toSmile = new MouthDistance(pair.smiling(), pair.smilingToCrop());
    this.toNeutral = new MouthDistance(pair.neutral(), pair.neutralToCrop());
    this.laid =
        scope.laid()
            ? Optional.of(new LaidDistance(pair.smiling(), pair.smilingToCrop()))
            : Optional.empty();
    this.softened = SoftenedSmile.withinLips(pair);
    this.tooth = ToothColour.of(pair.neutral(), pair.face());
    this.sharp = FaceSharpness.ofFace(pair.neutral(), pair.neutralToCrop());
  }

  /**
   * What a source makes of the person.
   *
   * @param everywhere whether the finder looks at every edit, not at those of ±1 alone, and the
   *     real smile is laid where each is nearest
   * @param onlooker as {@link Evaluation#run} says
   */
  Person person(EditSource source, boolean everywhere, Onlooker onlooker) {
    Similarity toCrop = pair.neutralToCrop();
    DoubleFunction<ExpressionEdit> edit = source.read(pair.neutral(), pair.face());
    List<Measured> edits = new ArrayList<>();
    CornerTrack corners = new CornerTrack(pair.neutral(), pair.face().landmarks());
    for (double strength : scope.strengths()) {
      cancellation.check();
      PixelImage edited =
          PasteBack.edited(pair.neutral(), pair.neutralToCrop(), edit.apply(strength));
      onlooker.see(source.name(), new Picture(name, edited, toCrop), strength);
      boolean looked = everywhere || strength == 1;
      double tracked = strength >= 0 && looked ? corners.next(edited) : Double.NaN;
      double nearest =
          strength >= 0 && everywhere
              ? laid.map(l -> l.of(edited, toCrop)).orElse(Double.NaN)
              : Double.NaN;
      edits.add(measured(strength, edited, looked, tracked, nearest));
    }
    onlooker.see(
        source.name(),
        new Picture(name, pair.smiling(), pair.smilingToCrop()),
        Double.POSITIVE_INFINITY);
    return new Person(
        name,
        edits,
        pair.smilingFace().landmarks().relativeMouthWidth(),
        FaceSharpness.ofFace(pair.smiling(), pair.smilingToCrop()) / sharp,
        mouth(pair.smiling(), Optional.of(pair.smilingFace())),
        softened,
        calmed(source, everywhere));
  }

  private Measured measured(
      double strength, PixelImage edited, boolean looked, double tracked, double nearest) {
    Landmarks own = pair.face().landmarks();
    Optional<DetectedFace> found = Optional.empty();
    if (strength == 0) {
      // the very photo that the finder has seen
      found = Optional.of(pair.face());
    } else if (looked) {
      found = SameFace.find(finder, edited, own, cancellation);
    }
    Optional<Landmarks> points = found.map(DetectedFace::landmarks);
    return new Measured(
        strength,
        points.map(l -> l.mouthWidth() / own.eyeDistance()).orElse(Double.NaN),
        tracked,
        points.map(l -> rise(own, l)).orElse(Double.NaN),
        FaceSharpness.ofFace(edited, pair.neutralToCrop()) / sharp,
        toSmile.of(edited, pair.neutralToCrop()),
        nearest,
        mouth(edited, found));
  }

  private MouthLook mouth(PixelImage photo, Optional<DetectedFace> face) {
    return tooth.flatMap(t -> face.flatMap(f -> t.look(photo, f))).orElse(MouthLook.UNKNOWN);
  }

  private List<Calmed> calmed(EditSource source, boolean everywhere) {
    if (scope.calming().isEmpty()) {
      return Evaluation.CALMING.stream().map(s -> new Calmed(s, Double.NaN, Double.NaN)).toList();
    }
    Landmarks own = pair.smilingFace().landmarks();
    double far = toNeutral.of(pair.smiling(), pair.smilingToCrop());
    DoubleFunction<ExpressionEdit> edit = source.read(pair.smiling(), pair.smilingFace());
    Similarity toCrop = CropTemplate.photoToCrop(own);
    List<Calmed> calmed = new ArrayList<>();
    for (double strength : scope.calming()) {
      cancellation.check();
      PixelImage edited = PasteBack.edited(pair.smiling(), toCrop, edit.apply(strength));
      calmed.add(
          new Calmed(
              strength,
              toNeutral.of(edited, pair.smilingToCrop()) / far,
              everywhere || strength == -1
                  ? SameFace.find(finder, edited, own, cancellation)
                      .map(f -> f.landmarks().mouthWidth() / own.mouthWidth())
                      .orElse(Double.NaN)
                  : Double.NaN));
    }
    return calmed;
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
