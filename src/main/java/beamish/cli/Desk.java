package beamish.cli;

import beamish.edit.Studio;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the commands work with; made by the composition root.
 *
 * @param studio the use cases' parts
 * @param window opens the window on photos and returns when it is closed; throws a {@link
 *     beamish.job.Problem} where no window can be opened
 * @param checkup examines the installation; slow, because it loads every native library
 * @param others photos of faces that a training for few people rehearses
 */
public record Desk(
    Studio studio,
    Consumer<List<Path>> window,
    Supplier<List<Finding>> checkup,
    List<Path> others) {

  /** A desk without others to rehearse. */
  public Desk(Studio studio, Consumer<List<Path>> window, Supplier<List<Finding>> checkup) {
    this(studio, window, checkup, List.of());
  }
}
