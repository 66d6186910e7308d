package beamish.training;

import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.PairRegistration;
import beamish.image.PixelImage;
import beamish.image.Point;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Problem;
import beamish.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the pairs of two folders by name, and cuts them for training. */
public final class PairSet {
  private static final Set<String> PHOTOS =
      Set.of("jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp");

  private final Function<Path, PixelImage> reader;
  private final FaceFinder finder;
  private final @Nullable Long changes;
  private final @Nullable Map<PhotoPair, Optional<Aligned>> kept;

  /**
   * A loader of pairs.
   *
   * @param reader gives a photo's upright pixels
   * @param finder finds its face
   */
  public PairSet(Function<Path, PixelImage> reader, FaceFinder finder) {
    this(reader, finder, null, null);
  }

  private PairSet(
      Function<Path, PixelImage> reader,
      FaceFinder finder,
      @Nullable Long changes,
      @Nullable Map<PhotoPair, Optional<Aligned>> kept) {
    this.reader = reader;
    this.finder = finder;
    this.changes = changes;
    this.kept = kept;
  }

  /**
   * The same pairs in a light and a crop that nobody took them in: both photos of a pair alike,
   * each pair otherwise, see {@link PhotoChange}. What is read is the change, not the photo.
   *
   * @param seed chooses the changes
   */
  public PairSet changed(long seed) {
    return new PairSet(reader, finder, seed, null);
  }

  /** The same, with every pair that was aligned kept: for a few that are wanted often. */
  public PairSet keeping() {
    return new PairSet(reader, finder, changes, new HashMap<>());
  }

  /** Two photos of one person, paired by name. */
  public record PhotoPair(String name, Path neutral, Path smiling) {}

  /**
   * Pairs photos whose names without extension are equal, in order of name.
   *
   * @throws Problem if a folder cannot be read or no name is in both
   */
  public static List<PhotoPair> byName(Path neutral, Path smiling) {
    Map<String, Path> first = named(neutral);
    Map<String, Path> second = named(smiling);
    List<PhotoPair> pairs = new ArrayList<>();
    first.forEach(
        (name, file) -> {
          Path other = second.get(name);
          if (other != null) {
            pairs.add(new PhotoPair(name, file, other));
          }
        });
    if (pairs.isEmpty()) {
      throw new Problem(
          neutral + " and " + smiling + ": no photo's name is in both; name each pair alike");
    }
    return pairs;
  }

  /** The photos of {@code folder} that have no namesake in {@code other}, in order of name. */
  public static List<Path> unpaired(Path folder, Path other) {
    Map<String, Path> alone = named(folder);
    alone.keySet().removeAll(named(other).keySet());
    return List.copyOf(alone.values());
  }

  /**
   * The photos of a folder, in order of name.
   *
   * @throws Problem if the folder cannot be read or holds none
   */
  public static List<Path> photos(Path folder) {
    List<Path> photos = List.copyOf(named(folder).values());
    if (photos.isEmpty()) {
      throw new Problem(folder + ": no photo is in it; choose another folder");
    }
    return photos;
  }

  private static Map<String, Path> named(Path folder) {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .sorted(Comparator.naturalOrder())
          .forEach(
              file -> {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                if (dot > 0 && PHOTOS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
                  found.putIfAbsent(name.substring(0, dot), file);
                }
              });
    } catch (IOException e) {
      throw new Problem(folder + ": not a folder that can be read; check its name", e);
    }
    return found;
  }

  /** A pair's two photos and how each lies on the template. */
  public record Aligned(
      PixelImage neutral,
      DetectedFace face,
      PixelImage smiling,
      DetectedFace smilingFace,
      Similarity smilingToCrop,
      PairRegistration.Registered registration) {

    /** How much wider the smile makes the mouth, measured in eye distances: 1 for no wider. */
    public double realWidening() {
      return smilingFace.landmarks().relativeMouthWidth() / face.landmarks().relativeMouthWidth();
    }

    /** Neutral photo's pixels to crop coordinates. */
    public Similarity neutralToCrop() {
      return CropTemplate.photoToCrop(face.landmarks());
    }
  }

  /** A pair's two photos and the largest face of each. */
  record Found(
      PixelImage neutral, DetectedFace face, PixelImage smiling, DetectedFace smilingFace) {}

  /** Reads a pair and finds its faces. Empty where either photo has none. */
  Optional<Found> find(PhotoPair pair, Cancellation cancellation) {
    return found(reader.apply(pair.neutral()), reader.apply(pair.smiling()), cancellation);
  }

  private Optional<Found> found(PixelImage neutral, PixelImage smiling, Cancellation cancellation) {
    Optional<DetectedFace> a = largest(finder.find(neutral, cancellation));
    Optional<DetectedFace> b = largest(finder.find(smiling, cancellation));
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Found(neutral, a.get(), smiling, b.get()));
  }

  /** Reads and aligns a pair; the largest face counts. Empty where either photo has none. */
  public Optional<Aligned> align(PhotoPair pair, Cancellation cancellation) {
    Optional<Aligned> known = kept == null ? null : kept.get(pair);
    if (known == null) {
      known = aligned(pair, cancellation);
      if (kept != null) {
        kept.put(pair, known);
      }
    }
    return known;
  }

  private Optional<Aligned> aligned(PhotoPair pair, Cancellation cancellation) {
    Optional<Aligned> aligned = find(pair, cancellation).map(PairSet::registered);
    if (changes == null) {
      return aligned;
    }
    PhotoChange change = PhotoChange.of(changes, pair.name());
    return aligned
        .flatMap(
            a ->
                found(
                    change.apply(a.neutral(), a.neutralToCrop()),
                    change.apply(a.smiling(), a.smilingToCrop()),
                    cancellation))
        .map(PairSet::registered);
  }

  private static Aligned registered(Found f) {
    PairRegistration.Registered r =
        PairRegistration.register(
            f.neutral, f.face.landmarks(), f.smiling, f.smilingFace.landmarks());
    return new Aligned(f.neutral, f.face, f.smiling, f.smilingFace, r.photoToCrop(), r);
  }

  /** The face whose eyes are farthest apart. */
  public static Optional<DetectedFace> largest(List<DetectedFace> faces) {
    return faces.stream().max(Comparator.comparingDouble(f -> f.landmarks().eyeDistance()));
  }

  /** Reads, aligns and cuts every pair that has a face in both photos; names those left out. */
  public List<TrainingPair> load(
      List<PhotoPair> pairs, List<String> leftOut, Cancellation cancellation, Progress progress) {
    List<TrainingPair> cut = new ArrayList<>();
    for (PhotoPair pair : pairs) {
      cancellation.check();
      progress.report((double) cut.size() / pairs.size(), "reading " + pair.name());
      Optional<Aligned> aligned = align(pair, cancellation);
      if (aligned.isEmpty()) {
        leftOut.add(pair.name() + ": no face found in both photos");
        continue;
      }
      Aligned p = aligned.get();
      cut.add(
          new TrainingPair(
              pair.name(),
              TrainingPair.cut(p.neutral(), p.neutralToCrop()),
              TrainingPair.cut(p.smiling(), p.smilingToCrop()),
              points(p.face(), p.neutralToCrop()),
              points(p.smilingFace(), p.smilingToCrop())));
    }
    return cut;
  }

  private static List<Point> points(DetectedFace face, Similarity photoToCrop) {
    return face.points().stream().map(photoToCrop::apply).toList();
  }
}
