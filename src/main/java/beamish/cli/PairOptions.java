package beamish.cli;

import beamish.codec.PhotoFormat;
import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.Baselines;
import beamish.training.ContactSheet;
import beamish.training.EditSource;
import beamish.training.Evaluation;
import beamish.training.EvaluationReport;
import beamish.training.HeldOut;
import beamish.training.LikenessFigures;
import beamish.training.MeanEdit;
import beamish.training.MovementFigures;
import beamish.training.PairSet;
import beamish.training.PairSet.PhotoPair;
import beamish.training.PeopleInfo;
import beamish.training.TrainingPair;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code beamish evaluate} for pairs of photos. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PairOptions {
  private static final Set<Double> SHOWN =
      Set.of(-1.0, 0.0, 0.5, 1.0, 1.5, Double.POSITIVE_INFINITY);
  private static final int TILE_PX = 640;

  @Option(names = "--neutral", paramLabel = "DIR", description = "Photos with a neutral face.")
  private @Nullable Path neutral;

  @Option(
      names = "--smiling",
      paramLabel = "DIR",
      description = "The same people smiling, each file named as its neutral one.")
  private @Nullable Path smiling;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Measure only the pairs named in it, one a line.")
  private @Nullable Path validation;

  @Option(
      names = "--baselines",
      description = "Measure simple rules too, learned from the pairs that --validation leaves.")
  private boolean baselines;

  @Option(
      names = "--info",
      paramLabel = "FILE.csv",
      description = "Tells each pair's groups, a column each: figures by group as well.")
  private @Nullable Path info;

  @Option(
      names = "--likeness",
      paramLabel = "DIR",
      description = "Ask this likeness model whether edited people are still themselves.")
  private @Nullable Path likeness;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "A row a person: -1, 0, .5, 1, 1.5 and the real smile.")
  private @Nullable Path sheet;

  @Option(
      names = "--vary",
      paramLabel = "SEED",
      description = {
        "First give both photos of each pair the same other light, colour of light, crop, size and",
        "roll, none of which any training draws; SEED chooses which."
      })
  private @Nullable Long vary;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean given() {
    return neutral != null && smiling != null;
  }

  /** Finds what makes no sense before anything takes time. */
  void check() {
    if ((neutral == null) != (smiling == null)) {
      throw usage("--neutral and --smiling make pairs: give both");
    }
    if (!given() && forPairs()) {
      throw usage(
          "--validation, --baselines, --info, --sheet, --vary and --likeness are for pairs: give"
              + " --neutral and --smiling");
    }
    if (baselines && validation == null) {
      throw usage("--baselines learn from the pairs that --validation does not name: give both");
    }
  }

  private boolean forPairs() {
    return validation != null
        || baselines
        || info != null
        || sheet != null
        || vary != null
        || likeness != null;
  }

  /** Measures the pairs, and writes their sheet; null where none were given. */
  @Nullable EvaluationReport measure(
      Studio studio, EditSource model, FaceFinder finder, Cancellation cancellation) {
    if (neutral == null || smiling == null) {
      return null;
    }
    Set<String> wanted = validation == null ? Set.of() : HeldOut.read(validation);
    List<PhotoPair> all = PairSet.byName(neutral, smiling);
    List<PhotoPair> pairs =
        all.stream().filter(p -> wanted.isEmpty() || wanted.contains(p.name())).toList();
    if (pairs.isEmpty()) {
      throw new Problem(neutral + ": none of the pairs in " + validation + " is here; check both");
    }
    PeopleInfo groups = info == null ? null : PeopleInfo.read(info);
    PairSet set = new PairSet(p -> studio.reader().read(p).pixels(), finder);
    List<String> leftOut = new ArrayList<>();
    List<EditSource> sources = new ArrayList<>(List.of(model));
    if (baselines) {
      List<PhotoPair> others = all.stream().filter(p -> !wanted.contains(p.name())).toList();
      if (others.size() < 2) {
        throw tooFew();
      }
      sources.addAll(learn(set, others, leftOut, cancellation));
    }
    ContactSheet tiles = new ContactSheet(SHOWN.size(), TILE_PX);
    Evaluation.Onlooker forSheet =
        (source, picture, strength) -> {
          if (sheet != null && source.equals(model.name()) && SHOWN.contains(strength)) {
            tiles.add(picture);
          }
        };
    PairSet measured = vary == null ? set : set.changed(vary);
    if (baselines && likeness != null) {
      measured = measured.keeping();
    }
    var movement = new MovementFigures.Gatherer(model.name());
    Evaluation evaluation = new Evaluation(sources, finder);
    EvaluationReport report;
    try (Likeness measure = likeness == null ? null : new LikenessNet(likeness)) {
      var alike = measure == null ? null : new LikenessFigures.Gatherer(measure);
      Evaluation.Onlooker onlooker =
          (source, picture, strength) -> {
            forSheet.see(source, picture, strength);
            movement.see(source, picture, strength);
            if (alike != null) {
              alike.see(source, picture, strength);
            }
          };
      Map<String, List<Evaluation.Person>> people =
          evaluation.run(pairs, measured, leftOut, onlooker, cancellation, Progress.NONE);
      if (people.isEmpty()) {
        throw new Problem(neutral + ": no pair has a face in both photos; choose other photos");
      }
      report =
          EvaluationReport.of(
              people,
              leftOut,
              movement.figures(),
              alike == null ? null : alike.figures(),
              baselines && measure != null
                  ? new MeanEdit(
                      model, measure, aligned(pairs, measured, cancellation), cancellation)
                  : null,
              groups);
    }
    if (sheet != null) {
      PictureFile.write(studio, tiles.picture(), sheet, PhotoFormat.PNG);
    }
    return report;
  }

  private static List<PairSet.Aligned> aligned(
      List<PhotoPair> pairs, PairSet set, Cancellation cancellation) {
    return pairs.stream().flatMap(p -> set.align(p, cancellation).stream()).toList();
  }

  private List<EditSource> learn(
      PairSet set, List<PhotoPair> others, List<String> leftOut, Cancellation cancellation) {
    List<TrainingPair> known = set.load(others, leftOut, cancellation, (fraction, what) -> {});
    if (known.size() < 2) {
      throw tooFew();
    }
    return Baselines.learn(known);
  }

  private Problem tooFew() {
    return new Problem(
        validation + ": leaves fewer than two pairs for the baselines to learn from; name fewer");
  }

  /** Tells where the sheet lies. */
  void tell(PrintWriter out) {
    if (sheet != null) {
      out.println("sheet: " + sheet);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
