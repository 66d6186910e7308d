package beamish.ui.export;

import beamish.codec.MetadataChoice;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import beamish.ui.session.KeptProperties;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Executor;

/**
 * The last choices of the export dialog, kept in a small file between runs. On the FX thread; the
 * file is written elsewhere.
 */
public final class ExportMemory {
  private final KeptProperties kept;
  private ExportChoices last;

  private ExportMemory(KeptProperties kept) {
    this.kept = kept;
    this.last = read(kept);
  }

  /** A memory that ends with the program. */
  public static ExportMemory ofThisRun() {
    return new ExportMemory(new KeptProperties(null));
  }

  /** The memory in a file, which need not be there yet. */
  public static ExportMemory in(Path file) {
    return new ExportMemory(new KeptProperties(file));
  }

  ExportChoices last() {
    return last;
  }

  /** Remembers; {@code io} writes the file. */
  void keep(ExportChoices choices, Executor io) {
    last = choices;
    kept.write(properties(choices), io);
  }

  private static ExportChoices read(KeptProperties kept) {
    ExportChoices standard = ExportChoices.STANDARD;
    Properties all = kept.read();
    if (all.isEmpty()) {
      return standard;
    }
    try {
      String format = all.getProperty("format", "");
      return new ExportChoices(
          format.isEmpty() ? null : PhotoFormat.valueOf(format),
          Math.max(0, Math.min(1, Double.parseDouble(all.getProperty("quality")))),
          Math.max(0, Integer.parseInt(all.getProperty("longEdge"))),
          MetadataChoice.valueOf(all.getProperty("metadata")),
          Boolean.parseBoolean(all.getProperty("srgb")),
          Boolean.parseBoolean(all.getProperty("mark")),
          new NamePattern(all.getProperty("name", standard.name().text())));
    } catch (RuntimeException e) {
      kept.notUsed(e);
      return standard;
    }
  }

  private static Properties properties(ExportChoices choices) {
    PhotoFormat format = choices.format();
    Properties all = new Properties();
    all.setProperty("format", format == null ? "" : format.name());
    all.setProperty("quality", String.valueOf(choices.quality()));
    all.setProperty("longEdge", String.valueOf(choices.longEdge()));
    all.setProperty("metadata", choices.metadata().name());
    all.setProperty("srgb", String.valueOf(choices.srgb()));
    all.setProperty("mark", String.valueOf(choices.mark()));
    all.setProperty("name", choices.name().text());
    return all;
  }
}
