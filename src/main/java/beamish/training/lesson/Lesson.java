package beamish.training.lesson;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was chosen and found on the way to a model of one's own, so that the way can be left and
 * gone on with at any page.
 *
 * @param name what the model will be called; may be empty
 * @param step the page it stands at
 * @param sources folders and photos to look at, as they were given
 * @param photos what was seen in them, in order of name
 * @param found the pairs among them, good and bad
 * @param recipe how to train
 * @param folder where the training and its model lie; null before the first
 */
public record Lesson(
    String name,
    Step step,
    List<Path> sources,
    List<SeenPhoto> photos,
    List<FoundPair> found,
    Recipe recipe,
    @Nullable Path folder) {

  /** The pages, in their order. */
  public enum Step {
    WELCOME,
    GATHER,
    CHECK,
    TRAIN,
    RESULT
  }

  /** What the training starts from. */
  public enum Start {
    /** The model that came with the program. */
    SHIPPED,
    /** Nothing. */
    NOTHING
  }

  /** How much the training may cost. */
  public enum Quality {
    QUICK,
    GOOD,
    BEST
  }

  /**
   * How to train.
   *
   * @param minutes in all
   */
  public record Recipe(Start start, double minutes, Quality quality) {}

  /** Nothing chosen and nothing found. */
  public static final Lesson EMPTY =
      new Lesson(
          "",
          Step.WELCOME,
          List.of(),
          List.of(),
          List.of(),
          new Recipe(Start.SHIPPED, 30, Quality.GOOD),
          null);

  public Lesson {
    sources = List.copyOf(sources);
    photos = List.copyOf(photos);
    found = List.copyOf(found);
  }

  /** The pairs to train on: those that passed the check or were let through by hand. */
  public List<LessonPair> pairs() {
    return found.stream()
        .filter(p -> p.overrule() == null || p.overrule())
        .map(p -> new LessonPair(p.neutral(), p.smiling(), ""))
        .toList();
  }

  /** The photos that are in no pair, good enough to learn faces from but no smile. */
  public List<Path> unpaired() {
    return photos.stream()
        .filter(photo -> photo.face().isPresent())
        .map(SeenPhoto::file)
        .filter(file -> found.stream().noneMatch(p -> p.has(file)))
        .toList();
  }

  public Lesson withName(String to) {
    return new Lesson(to, step, sources, photos, found, recipe, folder);
  }

  public Lesson withStep(Step to) {
    return new Lesson(name, to, sources, photos, found, recipe, folder);
  }

  public Lesson withSources(List<Path> to) {
    return new Lesson(name, step, to, photos, found, recipe, folder);
  }

  public Lesson withPhotos(List<SeenPhoto> to) {
    return new Lesson(name, step, sources, to, found, recipe, folder);
  }

  public Lesson withFound(List<FoundPair> to) {
    return new Lesson(name, step, sources, photos, to, recipe, folder);
  }

  public Lesson withRecipe(Recipe to) {
    return new Lesson(name, step, sources, photos, found, to, folder);
  }

  public Lesson withFolder(@Nullable Path to) {
    return new Lesson(name, step, sources, photos, found, recipe, to);
  }
}
