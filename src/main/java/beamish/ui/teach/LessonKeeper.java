package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import beamish.training.lesson.LessonFolder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes lessons on the io lane, one at a time, the newest state last. Any thread. */
final class LessonKeeper {
  private final Executor io;
  private final Consumer<Throwable> failed;
  private final AtomicReference<@Nullable Job> next = new AtomicReference<>();

  private record Job(LessonFolder folder, Lesson lesson) {}

  /** Tells {@code failed}, on {@code io}, of what could not be written. */
  LessonKeeper(Executor io, Consumer<Throwable> failed) {
    this.io = io;
    this.failed = failed;
  }

  /** Keeps a lesson; done when it is on the disk, or reported. */
  CompletableFuture<Void> keep(LessonFolder folder, Lesson lesson) {
    Job before = next.getAndSet(new Job(folder, lesson));
    if (before != null && !before.folder.equals(folder)) {
      write(before);
    }
    return CompletableFuture.runAsync(this::writeNext, io);
  }

  private synchronized void writeNext() {
    Job job = next.getAndSet(null);
    if (job != null) {
      write(job);
    }
  }

  private synchronized void write(Job job) {
    try {
      job.folder.write(job.lesson);
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }
}
