package beamish.ui;

import beamish.ui.export.ExportMemory;
import beamish.ui.look.WindowMemory;
import java.nio.file.Path;

/**
 * What the window remembers between runs.
 *
 * @param exports what the export dialog was last set to
 * @param window how the window was left
 */
public record Memory(ExportMemory exports, WindowMemory window) {

  /** A memory that ends with the program. */
  public static Memory ofThisRun() {
    return new Memory(ExportMemory.ofThisRun(), WindowMemory.ofThisRun());
  }

  /** The memory in a folder, which need not be there yet. */
  public static Memory in(Path folder) {
    return new Memory(
        ExportMemory.in(folder.resolve("export.properties")),
        WindowMemory.in(folder.resolve("window.properties")));
  }
}
