package beamish.app;

import beamish.cli.WindowTimes;
import beamish.job.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts the program anew, as a user does, to see how soon its window is there. */
final class WindowChild {
  /** Seconds for a window with a photo of a hundred megapixels, on a machine that is busy. */
  private static final int PATIENCE_SECONDS = 180;

  private static final double NANO = 1e-9;

  private WindowChild() {}

  /**
   * Shows a window in a process of its own, by the start script where there is one.
   *
   * @param photos none or one
   * @throws Problem if it fails
   */
  static WindowTimes time(List<Path> photos) {
    String home = System.getProperty("beamish.home");
    Path script = home == null ? null : Path.of(home, "bin", "beamish");
    List<String> words = new ArrayList<>();
    String by = "java";
    if (script != null && Files.isExecutable(script)) {
      words.add(script.toString());
      by = "start script";
    } else {
      words.addAll(java());
    }
    words.add(WindowTrial.WORD);
    photos.forEach(photo -> words.add(photo.toString()));
    try {
      return run(words, by);
    } catch (IOException e) {
      throw new Problem("the program cannot be started anew (" + e.getMessage() + ")", e);
    }
  }

  /** The command line that this process was started with, up to the main class. */
  private static List<String> java() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return words;
  }

  private static WindowTimes run(List<String> words, String by) throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    // one that hangs ends too, and is told of below
    CompletableFuture<Process> unused =
        process
            .onExit()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete((ended, late) -> process.destroyForcibly());
    Map<String, List<Double>> told = new HashMap<>();
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2) {
          double figure =
              parts[0].equals(WindowTrial.SHOWN)
                  ? (System.nanoTime() - start) * NANO
                  : Double.parseDouble(parts[1]);
          told.computeIfAbsent(parts[0], k -> new ArrayList<>()).add(figure);
        }
      }
    } finally {
      process.destroy();
    }
    if (!told.containsKey(WindowTrial.SHOWN) || !told.containsKey(WindowTrial.PEAK)) {
      throw new Problem(
          "the window could not be shown in a program of its own; 'beamish doctor' may tell why");
    }
    return new WindowTimes(
        by,
        first(told, WindowTrial.SHOWN),
        first(told, WindowTrial.EDITABLE),
        told.getOrDefault(WindowTrial.PANNED, List.of()),
        told.getOrDefault(WindowTrial.ZOOMED, List.of()),
        first(told, WindowTrial.PEAK));
  }

  private static double first(Map<String, List<Double>> told, String word) {
    return told.getOrDefault(word, List.of(Double.NaN)).get(0);
  }
}
