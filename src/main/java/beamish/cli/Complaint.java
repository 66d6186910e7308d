package beamish.cli;

import beamish.job.Problem;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into one line on stderr and an exit code. */
final class Complaint {
  private static final Logger LOG = LoggerFactory.getLogger(Complaint.class);

  private Complaint() {}

  /** A command line that makes no sense; picocli's handler. */
  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(command.getErr(), oneLine(e.getMessage()) + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  /** A command that failed; picocli's handler. */
  static int failure(Exception e, CommandLine command, ParseResult parsed) {
    return tell(e, command);
  }

  /** The same anywhere in a command. */
  static int tell(Throwable e, CommandLine command) {
    return tell(e, command.getErr());
  }

  /** Says what went wrong, logs what only a developer understands, and gives the exit code. */
  static int tell(Throwable e, PrintWriter err) {
    if (e instanceof CancellationException) {
      say(err, "cancelled; nothing was left half written");
      return ExitCode.CANCELLED;
    }
    if (e instanceof Problem) {
      LOG.info("{}", e.getMessage(), e.getCause());
      say(err, oneLine(e.getMessage()));
      return ExitCode.FAILED;
    }
    LOG.error("unexpected", e);
    say(err, "unexpected " + oneLine(e.toString()) + " (beamish doctor names the log)");
    return ExitCode.FAILED;
  }

  /** What a person should know though nothing failed. */
  static void warn(String line, CommandLine command) {
    say(command.getErr(), oneLine(line));
  }

  private static void say(PrintWriter err, String line) {
    err.println("beamish: " + line);
    err.flush();
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "error" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
