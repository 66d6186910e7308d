package beamish.edit.project;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves an edit by itself: soon after a change, so that a drag does not write at every move, and at
 * once where asked. The newest state wins. Any thread; writes one at a time, on the io lane.
 */
public final class Autosave {
  private static final long SOON_MS = 400;
  private final Sidecar sidecar;
  private final Executor io;
  private final Consumer<Path> setAside;
  private final Consumer<Throwable> failed;
  private final AtomicReference<@Nullable Project> next = new AtomicReference<>();
  private final AtomicBoolean waiting = new AtomicBoolean();

  /**
   * Saves to {@code sidecar}.
   *
   * @param setAside is told, on {@code io}, where a file was kept that was not this edit's
   * @param failed is told there of edits that could not be saved; they are tried again
   */
  public Autosave(
      Sidecar sidecar, Executor io, Consumer<Path> setAside, Consumer<Throwable> failed) {
    this.sidecar = sidecar;
    this.io = io;
    this.setAside = setAside;
    this.failed = failed;
  }

  /** Saves {@code project} within half a second. */
  public void soon(Project project) {
    next.set(project);
    if (waiting.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(SOON_MS, TimeUnit.MILLISECONDS, io)
          .execute(
              () -> {
                waiting.set(false);
                save();
              });
    }
  }

  /** Saves at once what was given last; done when it is on the disk, or reported as failed. */
  public CompletableFuture<Void> now() {
    return CompletableFuture.runAsync(this::save, io);
  }

  private synchronized void save() {
    Project project = next.getAndSet(null);
    if (project == null) {
      return;
    }
    try {
      sidecar.write(project).ifPresent(setAside);
    } catch (RuntimeException e) {
      next.compareAndSet(null, project);
      failed.accept(e);
    }
  }
}
