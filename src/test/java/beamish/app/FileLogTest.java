package beamish.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FileLogTest {
  private final Logger root = Logger.getLogger("");
  private final List<Handler> handlers = List.of(root.getHandlers());
  private final Level level = root.getLevel();

  @AfterEach
  void restore() {
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
      handler.close();
    }
    handlers.forEach(root::addHandler);
    root.setLevel(level);
  }

  @Test
  void librariesSpeakToTheFile(@TempDir Path folder) throws IOException {
    FileLog.start(folder.resolve("logs"));

    LoggerFactory.getLogger("org.nd4j.chatter").info("Loaded [CpuBackend] backend");

    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      Path log = files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
      assertThat(log).content().contains("org.nd4j.chatter: Loaded [CpuBackend] backend");
    }
    assertThat(root.getHandlers()).hasSize(1);
  }
}
