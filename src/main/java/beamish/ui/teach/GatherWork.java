package beamish.ui.teach;

import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Progress;
import beamish.training.lesson.Gathering;
import beamish.training.lesson.LessonFolder;
import beamish.training.lesson.SeenPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Looks at photos for a lesson and keeps pictures of their faces; reading on the io lane, and the
 * networks on the editor's lane, between two of its steps.
 */
final class GatherWork {
  private final TeachDesk desk;
  private final LessonFolder folder;
  private final Queue<SeenPhoto> seen;

  /**
   * Work for the lesson at hand.
   *
   * @param seen takes each photo as soon as it was looked at; any thread
   */
  GatherWork(TeachDesk desk, Queue<SeenPhoto> seen) {
    this.desk = desk;
    this.folder = desk.folder().get();
    this.seen = seen;
  }

  /** Starts; gives how many photos there are, known ones too. */
  CompletableFuture<Integer> start(
      List<Path> sources, List<SeenPhoto> known, Cancellation cancellation, Progress progress) {
    return Lanes.on(desk.io(), () -> look(sources, known, cancellation, progress));
  }

  private int look(
      List<Path> sources, List<SeenPhoto> known, Cancellation cancellation, Progress progress) {
    Gathering gathering =
        new Gathering(
            desk.studio().reader()::read,
            desk.engine()::finder,
            desk.studio().likenesses(),
            desk.engine().lane());
    return gathering
        .look(
            Gathering.photosIn(sources),
            known,
            (photo, pixels) -> {
              if (pixels != null) {
                FacePictures.keep(folder, photo, pixels);
              }
              seen.add(photo);
            },
            cancellation,
            progress)
        .size();
  }
}
