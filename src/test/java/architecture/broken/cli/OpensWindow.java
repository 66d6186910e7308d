package architecture.broken.cli;

import architecture.broken.ui.RunsCommand;

/** A command that knows the window. */
public final class OpensWindow {
  /** Sees the window. */
  public Class<?> window() {
    return RunsCommand.class;
  }
}
