package beamish.app;

import beamish.cli.BeamishCommand;
import beamish.cli.Desk;
import beamish.cli.ExitCode;
import beamish.codec.PhotoFormat;
import beamish.job.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code beamish demo}, what {@code mvn compile exec:exec} runs: the window on the first sample,
 * or, where there is no display, the same job without it.
 */
@Command(name = "demo", hidden = true, description = "Shows what it does, on a sample.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {
  private final Desk desk;
  private final Path samples;
  private final Path results;
  private final Optional<String> noDisplay;

  @Spec private CommandSpec spec;

  DemoCommand(Desk desk, Path samples, Path results, Optional<String> noDisplay) {
    this.desk = desk;
    this.samples = samples;
    this.results = results;
    this.noDisplay = noDisplay;
  }

  @Override
  public Integer call() throws IOException {
    Path sample = firstSample();
    if (noDisplay.isEmpty()) {
      desk.window().accept(List.of(sample));
      return ExitCode.DONE;
    }
    say("No window: " + noDisplay.get() + ". Doing the same job without it.");
    Files.createDirectories(results);
    Path result = results.resolve("before-after.png");
    int code =
        BeamishCommand.of(desk)
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr())
            .execute(
                "apply",
                sample.toString(),
                "--smile",
                "1",
                "--out",
                results.resolve("after.png").toString(),
                "--before-after",
                result.toString());
    if (code == ExitCode.DONE) {
      say("Before and after, side by side: " + result.toAbsolutePath());
    }
    return code;
  }

  private Path firstSample() throws IOException {
    if (Files.isDirectory(samples)) {
      try (Stream<Path> files = Files.list(samples)) {
        Optional<Path> first =
            files.filter(f -> PhotoFormat.ofFileName(f).isPresent()).sorted().findFirst();
        if (first.isPresent()) {
          return first.get();
        }
      }
    }
    throw new Problem(samples + ": no sample photo here; run it from the project's folder");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
