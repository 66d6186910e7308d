package beamish.app;

import beamish.cli.ExitCode;
import beamish.edit.Studio;
import beamish.ui.StartTrial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code beamish trial [PHOTO]}, which {@link WindowChild} starts: shows the window, tells when it
 * is there, when the photo can be edited and how much memory that took, and ends.
 */
@Command(name = "trial", hidden = true, description = "Shows the window, for 'beamish bench'.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrialCommand implements Callable<Integer> {
  static final String SHOWN = "shown";
  static final String EDITABLE = "editable";
  static final String PEAK = "peak";
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Studio studio;

  @Parameters(arity = "0..1")
  private List<Path> photos = List.of();

  @Spec private CommandSpec spec;

  TrialCommand(Studio studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() throws IOException {
    SliderWindow.needNoDisplay();
    CompletableFuture<CompletableFuture<Void>> closed = new CompletableFuture<>();
    Display.start(() -> show(closed));
    closed.join().join();
    Platform.exit();
    say(PEAK, peakGigabytes());
    return ExitCode.DONE;
  }

  private void show(CompletableFuture<CompletableFuture<Void>> closed) {
    try {
      Platform.setImplicitExit(false);
      long start = System.nanoTime();
      closed.complete(
          StartTrial.run(
              new Stage(),
              studio,
              photos,
              () -> say(SHOWN, Double.NaN),
              () -> say(EDITABLE, (System.nanoTime() - start) * 1e-9)));
    } catch (RuntimeException e) {
      closed.completeExceptionally(e);
    }
  }

  private void say(String what, double figure) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(what + " " + figure);
    out.flush();
  }

  /** The most memory that this process ever held; NaN where the system does not tell. */
  private static double peakGigabytes() throws IOException {
    if (Files.isReadable(STATUS)) {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e9;
        }
      }
    }
    return Double.NaN;
  }
}
