package beamish.cli;

import beamish.face.FaceFinder;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.training.PairSet;
import beamish.training.TrainingPair;
import beamish.training.recipe.FaceSet;
import beamish.training.recipe.RecipeData;
import beamish.training.recipe.RecipeKind;
import beamish.training.recipe.Sweep;
import beamish.training.recipe.SweepPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code beamish sweep}: one recipe with many settings. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a recipe with every combination of some settings, and compares them on people kept"
          + " aside.",
      "Can be stopped at any moment with Ctrl+C; the same command goes on."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SweepCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      defaultValue = "cae",
      description = "The recipe; ${DEFAULT-VALUE} without it.")
  private String recipe;

  @Option(
      names = "--try",
      paramLabel = "NAME=A,B,...",
      required = true,
      description = "Values of a setting to try, for example latent=100,300; can be repeated.")
  private Map<String, String> grid = new LinkedHashMap<>();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "60",
      description =
          "How long in all, shared alike, in processor time shared by all cores; ${DEFAULT-VALUE}"
              + " without it.")
  private double minutes;

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
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where chance starts; ${DEFAULT-VALUE} without it.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A folder a combination, sweep.md and sweep.svg.")
  private Path out;

  @Mixin private RecipeOptions options;

  @Spec private CommandSpec spec;

  SweepCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes " + minutes + ": must be more than 0");
    }
    return ModelWork.run(desk.studio(), spec.commandLine(), this::sweep);
  }

  private int sweep(Cancellation cancellation) {
    RecipeKind kind = RecipeKind.of(recipe);
    Map<String, List<String>> values = new LinkedHashMap<>();
    grid.forEach((name, list) -> values.put(name, List.of(list.split(",", -1))));
    Sweep sweep =
        new Sweep(
            kind,
            values,
            changes -> options.kit(options.of(kind).with(changes), FaceSet.PAIRED.size(), seed),
            out,
            minutes);
    List<Sweep.Tried> tried;
    try {
      tried = sweep.run(() -> read(cancellation), cancellation, this::say);
    } catch (CancellationException stop) {
      say("stopped; the same command goes on");
      return ExitCode.CANCELLED;
    }
    SweepPage page = new SweepPage(kind.label(), tried);
    try {
      Files.writeString(out.resolve("sweep.md"), page.markdown());
      Files.writeString(out.resolve("sweep.svg"), page.svg());
    } catch (IOException e) {
      throw new Problem(out + ": cannot be written (" + e.getMessage() + "); free space there", e);
    }
    say("page: " + out.resolve("sweep.md"));
    return tried.stream().anyMatch(Sweep.Tried::isTrained) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private RecipeData read(Cancellation cancellation) {
    List<String> leftOut = new ArrayList<>();
    try (FaceFinder finder = desk.studio().finders().get()) {
      PairSet set = new PairSet(p -> desk.studio().reader().read(p).pixels(), finder);
      List<TrainingPair> pairs =
          set.load(PairSet.byName(neutral, smiling), leftOut, cancellation, Progress.NONE);
      leftOut.forEach(reason -> say("left out " + reason));
      RecipeData data = RecipeData.ofPairs(pairs, true);
      if (data.aside().people().isEmpty()) {
        throw new Problem(
            neutral + ": fewer than ten pairs, so nobody can be kept aside; add more");
      }
      return data;
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
