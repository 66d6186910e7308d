package beamish.ui.session;

import beamish.edit.FacePicture;
import beamish.edit.SmilePreset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of the chosen face with each preset: renders on the model lane, one at a time, so
 * that what the slider asks for meanwhile goes first, and hands each over on the FX thread. A face
 * that is not chosen any more is left in the middle.
 */
public final class PresetFeed {
  /** Edge of a picture, pixels: enough for screens of twice the usual resolution. */
  private static final int EDGE = 120;

  private final Executor lane;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private final AtomicInteger begun = new AtomicInteger();
  private Listener listener = (preset, picture) -> {};

  /** Takes pictures. */
  public interface Listener {
    /** On the FX thread; null where the picture of before is of another face. */
    void take(SmilePreset preset, @Nullable ScreenArea picture);
  }

  /** Works on {@code lane}; {@code failed} is told on {@code fx}. */
  public PresetFeed(Executor lane, Executor fx, Consumer<Throwable> failed) {
    this.lane = lane;
    this.fx = fx;
    this.failed = failed;
  }

  /** Hands what comes to {@code taker}. On the FX thread, before the first face. */
  public void deliverTo(Listener taker) {
    listener = taker;
  }

  /** Begins with a face, or with none (−1). On the FX thread. */
  public void begin(@Nullable ShownPhoto photo, int face) {
    int own = begun.incrementAndGet();
    for (SmilePreset preset : SmilePreset.values()) {
      listener.take(preset, null);
    }
    if (photo != null && photo.open().hasFace(face)) {
      lane.execute(() -> step(photo, face, List.of(SmilePreset.values()), own));
    }
  }

  /** Leaves what it is at; any thread. */
  public void stop() {
    begun.incrementAndGet();
  }

  private void step(ShownPhoto photo, int face, List<SmilePreset> left, int own) {
    if (begun.get() != own || left.isEmpty()) {
      return;
    }
    try {
      SmilePreset preset = left.get(0);
      ScreenArea picture =
          ScreenArea.ofSrgb(FacePicture.render(photo.open(), face, preset.smile(), EDGE));
      fx.execute(
          () -> {
            if (begun.get() == own) {
              listener.take(preset, picture);
            }
          });
      lane.execute(() -> step(photo, face, left.subList(1, left.size()), own));
    } catch (CancellationException closing) {
      // nobody looks any more
    } catch (RuntimeException | OutOfMemoryError e) {
      fx.execute(() -> failed.accept(e));
    }
  }
}
