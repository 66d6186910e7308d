package beamish.ui.session;

import beamish.edit.FacePlaces;
import beamish.edit.OpenPhoto;
import beamish.job.LatestOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings the photo in the window up to where a hand has put its faces: encodes on the model lane,
 * the latest request only, and shows the outcome on the FX thread.
 */
public final class Placing {
  private final Editor editor;
  private final LatestOnly<Request> box;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile boolean stopped;

  private record Request(ShownPhoto shown, FacePlaces places) {}

  /** Follows {@code editor}; {@code failed} is told on {@code fx}. */
  public Placing(Editor editor, Executor lane, Executor fx, Consumer<Throwable> failed) {
    this.editor = editor;
    this.box = new LatestOnly<>(lane, this::place);
    this.fx = fx;
    this.failed = failed;
    // later, since a photo that comes changes both
    editor.placesProperty().subscribe(places -> fx.execute(this::follow));
    editor.photoProperty().subscribe(photo -> fx.execute(this::follow));
  }

  /**
   * Runs {@code then} once the photo in the window has its faces where the edit says, at once if it
   * has. On the FX thread.
   */
  public void whenSettled(Runnable then) {
    waiting.add(then);
    follow();
  }

  /** Lets requests fall from now on; any thread. */
  public void stop() {
    stopped = true;
  }

  private void follow() {
    ShownPhoto shown = editor.photo();
    if (shown != null && !shown.open().places().equals(editor.places())) {
      box.post(new Request(shown, editor.places()));
      return;
    }
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }

  private void place(Request request) {
    if (stopped) {
      return;
    }
    try {
      OpenPhoto placed = request.shown.open().placed(request.places);
      fx.execute(() -> show(request.shown.with(placed)));
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(
          () -> {
            waiting.clear();
            failed.accept(e);
          });
    }
  }

  private void show(ShownPhoto next) {
    if (next.isSamePicture(editor.photo())) {
      editor.replace(next);
    }
  }
}
