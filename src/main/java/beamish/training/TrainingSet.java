package beamish.training;

import java.util.List;

/**
 * What a training sees.
 *
 * @param pairs to learn from
 * @param groups each pair's group; the pairs of a group are the smiles of one person or one
 *     shooting, whose mean is strength 1
 * @param rehearsal other people, so that they are not forgotten
 * @param rebuilt photos of the same people without a counterpart
 */
public record TrainingSet(
    List<TrainingPair> pairs, int[] groups, List<Rehearsed> rehearsal, List<Rebuilt> rebuilt) {

  /** Checks that every pair has a group. */
  public TrainingSet {
    if (pairs.isEmpty() || groups.length != pairs.size()) {
      throw new IllegalArgumentException(pairs.size() + " pairs, " + groups.length + " groups");
    }
  }

  /** Pairs of one group. */
  public static TrainingSet of(List<TrainingPair> pairs) {
    return new TrainingSet(pairs, new int[pairs.size()], List.of(), List.of());
  }

  /** A pair of which a model made one side. */
  public sealed interface Made {
    /** The pair. */
    TrainingPair pair();

    /** The strength that leads from its neutral side to its smiling one. */
    float strength();
  }

  /**
   * A pair whose smile was made by a model.
   *
   * @param strength that it was made at
   */
  public record Rehearsed(TrainingPair pair, float strength) implements Made {}

  /**
   * A real photo and what a model made of it, to get back from. Only that way is learned: what is
   * asked for is real then, and only what is given is made up.
   *
   * @param pair whose smiling side is the photo where {@code strength} is above 0, else the neutral
   * @param strength that leads to the photo
   */
  public record Rebuilt(TrainingPair pair, float strength) implements Made {}
}
