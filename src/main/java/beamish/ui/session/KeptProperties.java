package beamish.ui.session;

import beamish.job.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file of choices that outlive the program. What cannot be read or written costs the memory
 * and nothing else. Any thread.
 *
 * @param file where they lie, which need not be there yet; null for nowhere
 */
public record KeptProperties(@Nullable Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptProperties.class);

  /** What the file holds; nothing where it is not there or cannot be read. */
  public Properties read() {
    Properties all = new Properties();
    if (file != null && Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        all.load(in);
      } catch (IOException | RuntimeException e) {
        all.clear();
        notUsed(e);
      }
    }
    return all;
  }

  /** Logs that what the file holds makes no sense. */
  public void notUsed(Exception why) {
    LOG.info("{} is not used", file, why);
  }

  /** Replaces what the file holds; {@code io} writes it, and it appears whole. */
  public void write(Properties all, Executor io) {
    Path target = file;
    if (target != null) {
      io.execute(() -> write(all, target));
    }
  }

  private static synchronized void write(Properties all, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      StringWriter text = new StringWriter();
      all.store(text, null);
      WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.info("{} cannot be written", file, e);
    }
  }
}
