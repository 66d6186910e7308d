package architecture.broken.ui;

import architecture.broken.cli.OpensWindow;

/** A window that knows a command. */
public final class RunsCommand {
  /** Sees a command. */
  public OpensWindow command() {
    return new OpensWindow();
  }
}
