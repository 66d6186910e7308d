package beamish.ui.session;

import beamish.edit.project.RecentPhotos;
import beamish.job.Lanes;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was opened lately and is still there, the last first. On the FX thread. */
public final class Recent {
  private final RecentPhotos kept;
  private final Executor io;
  private final Executor fx;
  private final ObservableList<Path> paths = FXCollections.observableArrayList();

  /** What {@code kept} keeps, read and written on the io lane. */
  public Recent(RecentPhotos kept, Executor io, Executor fx) {
    this.kept = kept;
    this.io = io;
    this.fx = fx;
    refresh();
  }

  /** Photos and folders. */
  public ObservableList<Path> paths() {
    return paths;
  }

  /** Looks anew which of them are still there. */
  public void refresh() {
    CompletableFuture<Void> unused = Lanes.on(io, kept::list).thenAcceptAsync(paths::setAll, fx);
  }

  /** Takes note of what is opened. */
  void add(Path path) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(() -> kept.add(path), io).thenRunAsync(this::refresh, fx);
  }
}
