package beamish.training.ladder;

import beamish.expression.dl4j.ImageModel;
import beamish.face.AlignedCrop;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.image.FloatImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.Evaluation;
import beamish.training.Evaluation.Person;
import beamish.training.LikenessFigures;
import beamish.training.PairSet;
import beamish.training.SourceFigures;
import beamish.training.recipe.HoleFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges rungs on people that none of them has learned from, as {@code beamish evaluate} does.
 *
 * @param people the pairs of the people measured
 * @param set reads and aligns them
 * @param finder looks at edited photos
 * @param likeness asks whether people are still themselves; null to leave that out
 */
public record Judgement(
    List<PairSet.PhotoPair> people, PairSet set, FaceFinder finder, @Nullable Likeness likeness) {

  /** Who is measured. */
  List<String> names() {
    return people.stream().map(PairSet.PhotoPair::name).toList();
  }

  /** Everything that is told of one rung. */
  RungFigures of(Rung rung, Rung.Trained trained, double minutes, Cancellation cancellation) {
    EditSize size = new EditSize();
    LikenessFigures.Gatherer alike =
        likeness == null ? null : new LikenessFigures.Gatherer(likeness);
    Evaluation.Onlooker both =
        (source, picture, strength) -> {
          size.see(source, picture, strength);
          if (alike != null) {
            alike.see(source, picture, strength);
          }
        };
    try (Rung.Opened opened = trained.opener().open()) {
      Map<String, List<Person>> measured =
          Evaluation.ofGiven(List.of(opened.source()), finder)
              .run(people, set, new ArrayList<>(), both, cancellation, Progress.NONE);
      List<Person> seen = measured.getOrDefault(opened.source().name(), List.of());
      if (seen.isEmpty()) {
        throw new Problem("no face found in any of the validation people's photos; check them");
      }
      SourceFigures figures = SourceFigures.of(rung.name(), seen);
      return new RungFigures(
          rung.name(),
          minutes,
          trained.seconds(),
          trained.parameters(),
          trained.photos(),
          trained.repairs() && opened.closing() instanceof ImageModel model
              ? HoleFigures.of(model, crops(model.cropSize(), cancellation))
              : null,
          names(),
          seen.size(),
          figures.widening(),
          figures.distance(),
          alike == null ? Double.NaN : alike.figures().sources().get(0).atOne(),
          figures.sharpness(),
          seen.stream().filter(Person::monotone).count(),
          size.index(),
          trained.note());
    }
  }

  private List<FloatImage> crops(int edge, Cancellation cancellation) {
    List<FloatImage> crops = new ArrayList<>();
    for (PairSet.PhotoPair pair : people) {
      Optional<PairSet.Aligned> aligned = set.align(pair, cancellation);
      aligned.ifPresent(
          a -> {
            crops.add(AlignedCrop.square(a.neutral(), a.neutralToCrop(), edge));
            crops.add(AlignedCrop.square(a.smiling(), a.smilingToCrop(), edge));
          });
    }
    return crops;
  }
}
