package beamish.cli;

import beamish.job.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Parameters;

/** {@code beamish [PHOTO...]}: opens the window; and the home of all other commands. */
@Command(
    name = "beamish",
    mixinStandardHelpOptions = true,
    versionProvider = BeamishCommand.Version.class,
    description = {
      "Gives people in photos a smile, or takes one away, on this machine.",
      "Without a command it opens the window."
    },
    synopsisHeading = "Usage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an input failed",
      "2:the command line makes no sense",
      "130:cancelled"
    })
public final class BeamishCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "PHOTO",
      arity = "0..*",
      description = "Photos, or folders of photos, to open in the window.")
  private List<Path> photos = List.of();

  private BeamishCommand(Desk desk) {
    this.desk = desk;
  }

  /** The whole command line, ready to {@link CommandLine#execute}. */
  public static CommandLine of(Desk desk) {
    return new CommandLine(new BeamishCommand(desk))
        .addSubcommand(new FacesCommand(desk))
        .addSubcommand(new ApplyCommand(desk))
        .addSubcommand(new BatchCommand(desk))
        .addSubcommand(new PairsCommand(desk))
        .addSubcommand(new TrainCommand(desk))
        .addSubcommand(new TrainLikenessCommand(desk))
        .addSubcommand(new EvaluateCommand(desk))
        .addSubcommand(new LadderCommand(desk))
        .addSubcommand(new SweepCommand(desk))
        .addSubcommand(new ModelsCommand(desk))
        .addSubcommand(new DoctorCommand(desk))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Complaint::usage)
        .setExecutionExceptionHandler(Complaint::failure);
  }

  @Override
  public Integer call() {
    for (Path photo : photos) {
      if (!Files.exists(photo)) {
        throw new Problem(photo + ": neither a photo nor a command (see beamish --help)");
      }
    }
    desk.window().accept(photos);
    return ExitCode.DONE;
  }

  /** The version of the jar; in the source tree there is none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = BeamishCommand.class.getPackage().getImplementationVersion();
      return new String[] {"beamish " + Optional.ofNullable(version).orElse("(source tree)")};
    }
  }
}
