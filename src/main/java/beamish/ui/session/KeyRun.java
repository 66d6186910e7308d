package beamish.ui.session;

import beamish.edit.EditHistory;
import beamish.edit.EditStep;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Presses of keys that follow one another closely, on the same faces: one step of the history,
 * whichever way they go, as one drag is.
 */
final class KeyRun {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private @Nullable Last last;

  /** The press before, and the history from before the whole run to after that press. */
  private record Last(
      EditHistory from, EditHistory to, EditStep.Kind kind, List<Integer> faces, long at) {}

  /**
   * No press yet.
   *
   * @param nanos a clock as {@link System#nanoTime}
   */
  KeyRun(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The history that a press's step is to follow: what it was before the run that goes on. */
  EditHistory from(EditHistory now, EditStep.Kind kind, List<Integer> faces) {
    Last before = last;
    return before != null
            && before.to.equals(now)
            && before.kind == kind
            && before.faces.equals(faces)
            && nanos.getAsLong() - before.at < PAUSE
        ? before.from
        : now;
  }

  /** A press has led to {@code to}. */
  void pressed(EditHistory from, EditHistory to, EditStep.Kind kind, List<Integer> faces) {
    last = new Last(from, to, kind, faces, nanos.getAsLong());
  }

  /** What follows is a run of its own. */
  void end() {
    last = null;
  }
}
