package beamish.ui.session;

import beamish.edit.SmileSettings;
import java.util.ArrayDeque;
import java.util.Deque;

/** Undo and redo of {@link SmileSettings}. A drag is one step: only its end is committed. */
final class History {
  private final Deque<SmileSettings> past = new ArrayDeque<>();
  private final Deque<SmileSettings> future = new ArrayDeque<>();
  private SmileSettings present = SmileSettings.NONE;

  /** Starts anew, with nothing to undo. */
  void clear() {
    past.clear();
    future.clear();
    present = SmileSettings.NONE;
  }

  /** Makes {@code settings} the present; what had been undone is lost. Nothing if it is equal. */
  void commit(SmileSettings settings) {
    if (!settings.equals(present)) {
      past.push(present);
      future.clear();
      present = settings;
    }
  }

  /** The present after one step back; unchanged at the beginning. */
  SmileSettings undo() {
    if (canUndo()) {
      future.push(present);
      present = past.pop();
    }
    return present;
  }

  /** The present after one step forward again; unchanged at the end. */
  SmileSettings redo() {
    if (canRedo()) {
      past.push(present);
      present = future.pop();
    }
    return present;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }
}
