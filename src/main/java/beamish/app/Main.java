package beamish.app;

import beamish.cli.BeamishCommand;
import beamish.cli.BenchCommand;
import beamish.cli.Desk;
import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.edit.Studio;
import beamish.edit.project.Keeping;
import beamish.edit.project.RecentPhotos;
import beamish.edit.project.Sidecars;
import beamish.expression.ModelStore;
import beamish.expression.dl4j.BeamishModel;
import beamish.expression.dl4j.HelperCheck;
import beamish.expression.dl4j.ImageModel;
import beamish.face.dl4j.LandmarkFaceFinder;
import beamish.face.dl4j.LikenessNet;
import beamish.job.Lanes;
import beamish.training.dl4j.TrainingTrial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            () -> new LandmarkFaceFinder(folders.models().resolve("landmarks-1")),
            () -> new LikenessNet(folders.models().resolve("likeness-1")),
            new ModelStore(
                List.of(folders.models(), folders.userModels()),
                Map.of(
                    BeamishModel.ARCHITECTURE, BeamishModel::new,
                    ImageModel.ARCHITECTURE, ImageModel::new)),
            new Lanes());
    Keeping keeping =
        new Keeping(Sidecars.besidePhotos(folders.userEdits()), RecentPhotos.in(folders.recent()));
    Desk desk =
        new Desk(
            studio,
            photos -> Window.open(studio, folders, keeping, photos),
            new CheckUp(studio, folders)::findings,
            folders.others());
    return BeamishCommand.of(desk)
        .addSubcommand(
            new BenchCommand(
                desk,
                folders.samples(),
                new BenchCommand.Trials(
                    () -> SliderWindow.open(studio),
                    WindowChild::time,
                    TrainingTrial::run,
                    HelperCheck::run,
                    6000,
                    4000,
                    2.05)))
        .addSubcommand(new TrialCommand(studio))
        .addSubcommand(
            new DemoCommand(desk, folders.samples(), Path.of("target/demo"), Display.missing()));
  }
}
