package beamish.cli;

/** What the process tells the shell. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** An input failed: a broken photo, no face in it, a full disk. */
  public static final int FAILED = 1;

  /** The command line itself makes no sense. */
  public static final int USAGE = 2;

  /** Cancelled; what a shell gives for Ctrl+C. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
