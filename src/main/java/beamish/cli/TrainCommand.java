package beamish.cli;

import beamish.expression.EditGeometry;
import beamish.expression.ExpressionModel;
import beamish.expression.StrengthScale;
import beamish.expression.dl4j.BeamishModel;
import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.tensor.Tensor;
import beamish.training.Calibration;
import beamish.training.HeldOut;
import beamish.training.Morphs;
import beamish.training.PairSet;
import beamish.training.Publication;
import beamish.training.TrainingPair;
import beamish.training.TrainingProgress;
import beamish.training.dl4j.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code beamish train}: from pairs of photos to a model that the editor lists. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a model on pairs of photos of the same people, neutral and smiling.",
      "Can be stopped at any moment with Ctrl+C and gone on with by --resume."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrainCommand implements Callable<Integer> {
  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final double REPORT_SECONDS = 10;

  private final Desk desk;

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
      description = "Names of pairs to keep out of the training, one a line.")
  private @Nullable Path validation;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "60",
      description = "How long to train in all; ${DEFAULT-VALUE} without it.")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where chance starts; ${DEFAULT-VALUE} without it.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "MODEL_DIR",
      required = true,
      description = "The model's folder; its name becomes the model's id.")
  private Path out;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "One line about the model, for the list of models.")
  private @Nullable String title;

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      defaultValue = "LicenseRef-own",
      description = "The weights' licence; ${DEFAULT-VALUE} without it.")
  private String licence;

  @Option(
      names = "--data",
      paramLabel = "TEXT",
      description = "What the photos are, with their licence and attribution; can be repeated.")
  private List<String> data = List.of();

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = "Start from this model, by id or folder, instead of from nothing.")
  private @Nullable String from;

  @Option(names = "--resume", description = "Go on from the folder's last checkpoint.")
  private boolean resume;

  @Spec private CommandSpec spec;

  TrainCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw usage("--minutes " + minutes + ": must be more than 0");
    }
    Path checkpoint = out.resolve(CHECKPOINT);
    if (!resume && Files.exists(checkpoint)) {
      throw usage(out + " holds a training already: go on with --resume, or choose another --out");
    }
    Set<String> heldOut = validation == null ? Set.of() : HeldOut.read(validation);
    List<PairSet.PhotoPair> files =
        PairSet.byName(neutral, smiling).stream().filter(p -> !heldOut.contains(p.name())).toList();
    if (files.isEmpty()) {
      throw new Problem(neutral + ": every pair is held out; name fewer in " + validation);
    }
    return ModelWork.run(desk.studio(), spec.commandLine(), c -> train(files, checkpoint, c));
  }

  private int train(List<PairSet.PhotoPair> files, Path checkpoint, Cancellation cancellation) {
    try {
      Files.createDirectories(out);
      List<String> leftOut = new ArrayList<>();
      List<TrainingPair> pairs = load(files, leftOut, cancellation);
      leftOut.forEach(reason -> say("left out " + reason));
      if (pairs.isEmpty()) {
        throw new Problem(neutral + ": no pair with a face in both photos; choose other photos");
      }
      int people = pairs.size();
      pairs.addAll(Morphs.of(pairs));
      TrainingRun run = new TrainingRun(pairs, checkpoint, seed);
      if (from != null) {
        run.start(desk.studio().models().weights(from, BeamishModel.ARCHITECTURE));
      }
      if (resume) {
        run.resume();
      }
      say(
          people
              + " pairs, "
              + (pairs.size() - people)
              + " morphs of them, "
              + minutes
              + " minutes in all");
      run.run(minutes, cancellation, new Reporter());
      if (cancellation.isCancelled()) {
        say("stopped; go on with --resume");
        return ExitCode.CANCELLED;
      }
      Map<String, String> how = new LinkedHashMap<>();
      how.put("pairs", Integer.toString(people));
      how.put("morphs", Integer.toString(pairs.size() - people));
      if (from != null) {
        how.put("from", String.valueOf(Path.of(from).getFileName()));
      }
      how.put("minutes", String.format(Locale.ROOT, "%.1f", run.seconds() / 60));
      how.put("crops", Long.toString((long) run.iteration() * TrainingRun.BATCH));
      how.put("seed", Long.toString(seed));
      publish(StrengthScale.PLAIN, how, people, run.weights());
      StrengthScale scale = calibrate(files, cancellation);
      how.put(
          "calibration",
          String.format(
              Locale.ROOT,
              "strength 1 = %.2f own steps, or what widens a mouth by %.0f %%",
              scale.step(),
              100 * scale.widening()));
      publish(scale, how, people, run.weights());
      say("model " + out.getFileName() + " is ready in " + out);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Problem(out + ": cannot be written (" + e.getMessage() + "); free space there", e);
    }
  }

  private void publish(
      StrengthScale strengthScale, Map<String, String> how, int pairs, List<Tensor> weights)
      throws IOException {
    Publication.publish(
        out,
        title == null ? out.getFileName() + ", of " + pairs + " pairs" : title,
        BeamishModel.ARCHITECTURE,
        EditGeometry.CROP,
        strengthScale,
        licence,
        data.isEmpty() ? List.of(pairs + " pairs of photos") : data,
        how,
        weights);
  }

  private StrengthScale calibrate(List<PairSet.PhotoPair> files, Cancellation cancellation) {
    try (FaceFinder finder = desk.studio().finders().get();
        ExpressionModel model = desk.studio().models().open(out.toString())) {
      PairSet set = new PairSet(p -> desk.studio().reader().read(p).pixels(), finder);
      return Calibration.of(model, finder, set, files, cancellation);
    }
  }

  private List<TrainingPair> load(
      List<PairSet.PhotoPair> files, List<String> leftOut, Cancellation cancellation) {
    try (FaceFinder finder = desk.studio().finders().get()) {
      PairSet set = new PairSet(p -> desk.studio().reader().read(p).pixels(), finder);
      return set.load(files, leftOut, cancellation, (fraction, what) -> {});
    }
  }

  private void say(String line) {
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(line);
    stdout.flush();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A line every ten seconds. */
  private final class Reporter implements Consumer<TrainingProgress> {
    private double last = Double.NEGATIVE_INFINITY;

    @Override
    public void accept(TrainingProgress p) {
      if (p.seconds() - last >= REPORT_SECONDS) {
        last = p.seconds();
        double left = minutes - p.seconds() / 60;
        say(
            String.format(
                Locale.ROOT,
                "%3.0f %%  step %d  crops %d  loss %.4f  %.1f crops/s  %.0f min to go",
                100 * p.fraction(),
                p.iteration(),
                p.crops(),
                p.loss(),
                p.cropsPerSecond(),
                Math.max(0, left)));
      }
    }
  }
}
