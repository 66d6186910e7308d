package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.training.ContactSheet;
import beamish.training.Evaluation;
import beamish.training.EvaluationSummary;
import beamish.training.HeldOut;
import beamish.training.PairSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beamish evaluate}: what a model does to people, in figures and pictures. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures a model on pairs of photos, beside the untouched photo as baseline.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
  private static final Set<Double> SHOWN =
      Set.of(-1.0, 0.0, 0.5, 1.0, 1.5, Double.POSITIVE_INFINITY);
  private static final int TILE_PX = 640;

  private final Desk desk;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Which model, or its folder; the shipped one without it.")
  private @Nullable String model;

  @Option(
      names = "--neutral",
      paramLabel = "DIR",
      required = true,
      description = "Photos with a neutral face.")
  private Path neutral;

  @Option(
      names = "--smiling",
      paramLabel = "DIR",
      required = true,
      description = "The same people smiling, each file named as its neutral one.")
  private Path smiling;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Measure only the pairs named in it, one a line.")
  private @Nullable Path validation;

  @Option(names = "--json", description = "The figures as one line of JSON.")
  private boolean json;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "A row a person: -1, 0, .5, 1, 1.5 and the real smile.")
  private @Nullable Path sheet;

  @Spec private CommandSpec spec;

  EvaluateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Set<String> wanted = validation == null ? Set.of() : HeldOut.read(validation);
    List<PairSet.PhotoPair> pairs =
        PairSet.byName(neutral, smiling).stream()
            .filter(p -> wanted.isEmpty() || wanted.contains(p.name()))
            .toList();
    if (pairs.isEmpty()) {
      throw new Problem(neutral + ": none of the pairs in " + validation + " is here; check both");
    }
    return ModelWork.run(desk.studio(), spec.commandLine(), c -> evaluate(pairs, c));
  }

  private int evaluate(List<PairSet.PhotoPair> pairs, Cancellation cancellation) {
    String id = model == null ? desk.studio().models().defaultId() : model;
    ContactSheet tiles = new ContactSheet(SHOWN.size(), TILE_PX);
    List<String> leftOut = new ArrayList<>();
    List<Evaluation.Person> people;
    try (FaceFinder finder = desk.studio().finders().get();
        ExpressionModel network = desk.studio().models().open(id)) {
      PairSet set = new PairSet(p -> desk.studio().reader().read(p).pixels(), finder);
      people =
          new Evaluation(network, finder)
              .run(
                  pairs,
                  set,
                  leftOut,
                  (picture, strength) -> {
                    if (sheet != null && SHOWN.contains(strength)) {
                      tiles.add(picture);
                    }
                  },
                  cancellation,
                  (fraction, what) -> {});
    }
    if (people.isEmpty()) {
      throw new Problem(neutral + ": no pair has a face in both photos; choose other photos");
    }
    PrintWriter out = spec.commandLine().getOut();
    EvaluationSummary summary = EvaluationSummary.of(id, people, leftOut);
    if (json) {
      out.println(Json.line(summary));
    } else {
      summary.lines().forEach(out::println);
    }
    if (sheet != null) {
      write(tiles.picture(), sheet);
      if (!json) {
        out.println("sheet: " + sheet);
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void write(PixelImage picture, Path file) {
    desk.studio()
        .writer()
        .write(
            new Photo(file, picture, PhotoMetadata.NONE),
            picture,
            file,
            new ExportSettings(PhotoFormat.PNG, 1, true));
  }
}
