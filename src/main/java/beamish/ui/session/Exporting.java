package beamish.ui.session;

import beamish.codec.ExportSettings;
import beamish.codec.PhotoFormat;
import beamish.edit.BeforeAfter;
import beamish.edit.SmileLoop;
import beamish.edit.SmileSettings;
import beamish.edit.Studio;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Exports the edit at the photo's own size: renders on the model lane, writes on the io lane. */
public final class Exporting {
  private final Studio studio;
  private final Engine engine;
  private final Work work;
  private final Notices notices;
  private final Consumer<Order> done;

  /** The use case, with the work that shows its progress; {@code done} hears of what is written. */
  public Exporting(Studio studio, Engine engine, Work work, Notices notices, Consumer<Order> done) {
    this.studio = studio;
    this.engine = engine;
    this.work = work;
    this.notices = notices;
    this.done = done;
  }

  /**
   * What to export, and where to.
   *
   * @param file how to write it; whether the opened photo itself may be replaced, too
   * @param rendered the edit at the photo's own size, being made on the model lane if not there yet
   */
  public record Order(
      ShownPhoto photo,
      SmileSettings settings,
      Path target,
      ExportSettings file,
      CompletableFuture<PixelImage> rendered) {}

  /** Exports in the background. On the FX thread. */
  public void export(Order order) {
    start(
        order.target,
        // the same lane: it has come to an end by then
        (cancellation, progress) -> order.rendered.join(),
        pixels ->
            studio.writer().write(order.photo.open().photo(), pixels, order.target, order.file),
        () -> done.accept(order));
  }

  /**
   * Exports the photo and its edit side by side. On the FX thread.
   *
   * @param target its ending tells the format
   * @param longEdge of both together, pixels, or {@link ExportSettings#OWN_SIZE}
   */
  public void exportBeforeAfter(
      ShownPhoto photo, SmileSettings settings, Path target, int longEdge) {
    PhotoFormat format = PhotoFormat.ofFileName(target).orElse(PhotoFormat.JPEG);
    ExportSettings file = ExportSettings.of(format).withLongEdge(longEdge);
    start(
        target,
        render(photo, settings),
        pixels -> BeforeAfter.write(studio.writer(), photo.open().photo(), pixels, target, file),
        () -> {});
  }

  /** Exports an animation in which the smile comes and goes. On the FX thread. */
  public void exportLoop(
      ShownPhoto photo, SmileSettings settings, Path target, SmileLoop.Area area, int longEdge) {
    start(
        target,
        (cancellation, progress) ->
            SmileLoop.render(photo.open(), settings, area, longEdge, cancellation, progress),
        steps -> studio.writer().writeLoop(photo.open().photo(), steps, target),
        () -> {});
  }

  private static BiFunction<Cancellation, Progress, PixelImage> render(
      ShownPhoto photo, SmileSettings settings) {
    return (cancellation, progress) ->
        photo.open().render(settings, cancellation, progress.first(.5));
  }

  /**
   * Renders on the model lane and writes on the io lane.
   *
   * @param render on the model lane
   * @param write on the io lane
   * @param then on the FX thread, once the file is there
   */
  private <T> void start(
      Path target, BiFunction<Cancellation, Progress, T> render, Consumer<T> write, Runnable then) {
    notices.clear();
    work.start(
        Messages.text("work.exporting", String.valueOf(target.getFileName())),
        (cancellation, progress) ->
            Lanes.on(
                    engine.lane(),
                    () -> {
                      cancellation.check();
                      return render.apply(cancellation, progress);
                    })
                .thenApplyAsync(
                    rendered -> {
                      cancellation.check();
                      progress.report(-1, Messages.text("work.writing"));
                      write.accept(rendered);
                      return target;
                    },
                    studio.lanes().io()),
        written -> {
          notices.show(Notices.Kind.DONE, Messages.text("export.done", written.toString()));
          then.run();
        });
  }
}
