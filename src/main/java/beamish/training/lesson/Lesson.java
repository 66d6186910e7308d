package beamish.training.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was chosen and found on the way to a model of one's own, so that the way can be left and
 * gone on with at any page.
 *
 * @param name what the model will be called; may be empty
 * @param step the page it stands at
 * @param sources folders and photos that are still to be looked at, as they were given
 * @param photos what was seen in them, in order of name
 * @param found the pairs among them, good and bad
 * @param recipe how to train
 */
public record Lesson(
    String name,
    Step step,
    List<Path> sources,
    List<SeenPhoto> photos,
    List<FoundPair> found,
    Recipe recipe) {

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
          new Recipe(Start.SHIPPED, 30, Quality.GOOD));

  public Lesson {
    sources = List.copyOf(sources);
    photos = List.copyOf(photos);
    found = List.copyOf(found);
  }

  /** Whether nothing in it would be missed. */
  public boolean isEmpty() {
    return name.isEmpty() && sources.isEmpty() && photos.isEmpty();
  }

  /** The pairs to train on: those that passed the check or were let through by hand. */
  public List<LessonPair> pairs() {
    List<FoundPair> used = used();
    List<String> groups = Grouping.of(used, photos).groups();
    List<LessonPair> pairs = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      FoundPair pair = used.get(i);
      pairs.add(
          new LessonPair(toLearnFrom(pair.neutral()), toLearnFrom(pair.smiling()), groups.get(i)));
    }
    return pairs;
  }

  /** The pairs behind {@link #pairs}, in the same order. */
  public List<FoundPair> used() {
    List<Verdict> verdicts = PairCheck.of(found, photos);
    List<FoundPair> used = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (verdicts.get(i).uses(found.get(i))) {
        used.add(found.get(i));
      }
    }
    return used;
  }

  /** The photos in no pair that can be learned from all the same. */
  public List<LonePhoto> lone() {
    List<FoundPair> used = used();
    return LonePhotos.of(loose(), used, Grouping.of(used, photos).groups(), this);
  }

  /** What to train on, and what to judge by. */
  public LessonSplit split() {
    return LessonSplit.of(pairs()).with(lone());
  }

  /** All photos that are in no pair. */
  public List<SeenPhoto> loose() {
    return photos.stream()
        .filter(photo -> found.stream().noneMatch(pair -> pair.has(photo.file())))
        .toList();
  }

  private Path toLearnFrom(Path file) {
    return photo(file).map(SeenPhoto::toLearnFrom).orElse(file);
  }

  /** What was seen in a photo. */
  public Optional<SeenPhoto> photo(Path file) {
    return photos.stream().filter(photo -> photo.file().equals(file)).findFirst();
  }

  public Lesson withName(String to) {
    return new Lesson(to, step, sources, photos, found, recipe);
  }

  public Lesson withStep(Step to) {
    return new Lesson(name, to, sources, photos, found, recipe);
  }

  public Lesson withSources(List<Path> to) {
    return new Lesson(name, step, to, photos, found, recipe);
  }

  public Lesson withPhotos(List<SeenPhoto> to) {
    return new Lesson(name, step, sources, to, found, recipe);
  }

  public Lesson withFound(List<FoundPair> to) {
    return new Lesson(name, step, sources, photos, to, recipe);
  }

  public Lesson withRecipe(Recipe to) {
    return new Lesson(name, step, sources, photos, found, to);
  }
}
