package beamish.ui.teach;

import beamish.training.lesson.LessonFolder;
import beamish.training.lesson.LessonStore.Kept;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** All lessons of this user, listed and deleted on the io lane. On the FX thread. */
final class LessonShelf {
  private final TeachDesk desk;

  LessonShelf(TeachDesk desk) {
    this.desk = desk;
  }

  /** Gives all lessons, the one changed last first. */
  void list(Consumer<List<Kept>> take) {
    CompletableFuture<Void> unused =
        CompletableFuture.supplyAsync(desk.lessons()::list, desk.io())
            .handleAsync(
                (all, failure) -> {
                  if (failure == null) {
                    take.accept(all);
                  } else {
                    desk.failures().report(failure);
                  }
                  return null;
                },
                desk.fx());
  }

  /** Deletes one, and says when it tried. */
  void delete(LessonFolder folder, Runnable done) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(() -> desk.lessons().delete(folder), desk.io())
            .handleAsync(
                (nothing, failure) -> {
                  if (failure != null) {
                    desk.failures().report(failure);
                  }
                  done.run();
                  return null;
                },
                desk.fx());
  }
}
