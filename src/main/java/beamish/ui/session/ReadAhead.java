package beamish.ui.session;

import beamish.edit.OpenPhoto;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Works ahead for the faces that the slider is on, on the model lane, a step at a time: what the
 * slider asks for meanwhile goes first.
 */
public final class ReadAhead {
  private final Executor lane;
  private final AtomicInteger begun = new AtomicInteger();

  /** Works on {@code lane}. */
  public ReadAhead(Executor lane) {
    this.lane = lane;
  }

  /** Begins with these faces, one after the other, and leaves those before. Any thread. */
  public void begin(@Nullable ShownPhoto photo, List<Integer> faces) {
    int own = begun.incrementAndGet();
    if (photo != null && !faces.isEmpty()) {
      lane.execute(() -> step(photo.open(), faces, own));
    }
  }

  /** Leaves what it is at; any thread. */
  public void stop() {
    begun.incrementAndGet();
  }

  private void step(OpenPhoto photo, List<Integer> faces, int own) {
    if (begun.get() != own) {
      return;
    }
    List<Integer> left = photo.readAhead(faces.get(0)) ? faces : faces.subList(1, faces.size());
    if (!left.isEmpty()) {
      lane.execute(() -> step(photo, left, own));
    }
  }
}
