package beamish.edit.batch;

import beamish.codec.Photo;
import beamish.edit.OpenPhoto;
import beamish.edit.Studio;
import beamish.edit.batch.BatchOutcome.Status;
import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.image.PixelImage;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.job.Progress;
import beamish.job.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edits and exports many photos: each is read and written on the io lane and edited on the model
 * lane, one after the other, while the next are read and the last are written. A photo that fails
 * is told of and the others go on.
 */
public final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Studio studio;
  private final BatchOrder order;
  private final Consumer<BatchOutcome> outcomes;
  private final Cancellation cancellation;
  private final BatchJournal journal;
  private final BatchNames names;

  private Batch(
      Studio studio, BatchOrder order, Consumer<BatchOutcome> outcomes, Cancellation cancellation) {
    this.studio = studio;
    this.order = order;
    this.outcomes = outcomes;
    this.cancellation = cancellation;
    this.journal = BatchJournal.of(order.out());
    this.names = new BatchNames(order);
  }

  /** A photo's edit, and what the journal says of its export. */
  private record Work(
      BatchPhoto photo, BatchEdit.OfPhoto edit, Path target, BatchJournal.Entry entry) {}

  private record Edited(Photo photo, PixelImage pixels, int faces) {}

  private record Networks(FaceFinder finder, ExpressionModel model) {}

  /**
   * Does it all and waits for it. Not on the model lane.
   *
   * @param outcomes told of every photo as it ends, one at a time, from any thread
   * @throws Problem if nothing can be done at all: no such model, no output folder
   * @throws CancellationException if cancelled; the exports that were told of stay
   */
  public static void run(
      Studio studio, BatchOrder order, Consumer<BatchOutcome> outcomes, Cancellation cancellation) {
    makeFolder(order.out());
    new Batch(studio, order, outcomes, cancellation).run();
  }

  private void run() {
    Networks networks = join(Lanes.on(studio.lanes().model(), this::open));
    try {
      runAll(networks);
    } finally {
      join(
          Lanes.on(
              studio.lanes().model(),
              () -> {
                networks.finder.close();
                networks.model.close();
                return true;
              }));
    }
    cancellation.check();
  }

  private Networks open() {
    FaceFinder finder = studio.finders().get();
    try {
      return new Networks(finder, studio.models().open(order.model()));
    } catch (RuntimeException e) {
      finder.close();
      throw e;
    }
  }

  private void runAll(Networks networks) {
    Semaphore inMemory = new Semaphore(order.jobs());
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int i = 0; i < order.photos().size() && !cancellation.isCancelled(); i++) {
      BatchPhoto photo = order.photos().get(i);
      inMemory.acquireUninterruptibly();
      Optional<Work> work = plan(photo, i + 1);
      if (work.isEmpty() || cancellation.isCancelled()) {
        inMemory.release();
        continue;
      }
      running.add(
          begin(work.get(), networks)
              .handle(
                  (outcome, failure) -> {
                    inMemory.release();
                    tell(failure == null ? outcome : failed(photo, failure));
                    return null;
                  }));
    }
    running.forEach(Batch::join);
  }

  /** Decides where a photo's export goes; empty if it is there or cannot be. */
  private Optional<Work> plan(BatchPhoto photo, int number) {
    try {
      if (!Files.isReadable(photo.file())) {
        // what is wrong with it, the reader says best
        studio.reader().read(photo.file());
      }
      String sha256 = Sha256.of(photo.file());
      BatchEdit.OfPhoto edit = order.edit().of(photo.file());
      String recipe = BatchRecipe.digest(order, edit, studio.models());
      Optional<BatchJournal.Entry> known =
          journal.of(photo).filter(e -> order.resume() && e.recipe().equals(recipe));
      if (known.isPresent() && isOurs(known.get()) && names.take(placeOf(known.get()))) {
        Path place = placeOf(known.get());
        if (known.get().photoSha256().equals(sha256) && Files.exists(place)) {
          tell(new BatchOutcome(photo.file(), Status.UP_TO_DATE, place, 0, null));
          return Optional.empty();
        }
        return Optional.of(work(photo, edit, place, sha256, recipe));
      }
      Path place = names.place(photo, edit.strength(), number);
      return Optional.of(work(photo, edit, place, sha256, recipe));
    } catch (RuntimeException e) {
      tell(failed(photo, e));
      return Optional.empty();
    }
  }

  private Work work(
      BatchPhoto photo, BatchEdit.OfPhoto edit, Path target, String sha256, String recipe) {
    String within = order.out().relativize(target).toString();
    return new Work(
        photo,
        edit,
        target,
        new BatchJournal.Entry(
            BatchPhoto.whole(photo.file()).toString(), sha256, recipe, within, null));
  }

  /** Whether what lies there, if anything, is the export and may be written again. */
  private boolean isOurs(BatchJournal.Entry entry) {
    Path place = placeOf(entry);
    return !Files.exists(place) || Sha256.of(place).equals(entry.outSha256());
  }

  private Path placeOf(BatchJournal.Entry entry) {
    return order.out().resolve(entry.out());
  }

  private CompletableFuture<BatchOutcome> begin(Work work, Networks networks) {
    Lanes lanes = studio.lanes();
    return Lanes.on(
            lanes.io(),
            () -> {
              cancellation.check();
              return studio.reader().read(work.photo.file());
            })
        .thenApplyAsync(photo -> edit(work, photo, networks), lanes.model())
        .thenApplyAsync(edited -> write(work, edited), lanes.io());
  }

  private Edited edit(Work work, Photo photo, Networks networks) {
    cancellation.check();
    OpenPhoto open =
        OpenPhoto.open(
            photo, networks.finder, networks.model, Integer.MAX_VALUE, cancellation, Progress.NONE);
    BatchEdit.Chosen chosen = work.edit.choose(open);
    int faces = chosen.photo().faces().size();
    return new Edited(
        photo, chosen.photo().render(chosen.settings(), cancellation, Progress.NONE), faces);
  }

  private BatchOutcome write(Work work, Edited edited) {
    cancellation.check();
    Path file = work.photo.file();
    if (edited.faces == 0 && order.noFace() != BatchOrder.NoFace.COPY) {
      if (order.noFace() == BatchOrder.NoFace.ERROR) {
        throw new Problem(Words.of("batch.noFace", "{0}: no face found", file));
      }
      return new BatchOutcome(file, Status.NO_FACE, null, 0, null);
    }
    Path folder = work.target.getParent();
    if (folder != null) {
      makeFolder(folder);
    }
    studio
        .writer()
        .write(
            edited.photo,
            edited.pixels,
            work.target,
            order.settingsFor(file),
            whole -> journal.add(work.entry.written(Sha256.of(whole))));
    return new BatchOutcome(file, Status.DONE, work.target, edited.faces, null);
  }

  private synchronized void tell(BatchOutcome outcome) {
    if (!cancellation.isCancelled() || outcome.status() != Status.FAILED) {
      outcomes.accept(outcome);
    }
  }

  private BatchOutcome failed(BatchPhoto photo, Throwable failure) {
    Throwable under = failure instanceof CompletionException ? failure.getCause() : null;
    Throwable cause = under == null ? failure : under;
    Problem why;
    if (cause instanceof CancellationException) {
      cancellation.cancel();
      why = new Problem("cancelled", cause);
    } else if (cause instanceof Problem problem) {
      LOG.info("{}", problem.getMessage(), problem.getCause());
      why = problem;
    } else if (cause instanceof OutOfMemoryError) {
      why =
          new Problem(
              Words.of(
                  "batch.memory",
                  "{0}: not enough memory; take fewer jobs or more memory",
                  photo.file()),
              cause);
    } else {
      LOG.error("unexpected, with {}", photo.file(), cause);
      why =
          new Problem(
              Words.of("batch.unexpected", "{0}: unexpected {1}", photo.file(), cause), cause);
    }
    return new BatchOutcome(photo.file(), Status.FAILED, null, 0, why);
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Problem(
          Words.of("batch.noFolder", "{0} cannot be made a folder: choose another place", folder),
          e);
    }
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    }
  }
}
