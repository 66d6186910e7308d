package beamish.ui.session;

import beamish.edit.FaceSmile;
import beamish.edit.OpenPhoto;
import beamish.image.Box;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Works ahead for the faces that the slider is on, on the model lane, a step at a time: what the
 * slider asks for meanwhile goes first. Then, once a process, it goes along the slider itself, so
 * that a hand's first moves are as fast as its hundredth.
 */
public final class ReadAhead {
  /** Ticks after which Java has compiled all that they run through. */
  private static final int REHEARSALS = 60;

  /** How many this process has had; Java compiles for all windows at once. */
  private static final AtomicInteger REHEARSED = new AtomicInteger();

  /** Of the slider from one tick to the next: all over it, and none twice. */
  private static final double GOLDEN = .6180339887;

  private final Executor lane;
  private final AtomicInteger rehearsed;
  private final AtomicInteger begun = new AtomicInteger();

  /** Works on {@code lane}. */
  public ReadAhead(Executor lane) {
    this(lane, REHEARSED);
  }

  /** The same, where so many ticks have been rehearsed. */
  ReadAhead(Executor lane, AtomicInteger rehearsed) {
    this.lane = lane;
    this.rehearsed = rehearsed;
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
    if (left.isEmpty()) {
      rehearse(photo, faces.get(0), own);
    } else {
      lane.execute(() -> step(photo, left, own));
    }
  }

  private void rehearse(OpenPhoto photo, int face, int own) {
    int tick = rehearsed.get();
    if (begun.get() == own && tick < REHEARSALS && isShown(photo, face)) {
      rehearsed.set(tick + 1);
      double along = tick * GOLDEN % 1;
      double strength = FaceSmile.LEAST + along * (FaceSmile.MOST - FaceSmile.LEAST);
      ScreenArea unused = ScreenArea.of(photo.rehearse(face, strength), photo.photo());
      lane.execute(() -> rehearse(photo, face, own));
    }
  }

  private static boolean isShown(OpenPhoto photo, int face) {
    if (!photo.hasFace(face)) {
      return false;
    }
    Box area = photo.editedPreviewArea(face);
    return area.width() > 0 && area.height() > 0;
  }
}
