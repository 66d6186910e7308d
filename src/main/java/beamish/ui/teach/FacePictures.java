package beamish.ui.teach;

import beamish.codec.Photo;
import beamish.job.Problem;
import beamish.training.lesson.FacePicture;
import beamish.training.lesson.LessonFolder;
import beamish.training.lesson.SeenPhoto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Small pictures of the lesson's faces: made while their photos are open anyhow, kept in the
 * lesson's folder, and made again where they are missing there. On the FX thread, except {@link
 * #keep}; it reads on the io lane.
 */
final class FacePictures {
  /** In memory, of 150 kB each. */
  private static final int KEPT = 240;

  private final TeachDesk desk;
  private final Executor io;
  private final Map<Path, CompletableFuture<Image>> kept =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, CompletableFuture<Image>> eldest) {
          return size() > KEPT;
        }
      };

  FacePictures(TeachDesk desk) {
    this.desk = desk;
    this.io = desk.io();
  }

  /** Makes and keeps the pictures of an open photo's faces, or of the whole. Any thread. */
  static void keep(LessonFolder folder, SeenPhoto seen, Photo photo) {
    for (int face = seen.faces().isEmpty() ? -1 : 0; face < seen.faces().size(); face++) {
      LessonFolder.keep(folder.picture(seen, face), FacePicture.jpeg(photo, seen, face));
    }
  }

  /** Gives the picture of a photo's face to {@code take}; of the whole photo for −1. */
  void request(SeenPhoto photo, int face, Consumer<Image> take) {
    if (photo.unreadable() != null) {
      return;
    }
    LessonFolder folder = desk.folder().get();
    Path file = folder.picture(photo, face);
    CompletableFuture<Image> picture =
        kept.computeIfAbsent(
            file, f -> CompletableFuture.supplyAsync(() -> load(folder, f, photo), io));
    if (picture.isDone() && !picture.isCompletedExceptionally()) {
      take.accept(picture.join());
      return;
    }
    CompletableFuture<Void> unused =
        picture.handleAsync(
            (image, failure) -> {
              if (image != null) {
                take.accept(image);
              } else if (!isProblem(failure)) {
                desk.failures().report(failure);
              }
              return null;
            },
            desk.fx());
  }

  /** A photo that is there no more leaves its place empty. */
  private static boolean isProblem(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() instanceof Problem;
  }

  private Image load(LessonFolder folder, Path file, SeenPhoto photo) {
    if (!Files.exists(file)) {
      keep(folder, photo, desk.studio().reader().read(photo.file()));
    }
    try {
      return new Image(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
