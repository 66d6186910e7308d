package beamish.training.lesson;

import beamish.codec.Photo;
import beamish.codec.PhotoFolder;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.job.Cancellation;
import beamish.job.Lanes;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at photos one after the other and remembers what pairs are found and checked by. Only one
 * photo is in memory at a time.
 */
public final class Gathering {
  /** Folders in folders, such as one for each expression or shooting. */
  private static final int DEPTH = 3;

  private final Function<Path, Photo> reader;
  private final Supplier<FaceFinder> finder;
  private final Supplier<Likeness> likeness;
  private final Executor lane;

  /** Sees a photo while it is open, to keep a picture of it. */
  @FunctionalInterface
  public interface Onlooker {
    /** Keeps nothing. */
    Onlooker NONE = (seen, photo) -> {};

    /**
     * On the gathering's thread, once a photo.
     *
     * @param photo its pixels; null where it cannot be read
     */
    void see(SeenPhoto seen, @Nullable Photo photo);
  }

  /**
   * A gathering.
   *
   * @param reader opens a photo, on the gathering's own thread
   * @param finder gives the face finder on {@code lane}; it stays the giver's to close
   * @param likeness opens a likeness measure on {@code lane}; it is closed there
   * @param lane where the networks live; other work may run there between two photos
   */
  public Gathering(
      Function<Path, Photo> reader,
      Supplier<FaceFinder> finder,
      Supplier<Likeness> likeness,
      Executor lane) {
    this.reader = reader;
    this.finder = finder;
    this.likeness = likeness;
    this.lane = lane;
  }

  /**
   * The photo files among {@code sources} and in its folders and theirs, each once, by name.
   *
   * @throws Problem if a folder cannot be read or there is no photo at all
   */
  public static List<Path> photosIn(List<Path> sources) {
    Set<Path> files = new TreeSet<>();
    for (Path source : sources) {
      try {
        PhotoFolder.photosIn(source, DEPTH)
            .forEach(file -> files.add(file.toAbsolutePath().normalize()));
      } catch (IOException e) {
        throw new Problem(source + ": cannot be read; check its name and permissions", e);
      }
    }
    if (files.isEmpty()) {
      throw new Problem(
          (sources.isEmpty() ? "nothing was named" : sources.get(0))
              + ": no photo is in it; choose JPEG, PNG, TIFF, WebP or BMP files");
    }
    return List.copyOf(files);
  }

  /**
   * Looks at files; those that are known and have not changed are not read again. A file that
   * cannot be read is remembered as that.
   *
   * @return one for each file, in the same order
   */
  public List<SeenPhoto> look(
      List<Path> files,
      List<SeenPhoto> known,
      Onlooker onlooker,
      Cancellation cancellation,
      Progress progress) {
    Map<Path, SeenPhoto> before = new HashMap<>();
    known.forEach(photo -> before.put(photo.file(), photo));
    Measure measure = new Measure();
    List<SeenPhoto> seen = new ArrayList<>();
    try {
      for (Path file : files) {
        cancellation.check();
        progress.report((double) seen.size() / files.size(), String.valueOf(file.getFileName()));
        SeenPhoto old = before.get(file);
        boolean fresh = old == null || old.modified() != modified(file);
        seen.add(fresh ? look(file, measure, onlooker, cancellation) : old);
      }
    } finally {
      onLane(measure::close);
    }
    return seen;
  }

  private SeenPhoto look(Path file, Measure measure, Onlooker onlooker, Cancellation cancellation) {
    long modified = modified(file);
    Photo photo;
    try {
      photo = reader.apply(file);
    } catch (Problem e) {
      SeenPhoto unreadable =
          new SeenPhoto(file, modified, null, List.of(), -1, null, String.valueOf(e.getMessage()));
      onlooker.see(unreadable, null);
      return unreadable;
    }
    List<SeenFace> faces = new ArrayList<>();
    onLane(
        () -> {
          for (DetectedFace face : finder.get().find(photo.pixels(), cancellation)) {
            faces.add(FaceSight.of(photo.pixels(), face, measure.open()));
          }
        });
    SeenPhoto seen =
        new SeenPhoto(file, modified, photo.metadata().taken().orElse(null), faces, -1, null, null);
    onlooker.see(seen, photo);
    return seen;
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private void onLane(Runnable work) {
    try {
      Lanes.on(
              lane,
              () -> {
                work.run();
                return true;
              })
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The likeness measure, opened for the first face. On the lane. */
  private final class Measure {
    private final List<Likeness> opened = new ArrayList<>();

    Likeness open() {
      if (opened.isEmpty()) {
        opened.add(likeness.get());
      }
      return opened.get(0);
    }

    void close() {
      opened.forEach(Likeness::close);
    }
  }
}
