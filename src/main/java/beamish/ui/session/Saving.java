package beamish.ui.session;

import beamish.edit.EditHistory;
import beamish.edit.SmileSettings;
import beamish.edit.project.Autosave;
import beamish.edit.project.KnownFace;
import beamish.edit.project.Project;
import beamish.edit.project.Sidecar;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the edit of the photo in the window by itself: soon after every change, and at once at the
 * end of a step. On the FX thread; what is written is written on the io lane.
 */
public final class Saving {
  private final Executor io;
  private final Executor fx;
  private final Notices notices;
  private final Consumer<Throwable> failed;
  private @Nullable Sidecar sidecar;
  private @Nullable Autosave autosave;
  private @Nullable Project kept;

  /** Saves what {@code editor} edits; {@code failed} is told on {@code fx} why it could not. */
  public Saving(
      Editor editor, Executor io, Executor fx, Notices notices, Consumer<Throwable> failed) {
    this.io = io;
    this.fx = fx;
    this.notices = notices;
    this.failed = failed;
    editor.onEdit(this::edited);
    editor
        .historyProperty()
        .subscribe(
            history -> {
              CompletableFuture<Void> unused = flush();
            });
  }

  /** Begins with a photo that is about to be shown. */
  void begin(Sidecar file, String model, ShownPhoto shown, Sidecar.Restored restored) {
    sidecar = file;
    autosave =
        new Autosave(
            file,
            io,
            aside -> fx.execute(() -> tellAside(aside)),
            e -> fx.execute(() -> failed.accept(e)));
    kept =
        new Project(
            model,
            shown.open().found().stream().map(KnownFace::of).toList(),
            restored.history(),
            restored.exported());
  }

  /** Whether {@code file} is for the photo that is being saved already. */
  boolean isFor(Sidecar file) {
    return sidecar != null && sidecar.isForSame(file);
  }

  /** Whether the edit that is being saved is that of {@code photo}. */
  boolean isFor(Path photo) {
    return sidecar != null && sidecar.photo().equals(photo);
  }

  /** The strengths of the photo's last export, null where there was none. */
  @Nullable SmileSettings exported() {
    return kept == null ? null : kept.exported();
  }

  /** Remembers what was exported; it is kept with the edit, if there is one. */
  void exported(Path photo, SmileSettings settings) {
    Project last = kept;
    if (last != null && isFor(photo)) {
      become(new Project(last.model(), last.faces(), last.history(), settings));
    }
  }

  private void edited(EditHistory history) {
    Project last = kept;
    if (last != null) {
      boolean same = history.places().equals(last.history().places());
      // an export says nothing of faces that are elsewhere by now
      become(new Project(last.model(), last.faces(), history, same ? last.exported() : null));
    }
  }

  private void become(Project next) {
    if (autosave != null && !next.equals(kept)) {
      kept = next;
      if (!next.history().steps().isEmpty()) {
        autosave.soon(next);
      }
    }
  }

  /** Saves at once what is not saved yet; done when it is. */
  public CompletableFuture<Void> flush() {
    return autosave == null ? CompletableFuture.completedFuture(null) : autosave.now();
  }

  private void tellAside(Path aside) {
    notices.show(
        Notices.Kind.HINT, Messages.text("kept.aside", String.valueOf(aside.getFileName())));
  }
}
