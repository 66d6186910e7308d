package beamish.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends every logger's lines, the libraries' chatter too, to files, so that the console holds
 * nothing but what a command has to say.
 */
final class FileLog {
  private static final int BYTES = 2_000_000;
  private static final int FILES = 3;

  private FileLog() {}

  /** From here on everything is logged in {@code folder}, which is made if it is missing. */
  static void start(Path folder) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    // JavaCPP writes to the console unless told otherwise before it loads
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    try {
      Files.createDirectories(folder);
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n");
      // %u tells processes that run at the same time apart, %g the older files
      FileHandler file =
          new FileHandler(folder.resolve("beamish-%u.%g.log").toString(), BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      root.addHandler(file);
      root.setLevel(Level.INFO);
    } catch (IOException e) {
      System.err.println(
          "beamish: goes on without a log, because " + folder + " cannot be written");
    }
  }
}
