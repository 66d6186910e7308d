package beamish.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beamish doctor}: whether everything that the application needs is there and in use. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Examines the installation: Java, native libraries, speed, GPU and folders.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(names = "--json", description = "One JSON object a finding, each on a line of its own.")
  private boolean json;

  @Spec private CommandSpec spec;

  DoctorCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    List<Finding> findings = desk.checkup().get();
    PrintWriter out = spec.commandLine().getOut();
    int width = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
    for (Finding finding : findings) {
      out.println(
          json
              ? Json.line(finding)
              : (finding.good() ? "ok   " : "BAD  ")
                  + finding.subject()
                  + " ".repeat(width - finding.subject().length() + 2)
                  + finding.text());
    }
    out.flush();
    return findings.stream().allMatch(Finding::good) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
