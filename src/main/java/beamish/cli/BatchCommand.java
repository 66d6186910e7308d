package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import beamish.edit.FaceSmile;
import beamish.edit.batch.Batch;
import beamish.edit.batch.BatchEdit;
import beamish.edit.batch.BatchJournal;
import beamish.edit.batch.BatchOrder;
import beamish.edit.batch.BatchOutcome;
import beamish.edit.batch.BatchPhoto;
import beamish.job.Cancellation;
import beamish.job.Interruption;
import beamish.job.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beamish batch DIR|FILE... --smile S --out DIR}: edits many photos. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Changes the smile of every face in many photos and writes the results to a folder.",
      "A photo that fails is told of and the others go on. No file is ever replaced. Ctrl+C keeps"
          + " what is done; --resume goes on from there."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BatchCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "DIR|FILE", arity = "1..*", description = "Photos, or folders of them.")
  private List<Path> inputs;

  @Mixin private SmileOptions smile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write; made if it is not there.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "jpg, png, tif or webp; each photo's own without it.")
  private @Nullable String format;

  @Mixin private ExportOptions export;

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      defaultValue = "{name}-smile",
      description =
          "What results are called: text, {name}, {strength} and {n}, the photo's number;"
              + " ${DEFAULT-VALUE} without it.")
  private String name;

  @Option(
      names = "--clash",
      paramLabel = "number|error",
      defaultValue = "number",
      description =
          "Where a name is taken, put \" (2)\" behind it or count the photo as failed;"
              + " ${DEFAULT-VALUE} without it.")
  private String clash;

  @Option(
      names = "--no-face",
      paramLabel = "skip|copy|error",
      defaultValue = "skip",
      description =
          "What to do with a photo without a face: skip it, write it unedited, or count it as"
              + " failed; ${DEFAULT-VALUE} without it.")
  private String noFace;

  @Mixin private ModelOptions model;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How many photos may be in memory at once; ${DEFAULT-VALUE} without it, fewer for very"
              + " large ones.")
  private int jobs;

  @Option(names = "--recursive", description = "Goes through the folders in the folders too.")
  private boolean recursive;

  @Option(
      names = "--resume",
      description = "Leaves out what an earlier run has written and nothing has changed since.")
  private boolean resume;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes what became of each photo as JSON.")
  private @Nullable Path report;

  @Spec private CommandSpec spec;

  BatchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    BatchOrder order = order();
    BatchReport done = new BatchReport(order, smile.checked(spec), this::say, this::complain);
    Cancellation cancellation = new Cancellation();
    return Interruption.cancels(cancellation, () -> run(order, done, cancellation));
  }

  private int run(BatchOrder order, BatchReport done, Cancellation cancellation) {
    boolean cancelled = false;
    try {
      Batch.run(desk.studio(), order, done::take, cancellation);
    } catch (CancellationException e) {
      cancelled = true;
    }
    say(done.summary());
    if (report != null) {
      done.write(report);
    }
    if (cancelled) {
      complain("cancelled; what is done stays, and --resume goes on from there");
      return ExitCode.CANCELLED;
    }
    return done.count(BatchOutcome.Status.FAILED) > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  private BatchOrder order() {
    FaceSmile wanted = smile.checked(spec);
    if (jobs < 1 || jobs > 64) {
      throw usage("--jobs " + jobs + ": must lie between 1 and 64");
    }
    PhotoFormat chosen = chosenFormat();
    // without one of its own the settings' format counts for nothing
    ExportSettings settings = export.settings(chosen == null ? PhotoFormat.PNG : chosen, spec);
    NamePattern names = names();
    BatchOrder.Clash onClash = word("--clash", clash, BatchOrder.Clash.values());
    BatchOrder.NoFace onNoFace = word("--no-face", noFace, BatchOrder.NoFace.values());
    String id = model.id(desk.studio().models());
    return new BatchOrder(
        photos(),
        out,
        BatchEdit.same(wanted),
        id,
        chosen,
        settings,
        names,
        onClash,
        onNoFace,
        jobs,
        resume);
  }

  private List<BatchPhoto> photos() {
    Set<Path> ours = BatchJournal.of(out).exports();
    List<BatchPhoto> found = BatchPhoto.in(inputs, recursive, out, ours);
    if (found.isEmpty()) {
      throw new Problem(
          inputs.get(0)
              + ": no photo in it"
              + (recursive ? "" : " (--recursive looks in its folders too)"));
    }
    return found;
  }

  private NamePattern names() {
    try {
      return new NamePattern(name);
    } catch (IllegalArgumentException e) {
      throw usage("--name: " + e.getMessage());
    }
  }

  private @Nullable PhotoFormat chosenFormat() {
    return format == null
        ? null
        : PhotoFormat.ofFileName(Path.of("photo." + format))
            .orElseThrow(() -> usage("--format " + format + ": must be jpg, png, tif or webp"));
  }

  private <E extends Enum<E>> E word(String option, String typed, E[] words) {
    for (E word : words) {
      if (word.name().equalsIgnoreCase(typed)) {
        return word;
      }
    }
    String all = String.join(", ", List.of(words).stream().map(Enum::name).toList());
    throw usage(option + " " + typed + ": must be one of " + all.toLowerCase(Locale.ROOT));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void say(String line) {
    print(spec.commandLine().getOut(), line);
  }

  private void complain(String line) {
    print(spec.commandLine().getErr(), "beamish: " + line);
  }

  private static void print(PrintWriter to, String line) {
    to.println(line);
    to.flush();
  }
}
