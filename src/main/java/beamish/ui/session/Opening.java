package beamish.ui.session;

import beamish.codec.Photo;
import beamish.edit.OpenPhoto;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Opens a photo file: reads it, finds its faces, and shows it in the editor. */
public final class Opening {
  /** Longest edge of the preview that follows the slider, pixels. */
  public static final int PREVIEW_EDGE = 1600;

  private final Workshop workshop;
  private final Engine engine;
  private final Editor editor;
  private final Work work;
  private final Notices notices;

  /** The use case, with the work that shows its progress. */
  public Opening(Workshop workshop, Engine engine, Editor editor, Work work, Notices notices) {
    this.workshop = workshop;
    this.engine = engine;
    this.editor = editor;
    this.work = work;
    this.notices = notices;
  }

  /** Opens {@code file} in place of the photo in the window. On the FX thread. */
  public void open(Path file) {
    notices.clear();
    work.start(
        Messages.text("work.opening", String.valueOf(file.getFileName())),
        (cancellation, progress) -> begin(file, cancellation, progress),
        this::show);
  }

  private CompletableFuture<ShownPhoto> begin(
      Path file, Cancellation cancellation, Progress progress) {
    return Lanes.on(
            workshop.lanes().io(),
            () -> {
              progress.report(-1, Messages.text("work.reading"));
              return workshop.reader().read(file);
            })
        .thenApplyAsync(photo -> prepare(photo, cancellation, progress), engine.lane());
  }

  private ShownPhoto prepare(Photo photo, Cancellation cancellation, Progress progress) {
    cancellation.check();
    OpenPhoto open =
        OpenPhoto.open(
            photo, engine.finder(), engine.model(), PREVIEW_EDGE, cancellation, progress);
    ShownPhoto shown = new ShownPhoto(open, ScreenArea.of(open.preview(), photo));
    cancellation.check();
    return shown;
  }

  private void show(ShownPhoto shown) {
    editor.show(shown);
    if (shown.open().faces().isEmpty()) {
      notices.show(Notices.Kind.HINT, Messages.text("noface.notice", shown.name()));
    }
  }
}
