package beamish.cli;

import beamish.codec.PhotoFormat;
import beamish.edit.Studio;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.face.dl4j.LikenessNet;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.job.WholeFile;
import beamish.job.WorkClock;
import beamish.training.HeldOut;
import beamish.training.PairSet;
import beamish.training.PairSet.PhotoPair;
import beamish.training.TrainingPair;
import beamish.training.ladder.ClosedForms;
import beamish.training.ladder.Judgement;
import beamish.training.ladder.Ladder;
import beamish.training.ladder.LadderPage;
import beamish.training.ladder.LadderSheets;
import beamish.training.ladder.LadderSheets.Subject;
import beamish.training.ladder.OwnClimb;
import beamish.training.ladder.ReadyMade;
import beamish.training.ladder.RecipeClimb;
import beamish.training.ladder.Rung;
import beamish.training.lesson.LessonTraining;
import beamish.training.recipe.RecipeKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code beamish ladder}: the generators of the literature beside ours, in one table. */
@Command(
    name = "ladder",
    mixinStandardHelpOptions = true,
    description = {
      "Trains every recipe on the same people in the same time, and compares them.",
      "Can be stopped at any moment with Ctrl+C; the same command goes on."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LadderCommand implements Callable<Integer> {
  private static final List<String> DATA =
      List.of(
          "Face Research Lab London Set: DeBruine, L. and Jones, B. (2017), figshare, doi"
              + " 10.6084/m9.figshare.5047666, CC BY 4.0");
  private final Desk desk;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "15",
      description =
          "How long to train each, in processor time shared by all cores: what it takes on a machine"
              + " with nothing else to do; ${DEFAULT-VALUE} without it. More than before goes on"
              + " from there.")
  private double minutes;

  @Option(
      names = "--neutral",
      paramLabel = "DIR",
      defaultValue = "../shared/data/london/neutral",
      description = "Photos with a neutral face; ${DEFAULT-VALUE} without it.")
  private Path neutral;

  @Option(
      names = "--smiling",
      paramLabel = "DIR",
      defaultValue = "../shared/data/london/smiling",
      description = "The same people smiling; ${DEFAULT-VALUE} without it.")
  private Path smiling;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      defaultValue = "src/main/resources/beamish/training/validation-london.txt",
      description = "Names of those measured and never learned from; ${DEFAULT-VALUE} without it.")
  private Path validation;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "These rungs alone; can be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where chance starts; ${DEFAULT-VALUE} without it.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/ladder",
      description =
          "A folder a rung, with its model, and the people's sheet; ${DEFAULT-VALUE} without it.")
  private Path out;

  @Option(
      names = "--page",
      paramLabel = "FILE.md",
      defaultValue = "src/docs/ladder.md",
      description = "The page; its sheets go beside it; ${DEFAULT-VALUE} without it.")
  private Path page;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      defaultValue = "assets/samples",
      description = "Where the averages are that the page shows; ${DEFAULT-VALUE} without it.")
  private Path samples;

  @Mixin private RecipeOptions options;

  @Spec private CommandSpec spec;

  LadderCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes " + minutes + ": must be more than 0");
    }
    return ModelWork.run(desk.studio(), spec.commandLine(), this::climb);
  }

  private int climb(Cancellation cancellation) {
    Studio studio = desk.studio();
    Set<String> heldOut = HeldOut.read(validation);
    List<PhotoPair> all = PairSet.byName(neutral, smiling);
    List<PhotoPair> learned = all.stream().filter(p -> !heldOut.contains(p.name())).toList();
    List<PhotoPair> people = all.stream().filter(p -> heldOut.contains(p.name())).toList();
    if (learned.size() < 2 || people.isEmpty()) {
      throw new Problem(
          validation + ": leaves nobody to learn from or nobody to measure; name others");
    }
    try (FaceFinder finder = studio.finders().get();
        Likeness likeness = new LikenessNet(options.eyes())) {
      PairSet set = new PairSet(p -> studio.reader().read(p).pixels(), finder);
      List<String> leftOut = new ArrayList<>();
      say("reading " + learned.size() + " pairs");
      List<TrainingPair> pairs = set.load(learned, leftOut, cancellation, Progress.NONE);
      leftOut.forEach(reason -> say("left out " + reason));
      Judgement judgement = new Judgement(people, set.keeping(), finder, likeness);
      Ladder ladder = new Ladder(rungs(pairs, learned), out, minutes, judgement);
      Ladder.Climbed climbed = ladder.run(cancellation, this::say);
      if (climbed.figures().isEmpty()) {
        throw new Problem("no rung came to an end; see above why");
      }
      tell(climbed, judgement, cancellation);
      return climbed.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (CancellationException stop) {
      say("stopped; the same command goes on");
      return ExitCode.CANCELLED;
    } catch (IOException e) {
      throw new Problem(page + ": cannot be written (" + e.getMessage() + "); free space there", e);
    }
  }

  private List<Rung> rungs(List<TrainingPair> pairs, List<PhotoPair> files) {
    List<Rung> rungs = new ArrayList<>();
    for (RecipeKind kind : RecipeKind.ALL) {
      rungs.add(
          new RecipeClimb(
                  kind,
                  pairs,
                  k -> options.kit(options.of(k), 2, seed),
                  desk.studio().models(),
                  DATA)
              .rung());
    }
    rungs.addAll(ClosedForms.rungs(pairs));
    LessonTraining training =
        new LessonTraining(
            p -> desk.studio().reader().read(p).pixels(),
            desk.studio().finders(),
            desk.studio().models(),
            List.of(),
            WorkClock.processor());
    rungs.add(new OwnClimb(training, files, seed, desk.studio().models(), DATA).rung());
    ReadyMade.rung(desk.studio().models()).ifPresent(rungs::add);
    List<String> names = rungs.stream().map(Rung::name).toList();
    only.stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Problem("no rung " + name + "; there are " + String.join(", ", names));
            });
    return rungs.stream().filter(r -> only.isEmpty() || only.contains(r.name())).toList();
  }

  private void tell(Ladder.Climbed climbed, Judgement judgement, Cancellation cancellation)
      throws IOException {
    String stem = page.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path folder = Files.createDirectories(page.toAbsolutePath().normalize().getParent());
    List<Rung.Trained> trained = List.copyOf(climbed.trained().values());
    say("drawing the sheets");
    Subject average = subject("validation-average.jpg", judgement.finder(), cancellation);
    write(LadderSheets.strengths(average, trained), folder.resolve(stem + ".jpg"));
    List<String> rows = new ArrayList<>();
    PixelImage between =
        LadderSheets.between(
            subject("portrait-1.jpg", judgement.finder(), cancellation),
            subject("portrait-2.jpg", judgement.finder(), cancellation),
            climbed.trained(),
            rows);
    if (!rows.isEmpty()) {
      write(between, folder.resolve(stem + "-between.jpg"));
    }
    String old = Files.exists(page) ? Files.readString(page) : "";
    LadderPage text =
        new LadderPage(minutes, how(), climbed, stem + ".jpg", stem + "-between.jpg", rows);
    WholeFile.write(page, text.markdown(old).getBytes(StandardCharsets.UTF_8));
    write(
        LadderSheets.people(judgement.people(), judgement.set(), trained, cancellation),
        out.resolve("people.jpg"));
    say("page: " + page + "; people: " + out.resolve("people.jpg"));
  }

  /** The command that makes such a page, but for where its files are. */
  private String how() {
    StringBuilder how =
        new StringBuilder("beamish ladder --minutes ")
            .append(BigDecimal.valueOf(minutes).stripTrailingZeros().toPlainString());
    if (!only.isEmpty()) {
      how.append(" --only ").append(String.join(",", only));
    }
    if (seed != 1) {
      how.append(" --seed ").append(seed);
    }
    options.changes().forEach((name, value) -> how.append(" --set " + name + "=" + value));
    return how.toString();
  }

  private Subject subject(String name, FaceFinder finder, Cancellation cancellation) {
    Path file = samples.resolve(name);
    PixelImage photo = desk.studio().reader().read(file).pixels();
    return finder.find(photo, cancellation).stream()
        .findFirst()
        .map(face -> new Subject(photo, face))
        .orElseThrow(() -> new Problem(file + ": no face found; give another --samples"));
  }

  private void write(PixelImage picture, Path file) {
    PictureFile.write(desk.studio(), picture, file, PhotoFormat.JPEG);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
