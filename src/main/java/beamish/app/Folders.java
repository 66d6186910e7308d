package beamish.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where things lie.
 *
 * @param models the models that came with the application
 * @param userModels the user's own models
 * @param userEdits edits of photos whose own folders cannot be written
 * @param recent the list of photos opened lately
 * @param lessons what is kept on the way to models of one's own
 * @param samples the sample photos
 * @param logs the log files
 * @param settings what is remembered between runs
 */
record Folders(
    Path models,
    Path userModels,
    Path userEdits,
    Path recent,
    Path lessons,
    Path samples,
    Path logs,
    Path settings) {

  /** Set by the start script: the folder that holds models and assets. */
  private static final String HOME = "beamish.home";

  /**
   * The application's own folders below the property {@code beamish.home}, or below the working
   * directory in the source tree; the user's where the operating system wants them.
   */
  static Folders standard() {
    Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
    AppDirs user = AppDirsFactory.getInstance();
    Path data = Path.of(user.getUserDataDir("beamish", null, null));
    return new Folders(
        home.resolve("models"),
        data.resolve("models"),
        data.resolve("edits"),
        data.resolve("recent.json"),
        data.resolve("lessons"),
        home.resolve("assets/samples"),
        Path.of(user.getUserLogDir("beamish", null, null)),
        Path.of(user.getUserConfigDir("beamish", null, null)));
  }

  /**
   * Faces of people averaged, for trainings to rehearse; not the average of those that models are
   * judged by, of whom one is a twelfth of {@code portrait-2.jpg}.
   */
  List<Path> others() {
    return Stream.of("portrait-1.jpg", "portrait-2.jpg", "group.jpg")
        .map(samples::resolve)
        .toList();
  }
}
