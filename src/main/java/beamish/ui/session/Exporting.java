package beamish.ui.session;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Exports the edit at the photo's own size: renders on the model lane, writes on the io lane. */
public final class Exporting {
  private final Workshop workshop;
  private final Engine engine;
  private final Work work;
  private final Notices notices;

  /** The use case, with the work that shows its progress. */
  public Exporting(Workshop workshop, Engine engine, Work work, Notices notices) {
    this.workshop = workshop;
    this.engine = engine;
    this.work = work;
    this.notices = notices;
  }

  /**
   * What to export, and where to.
   *
   * @param file how to write it; whether the opened photo itself may be replaced, too
   */
  public record Order(ShownPhoto photo, SmileSettings settings, Path target, ExportSettings file) {}

  /** Exports in the background. On the FX thread. */
  public void export(Order order) {
    notices.clear();
    work.start(
        Messages.text("work.exporting", String.valueOf(order.target.getFileName())),
        (cancellation, progress) -> begin(order, cancellation, progress),
        target -> notices.show(Notices.Kind.DONE, Messages.text("export.done", target.toString())));
  }

  private CompletableFuture<Path> begin(Order order, Cancellation cancellation, Progress progress) {
    OpenPhoto open = order.photo.open();
    Photo photo = open.photo();
    return Lanes.on(
            engine.lane(),
            () -> {
              cancellation.check();
              return open.render(
                  order.settings, cancellation, (f, what) -> progress.report(f / 2, what));
            })
        .thenApplyAsync(
            pixels -> write(order, photo, pixels, cancellation, progress), workshop.lanes().io());
  }

  private Path write(
      Order order, Photo photo, PixelImage pixels, Cancellation cancellation, Progress progress) {
    cancellation.check();
    progress.report(-1, Messages.text("work.writing"));
    workshop.writer().write(photo, pixels, order.target, order.file);
    return order.target;
  }
}
