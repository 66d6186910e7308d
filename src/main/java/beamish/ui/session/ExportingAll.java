package beamish.ui.session;

import beamish.codec.ExportSettings;
import beamish.codec.NamePattern;
import beamish.codec.PhotoFormat;
import beamish.edit.Studio;
import beamish.edit.batch.Batch;
import beamish.edit.batch.BatchEdit;
import beamish.edit.batch.BatchOrder;
import beamish.edit.batch.BatchOutcome;
import beamish.edit.batch.BatchPhoto;
import beamish.edit.project.Sidecars;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Exports every photo that has an edit kept with it, in the background. On the FX thread. */
public final class ExportingAll {
  /** Photos in memory at once: one is edited while another is read or written. */
  private static final int JOBS = 2;

  /** How many of the photos that failed are named. */
  private static final int NAMED = 4;

  private final Studio studio;
  private final Sidecars sidecars;
  private final Work work;
  private final Notices notices;
  private final Executor fx;
  private final Supplier<String> model;
  private final Consumer<Path> done;

  /**
   * The use case.
   *
   * @param model tells, on {@code fx}, the id of the model that edits
   * @param done hears on {@code fx} of every photo that is exported
   */
  public ExportingAll(
      Studio studio,
      Sidecars sidecars,
      Work work,
      Notices notices,
      Executor fx,
      Supplier<String> model,
      Consumer<Path> done) {
    this.studio = studio;
    this.sidecars = sidecars;
    this.work = work;
    this.notices = notices;
    this.fx = fx;
    this.model = model;
    this.done = done;
  }

  /**
   * What to export, and where to.
   *
   * @param format null for each photo's own
   * @param settings the format in it counts for nothing
   */
  public record Order(
      List<Path> photos,
      Path folder,
      @Nullable PhotoFormat format,
      ExportSettings settings,
      NamePattern name) {}

  private record Result(List<BatchOutcome> outcomes, boolean cancelled) {}

  /** Those of the photos whose kept edit changes them. */
  public CompletableFuture<List<Path>> edited(List<Path> photos) {
    return Lanes.on(studio.lanes().io(), () -> photos.stream().filter(sidecars::isEdited).toList());
  }

  /** Exports; a photo that fails is told of at the end and the others go on. */
  public void export(Order order) {
    notices.clear();
    BatchOrder batch = batch(order);
    work.start(
        Messages.text("work.exportingAll", order.photos.size()),
        (cancellation, progress) ->
            Lanes.on(studio.lanes().io(), () -> run(batch, cancellation, progress)),
        result -> tell(order, result));
  }

  private Result run(BatchOrder order, Cancellation cancellation, Progress progress) {
    List<BatchOutcome> outcomes = new ArrayList<>();
    progress.report(0, "");
    Consumer<BatchOutcome> take =
        outcome -> {
          outcomes.add(outcome);
          progress.report((double) outcomes.size() / order.photos().size(), name(outcome.photo()));
          if (outcome.out() != null) {
            fx.execute(() -> done.accept(outcome.photo()));
          }
        };
    try {
      Batch.run(studio, order, take, cancellation);
      return new Result(outcomes, false);
    } catch (CancellationException e) {
      return new Result(outcomes, true);
    }
  }

  private BatchOrder batch(Order order) {
    return new BatchOrder(
        order.photos.stream().map(photo -> new BatchPhoto(photo, Path.of(""))).toList(),
        order.folder,
        BatchEdit.kept(sidecars),
        model.get(),
        order.format,
        order.settings,
        order.name,
        BatchOrder.Clash.NUMBER,
        BatchOrder.NoFace.COPY,
        JOBS,
        true);
  }

  private void tell(Order order, Result result) {
    List<BatchOutcome> failed = result.outcomes.stream().filter(o -> o.problem() != null).toList();
    int written = result.outcomes.size() - failed.size();
    List<String> lines = new ArrayList<>();
    lines.add(
        Messages.text(
            result.cancelled ? "exportAll.cancelled" : "exportAll.done",
            written,
            order.photos.size(),
            order.folder.toString()));
    for (BatchOutcome each : failed.subList(0, Math.min(NAMED, failed.size()))) {
      lines.add(
          Messages.text("exportAll.failed", Messages.of(Objects.requireNonNull(each.problem()))));
    }
    if (failed.size() > NAMED) {
      lines.add(Messages.text("exportAll.more", failed.size() - NAMED));
    }
    Notices.Kind kind =
        !failed.isEmpty()
            ? Notices.Kind.PROBLEM
            : result.cancelled ? Notices.Kind.HINT : Notices.Kind.DONE;
    notices.show(kind, String.join("\n", lines));
  }

  private static String name(Path photo) {
    return String.valueOf(photo.getFileName());
  }
}
