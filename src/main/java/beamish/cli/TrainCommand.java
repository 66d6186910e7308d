package beamish.cli;

import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.training.Budget;
import beamish.training.HeldOut;
import beamish.training.PairSet;
import beamish.training.Recipe;
import beamish.training.lesson.LessonPair;
import beamish.training.lesson.LessonSplit;
import beamish.training.lesson.LessonTraining;
import beamish.training.lesson.LonePhoto;
import beamish.training.lesson.TrainingControl;
import beamish.training.lesson.TrainingEvent.Ending;
import beamish.training.lesson.TrainingOrder;
import beamish.training.recipe.RecipeTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final String PERSONAL = "personal";
  private static final Set<String> OWN = Set.of(PERSONAL, "general");

  private final Desk desk;

  @Option(names = "--neutral", paramLabel = "DIR", description = "Photos with a neutral face.")
  private Path neutral;

  @Option(
      names = "--smiling",
      paramLabel = "DIR",
      description = "The same people smiling, each file named as its neutral one.")
  private Path smiling;

  @Option(
      names = "--expressions",
      paramLabel = "DIR",
      description =
          "Instead, for a recipe: a folder of folders named by expression, one of them neutral.")
  private @Nullable Path expressions;

  @Mixin private RecipeOptions recipeOptions;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description =
          "Names of pairs to keep out of the training, one a line; what is kept is what does best on"
              + " them. Photos without a namesake, whose person nobody knows, are then left out too.")
  private @Nullable Path validation;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "60",
      description = "How long to train in all; ${DEFAULT-VALUE} without it.")
  private double minutes;

  @Option(
      names = "--crops",
      paramLabel = "N",
      description =
          "Train on so many crops instead of so many minutes: the same run gives the same model.")
  private @Nullable Long crops;

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

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = {
        "personal: for the very people in the photos, whose own smile becomes strength 1; with"
            + " --from the standard.",
        "general: for people never seen; without --from the standard.",
        "Or a generator of the literature instead of ours; see beamish ladder."
      })
  private @Nullable String recipe;

  @Option(names = "--resume", description = "Go on from the folder's last checkpoint.")
  private boolean resume;

  @Option(names = "--json", description = "What happens as JSON, one object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  TrainCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    check();
    if (recipe != null && !OWN.contains(recipe)) {
      return literature(recipe);
    }
    TrainingOrder order = order();
    LessonTraining training =
        new LessonTraining(
            p -> desk.studio().reader().read(p).pixels(),
            desk.studio().finders(),
            desk.studio().models(),
            desk.others());
    return ModelWork.run(desk.studio(), spec.commandLine(), c -> train(training, order, c));
  }

  private int train(LessonTraining training, TrainingOrder order, Cancellation cancellation) {
    TrainReport report = new TrainReport(spec.commandLine().getOut(), json);
    Ending ending;
    try {
      ending = training.run(order, new TrainingControl(), cancellation, report);
    } catch (CancellationException reading) {
      ending = Ending.CANCELLED;
    }
    if (ending == Ending.CANCELLED) {
      report.stopped();
      return ExitCode.CANCELLED;
    }
    report.ready(order.folder());
    return ExitCode.DONE;
  }

  private void check() {
    if (!(minutes > 0)) {
      throw usage("--minutes " + minutes + ": must be more than 0");
    }
    if (crops != null && crops <= 0) {
      throw usage("--crops " + crops + ": must be more than 0");
    }
    boolean paired = neutral != null && smiling != null;
    boolean own = recipe == null || OWN.contains(recipe);
    if (!own && (crops != null || from != null || json)) {
      throw usage("--crops, --from and --json are for our own recipes, personal and general");
    }
    if (!paired && (own || expressions == null)) {
      throw usage("nothing to learn from: give --neutral and --smiling");
    }
    if (!resume && (LessonTraining.isBegun(out) || RecipeTraining.isBegun(out))) {
      throw usage(out + " holds a training already: go on with --resume, or choose another --out");
    }
  }

  /** Trains a generator that is not ours. */
  private int literature(String name) {
    RecipeTrain.Order order =
        new RecipeTrain.Order(
            name,
            neutral,
            smiling,
            expressions,
            validation == null ? Set.of() : HeldOut.read(validation),
            minutes,
            seed,
            out,
            title,
            licence,
            data,
            resume);
    RecipeTrain train = new RecipeTrain(desk.studio(), recipeOptions, spec.commandLine().getOut());
    return ModelWork.run(desk.studio(), spec.commandLine(), c -> train.run(order, c));
  }

  private TrainingOrder order() {
    return new TrainingOrder(
        out,
        split(),
        from,
        recipe(),
        crops == null ? Budget.ofMinutes(minutes) : Budget.ofCrops(crops),
        seed,
        resume,
        title,
        licence,
        data);
  }

  /** Everybody is a group of their own. */
  private LessonSplit split() {
    List<LessonPair> pairs =
        PairSet.byName(neutral, smiling).stream()
            .map(p -> new LessonPair(p.neutral(), p.smiling(), p.name()))
            .toList();
    Set<String> heldOut = validation == null ? Set.of() : HeldOut.read(validation);
    List<LonePhoto> lone = new ArrayList<>();
    if (heldOut.isEmpty()) {
      // else one of them may show somebody who is kept out, under another name
      PairSet.unpaired(neutral, smiling).forEach(p -> lone.add(lone(p, false)));
      PairSet.unpaired(smiling, neutral).forEach(p -> lone.add(lone(p, true)));
    }
    LessonSplit split = LessonSplit.keepingOut(pairs, heldOut).with(lone);
    if (split.training().isEmpty()) {
      throw new Problem(neutral + ": every pair is held out; name fewer in " + validation);
    }
    return split;
  }

  private static LonePhoto lone(Path file, boolean smiling) {
    String name = String.valueOf(file.getFileName());
    return new LonePhoto(file, smiling, name.substring(0, name.lastIndexOf('.')));
  }

  private Recipe recipe() {
    if (recipe == null) {
      return from == null ? Recipe.GENERAL : Recipe.PERSONAL;
    }
    return recipe.equals(PERSONAL) ? Recipe.PERSONAL : Recipe.GENERAL;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
