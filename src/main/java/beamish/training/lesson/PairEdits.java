package beamish.training.lesson;

import beamish.training.lesson.FoundPair.How;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody does to pairs by hand. Every photo is in one pair at most, before and after. */
public final class PairEdits {

  private PairEdits() {}

  /** Turns the two photos of a pair round. */
  public static Lesson swap(Lesson lesson, FoundPair pair) {
    return replace(lesson, pair, pair.swapped());
  }

  /** Makes two loose photos of a pair. */
  public static Lesson takeApart(Lesson lesson, FoundPair pair) {
    List<FoundPair> found = new ArrayList<>(lesson.found());
    found.remove(pair);
    return lesson.withFound(found);
  }

  /** Decides on a pair against the check, or (null) leaves it to the check again. */
  public static Lesson decide(Lesson lesson, FoundPair pair, @Nullable Boolean overrule) {
    return replace(lesson, pair, pair.overruled(overrule));
  }

  /**
   * Makes a pair of two photos, the calmer one first; pairs that they were in are taken apart. The
   * new pair comes first.
   */
  public static Lesson join(Lesson lesson, Path a, Path b) {
    if (a.equals(b)) {
      return lesson;
    }
    List<FoundPair> found = new ArrayList<>(lesson.found());
    found.removeIf(pair -> pair.has(a) || pair.has(b));
    boolean calmer = smile(lesson, a) <= smile(lesson, b);
    found.add(0, new FoundPair(calmer ? a : b, calmer ? b : a, How.HAND));
    return lesson.withFound(found);
  }

  private static double smile(Lesson lesson, Path file) {
    return lesson.photo(file).flatMap(SeenPhoto::face).map(SeenFace::smile).orElse(0.);
  }

  /**
   * Puts a photo into a pair in place of one of its two. That one takes the photo's place, if it
   * was in another pair, or becomes loose.
   *
   * @param smiling which of the two it replaces
   */
  public static Lesson put(Lesson lesson, Path photo, FoundPair into, boolean smiling) {
    Path out = smiling ? into.smiling() : into.neutral();
    if (into.has(photo)) {
      return photo.equals(out) ? lesson : swap(lesson, into);
    }
    Optional<FoundPair> from = lesson.found().stream().filter(p -> p.has(photo)).findFirst();
    Lesson next = replace(lesson, into, with(into, out, photo));
    return from.isEmpty() ? next : replace(next, from.get(), with(from.get(), photo, out));
  }

  private static FoundPair with(FoundPair pair, Path out, Path in) {
    return pair.neutral().equals(out)
        ? new FoundPair(in, pair.smiling(), How.HAND)
        : new FoundPair(pair.neutral(), in, How.HAND);
  }

  /** Takes a photo out of its pair, whose other photo becomes loose too. */
  public static Lesson takeOut(Lesson lesson, Path photo) {
    List<FoundPair> found = new ArrayList<>(lesson.found());
    found.removeIf(pair -> pair.has(photo));
    return lesson.withFound(found);
  }

  /** Takes photos out of the lesson; their files stay where they are. */
  public static Lesson forget(Lesson lesson, Collection<Path> photos) {
    return lesson
        .withPhotos(lesson.photos().stream().filter(p -> !photos.contains(p.file())).toList())
        .withFound(lesson.found().stream().filter(p -> photos.stream().noneMatch(p::has)).toList());
  }

  /** Says which of a photo's faces is meant, and where it lies cut out. */
  public static Lesson chooseFace(Lesson lesson, Path photo, int face, Path cut) {
    return lesson.withPhotos(
        lesson.photos().stream()
            .map(p -> p.file().equals(photo) ? p.withChosen(face, cut) : p)
            .toList());
  }

  private static Lesson replace(Lesson lesson, FoundPair pair, FoundPair by) {
    List<FoundPair> found = new ArrayList<>(lesson.found());
    found.replaceAll(p -> p.equals(pair) ? by : p);
    return lesson.withFound(found);
  }
}
