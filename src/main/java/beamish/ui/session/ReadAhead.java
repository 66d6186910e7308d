package beamish.ui.session;

import beamish.edit.OpenPhoto;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Works ahead for the face that the slider is on, on the model lane, a step at a time: what the
 * slider asks for meanwhile goes first.
 */
public final class ReadAhead {
  private final Executor lane;
  private final AtomicInteger begun = new AtomicInteger();

  /** Works on {@code lane}. */
  public ReadAhead(Executor lane) {
    this.lane = lane;
  }

  /** Begins with this face and leaves the one before; a negative face is none. Any thread. */
  public void begin(@Nullable ShownPhoto photo, int face) {
    int own = begun.incrementAndGet();
    if (photo != null && face >= 0) {
      lane.execute(() -> step(photo.open(), face, own));
    }
  }

  /** Leaves what it is at; any thread. */
  public void stop() {
    begun.incrementAndGet();
  }

  private void step(OpenPhoto photo, int face, int own) {
    if (begun.get() == own && photo.readAhead(face)) {
      lane.execute(() -> step(photo, face, own));
    }
  }
}
