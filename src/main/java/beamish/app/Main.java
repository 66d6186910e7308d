package beamish.app;

import beamish.cli.BeamishCommand;
import beamish.cli.BenchCommand;
import beamish.cli.Desk;
import beamish.cli.PhotosOnly;
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
import java.util.function.Consumer;
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
    System.exit(run(folders, List.of(args)));
  }

  private static int run(Folders folders, List<String> words) {
    Studio studio = studio(folders);
    Consumer<List<Path>> window = photos -> Window.open(studio, folders, keeping(folders), photos);
    Optional<List<Path>> photosOnly = PhotosOnly.of(words);
    if (photosOnly.isPresent()) {
      return PhotosOnly.run(() -> window.accept(photosOnly.get()));
    }
    if (words.get(0).equals(WindowTrial.WORD)) {
      List<Path> photos = words.stream().skip(1).map(Path::of).toList();
      return PhotosOnly.run(() -> WindowTrial.run(studio, photos));
    }
    return commandLine(studio, folders, window).execute(words.toArray(String[]::new));
  }

  private static Studio studio(Folders folders) {
    return new Studio(
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
  }

  private static Keeping keeping(Folders folders) {
    return new Keeping(
        Sidecars.besidePhotos(folders.userEdits()), RecentPhotos.in(folders.recent()));
  }

  private static CommandLine commandLine(
      Studio studio, Folders folders, Consumer<List<Path>> window) {
    Desk desk = new Desk(studio, window, new CheckUp(studio, folders)::findings, folders.others());
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
        .addSubcommand(
            new DemoCommand(desk, folders.samples(), Path.of("target/demo"), Display.missing()));
  }
}
