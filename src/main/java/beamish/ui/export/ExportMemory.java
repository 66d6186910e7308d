package beamish.ui.export;

import beamish.codec.MetadataChoice;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last choices of the export dialog, kept in a small file between runs. What cannot be read or
 * written costs the memory and nothing else. On the FX thread; the file is written elsewhere.
 */
public final class ExportMemory {
  private static final Logger LOG = LoggerFactory.getLogger(ExportMemory.class);

  private final @Nullable Path file;
  private ExportChoices last;

  private ExportMemory(@Nullable Path file) {
    this.file = file;
    this.last = file == null ? ExportChoices.STANDARD : read(file);
  }

  /** A memory that ends with the program. */
  public static ExportMemory ofThisRun() {
    return new ExportMemory(null);
  }

  /** The memory in a file, which need not be there yet. */
  public static ExportMemory in(Path file) {
    return new ExportMemory(file);
  }

  ExportChoices last() {
    return last;
  }

  /** Remembers; {@code io} writes the file. */
  void keep(ExportChoices choices, Executor io) {
    last = choices;
    Path target = file;
    if (target != null) {
      io.execute(() -> write(choices, target));
    }
  }

  private static ExportChoices read(Path file) {
    ExportChoices standard = ExportChoices.STANDARD;
    if (!Files.exists(file)) {
      return standard;
    }
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
      String format = all.getProperty("format", "");
      return new ExportChoices(
          format.isEmpty() ? null : PhotoFormat.valueOf(format),
          Math.max(0, Math.min(1, Double.parseDouble(all.getProperty("quality")))),
          Math.max(0, Integer.parseInt(all.getProperty("longEdge"))),
          MetadataChoice.valueOf(all.getProperty("metadata")),
          Boolean.parseBoolean(all.getProperty("srgb")),
          Boolean.parseBoolean(all.getProperty("mark")),
          new NamePattern(all.getProperty("name", standard.name().text())));
    } catch (IOException | RuntimeException e) {
      LOG.info("{} is not used", file, e);
      return standard;
    }
  }

  private static synchronized void write(ExportChoices choices, Path file) {
    PhotoFormat format = choices.format();
    Properties all = new Properties();
    all.setProperty("format", format == null ? "" : format.name());
    all.setProperty("quality", String.valueOf(choices.quality()));
    all.setProperty("longEdge", String.valueOf(choices.longEdge()));
    all.setProperty("metadata", choices.metadata().name());
    all.setProperty("srgb", String.valueOf(choices.srgb()));
    all.setProperty("mark", String.valueOf(choices.mark()));
    all.setProperty("name", choices.name().text());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(part)) {
        all.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.info("{} cannot be written", file, e);
    }
  }
}
