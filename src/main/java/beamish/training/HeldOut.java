package beamish.training;

import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of the pairs that no training ever sees: one a line, {@code #} starts a remark. */
public final class HeldOut {

  private HeldOut() {}

  /**
   * Reads such a list.
   *
   * @throws Problem if it cannot be read
   */
  public static Set<String> read(Path file) {
    Set<String> names = new LinkedHashSet<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String name = line.replaceFirst("#.*", "").strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new Problem(file + ": not a readable list of names, one a line; check its name", e);
    }
    return names;
  }
}
