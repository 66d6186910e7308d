package beamish.ui.session;

import beamish.codec.Photo;
import beamish.edit.EditHistory;
import beamish.edit.OpenPhoto;
import beamish.edit.Studio;
import beamish.edit.project.Sidecar;
import beamish.edit.project.Sidecars;
import beamish.expression.ExpressionModel;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Opens a photo file: reads it and the edit kept with it, finds its faces, and shows it in the
 * editor as it was left.
 */
public final class Opening {
  /** Longest edge of the preview that follows the slider, pixels. */
  public static final int PREVIEW_EDGE = 1600;

  private final Studio studio;
  private final Sidecars sidecars;
  private final Engine engine;
  private final Editor editor;
  private final Saving saving;
  private final Work work;
  private final Notices notices;

  private record Read(Photo photo, Sidecar sidecar) {}

  private record Opened(
      ShownPhoto shown, Sidecar sidecar, Sidecar.Restored restored, String model) {}

  /** The use case, with the work that shows its progress. */
  public Opening(
      Studio studio,
      Sidecars sidecars,
      Engine engine,
      Editor editor,
      Saving saving,
      Work work,
      Notices notices) {
    this.studio = studio;
    this.sidecars = sidecars;
    this.engine = engine;
    this.editor = editor;
    this.saving = saving;
    this.work = work;
    this.notices = notices;
  }

  /**
   * Opens {@code file} in place of the photo in the window. On the FX thread.
   *
   * @param unreadable is run on the io lane if the file is no photo that can be read
   */
  public void open(Path file, Runnable unreadable) {
    notices.clear();
    editor.commit();
    // the same photo may be read again, so its edit has to be on the disk first
    CompletableFuture<Void> saved = saving.flush();
    work.start(
        Messages.text("work.opening", String.valueOf(file.getFileName())),
        (cancellation, progress) ->
            saved
                .thenApplyAsync(done -> read(file, unreadable, progress), studio.lanes().io())
                .thenApplyAsync(read -> prepare(read, cancellation, progress), engine.lane()),
        this::show);
  }

  private Read read(Path file, Runnable unreadable, Progress progress) {
    progress.report(-1, Messages.text("work.reading"));
    try {
      return new Read(studio.reader().read(file), sidecars.open(file));
    } catch (Problem e) {
      unreadable.run();
      throw e;
    }
  }

  private Opened prepare(Read read, Cancellation cancellation, Progress progress) {
    cancellation.check();
    OpenPhoto found =
        OpenPhoto.open(
            read.photo, engine.finder(), engine.model(), PREVIEW_EDGE, cancellation, progress);
    cancellation.check();
    Sidecar.Restored restored = read.sidecar.restore(found.found());
    OpenPhoto open = found.placed(restored.history().places());
    ShownPhoto shown = new ShownPhoto(open, ScreenArea.of(open.preview(), read.photo));
    cancellation.check();
    ExpressionModel model = engine.model();
    String id = model.manifest().idTowards(model.target());
    return new Opened(shown, read.sidecar, restored, id);
  }

  private void show(Opened opened) {
    CompletableFuture<Void> unused = saving.flush();
    if (saving.isFor(opened.sidecar)) {
      // opened once more: what was done meanwhile is newer than what was read
      EditHistory history = editor.historyProperty().get();
      editor.show(opened.shown, history);
    } else {
      saving.begin(opened.sidecar, opened.model, opened.shown, opened.restored);
      editor.show(opened.shown, opened.restored.history());
    }
    tell(opened.shown, opened.restored.finding());
  }

  private void tell(ShownPhoto shown, Sidecar.Finding finding) {
    switch (finding) {
      case NOTHING, EDIT -> {
        if (shown.open().faces().isEmpty()) {
          notices.show(Notices.Kind.HINT, Messages.text("noface.notice", shown.name()));
        }
      }
      case DAMAGED, NEWER, OTHER_PHOTO, FACES_LOST ->
          notices.show(
              Notices.Kind.HINT,
              Messages.text("kept." + finding.name().toLowerCase(Locale.ROOT), shown.name()));
    }
  }
}
