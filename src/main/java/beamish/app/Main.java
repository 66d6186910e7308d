package beamish.app;

import beamish.cli.BeamishCommand;
import beamish.cli.Desk;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.face.CascadeFaceFinder;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Where everything is put together and started. Not a JavaFX application itself, because one on the
 * class path is refused by the launcher.
 */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Optional<String> noCuda = NativeEnvironment.prepare();
    Folders folders = Folders.standard();
    FileLog.start(folders.logs());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LoggerFactory.getLogger(Main.class).error(thread.getName(), e));
    noCuda.ifPresent(why -> System.err.println("beamish: " + why));
    System.exit(commandLine(folders).execute(args));
  }

  private static CommandLine commandLine(Folders folders) {
    Studio studio =
        new Studio(
            new PhotoReader(),
            new PhotoWriter(),
            CascadeFaceFinder::new,
            new beamish.expression.ModelStore() {
              @Override
              public List<beamish.expression.ModelManifest> list() {
                return List.of();
              }

              @Override
              public beamish.expression.ExpressionModel open(String id) {
                throw new Problem(id + ": no such model");
              }

              @Override
              public String defaultId() {
                return "none";
              }
            },
            new Lanes());
    Desk desk =
        new Desk(
            studio, photos -> openWindow(studio, photos), new CheckUp(studio, folders)::findings);
    return BeamishCommand.of(desk)
        .addSubcommand(new DemoCommand(desk, folders.samples(), Display.missing()));
  }

  private static void openWindow(Studio studio, List<Path> photos) {
    Display.missing()
        .ifPresent(
            why -> {
              throw new Problem(
                  "no window can be opened: " + why + "; see beamish --help" + studio + photos);
            });
  }
}
